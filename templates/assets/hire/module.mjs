/** A module's own page: when it is planned, what comes first, learnt and signed, its quiz, its sheet to print. */

import { dateOn, dayOf, worked, workingDays } from "./calendar.mjs";
import { state } from "./item.mjs";
import { address, fill, make, speaker, toldTo } from "./page.mjs";
import { adopt, changedSince, keep, load, tick, trackOf, watch } from "./progress.mjs";
import { quiz } from "./quiz.mjs";

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  adopt(told);
  const say = speaker(told.words);
  const module = told.modules[told.id];

  const show = () => {
    const progress = load(told.site);
    const kept = progress.done[told.id];
    const changed = changedSince(kept, module);
    mine(progress.track ?? "", progress.name ?? "");
    fill(root, ...when(told, say, progress, kept), make("p.tu-signing", {}, ...boxes(told, say, module, kept), sheet(say)), changed ? look(told, say, module) : "");
  };

  watch(root, show);
  show();
  if (told.quiz.length) quiz(told, say);
}

/** Leaves only the way through one's own programme, and puts one's name on the sheet. @param {string} track @param {string} name */
function mine(track, name) {
  const ways = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-walk]")]);
  const own = ways.some((way) => way.dataset.walk === track);
  for (const way of ways) way.hidden = own && way.dataset.walk !== track;
  for (const place of document.querySelectorAll("[data-hire-name]")) place.textContent = name;
}

/** @param {any} told @param {any} say @param {import("./progress.mjs").Progress} progress @param {any} kept */
function when(told, say, progress, kept) {
  if (kept?.on) {
    const signed = kept.signed ? ` ${say("signed-on", { day: say.short(kept.signed) })}` : "";
    return [make("p", {}, state("in-tune", say("done-on", { day: say.short(kept.on) }) + signed))];
  }
  const track = trackOf(told.tracks, progress);
  if (!track || !progress.start) return [make("p", {}, make("a", { href: address("onboarding/index.md") }, say("choose")))];
  const date = dateOn(workingDays(track.calendar, progress.start, track.day), track.day);
  const behind = worked(track.calendar, progress.start, dayOf(new Date())) - track.day;
  const planned = behind > 0 ? state("due", say("when-late", { day: say.short(date), count: behind })) : say("when", { day: say.day(date) });
  const waits = told.modules[told.id].needs.filter((/** @type {string} */ id) => id in told.modules && !progress.done[id]?.on);
  const links = waits.flatMap((/** @type {string} */ id, /** @type {number} */ at) => [at ? ", " : "", make("a", { href: address(told.modules[id].path) }, told.modules[id].title)]);
  return [make("p", {}, planned, links.length ? make("span", {}, ` · ${say("needs", { titles: "" })}`, ...links) : "")];
}

/** @param {any} told @param {any} say @param {any} module @param {any} kept */
function boxes(told, say, module, kept) {
  const learnt = make("input.tu-tick", {
    type: "checkbox",
    id: "learnt",
    checked: Boolean(kept?.on),
    onchange: (/** @type {any} */ event) => keep(told.site, (progress) => tick(progress, told.id, event.target.checked, dayOf(new Date()), module.says)),
  });
  const made = [make("label", {}, learnt, say("learnt"))];
  if (module.signs) made.push(make("label", {}, signed(told, kept), say("signed", { who: module.signs })));
  return made;
}

/** @param {any} told @param {any} kept */
function signed(told, kept) {
  return make("input.tu-tick", {
    type: "checkbox",
    id: "signed",
    checked: Boolean(kept?.signed),
    disabled: !kept?.on,
    onchange: (/** @type {any} */ event) =>
      keep(told.site, (progress) => {
        const one = progress.done[told.id];
        if (one) one.signed = event.target.checked ? dayOf(new Date()) : undefined;
      }),
  });
}

/** @param {any} told @param {any} say @param {any} module */
function look(told, say, module) {
  const looked = () => keep(told.site, (progress) => (progress.done[told.id].says = module.says));
  return make("p", {}, state("suspect", say("changed")), " ", make("button.tu-button", { type: "button", onclick: looked }, say("looked")));
}

/** @param {any} say */
function sheet(say) {
  if (!document.querySelector(".tu-sheet")) return "";
  const print = () => {
    document.documentElement.classList.add("tu-only-sheet");
    window.addEventListener("afterprint", () => document.documentElement.classList.remove("tu-only-sheet"), { once: true });
    window.print();
  };
  return make("button.tu-button", { type: "button", id: "print-sheet", onclick: print }, say("sheet"));
}
