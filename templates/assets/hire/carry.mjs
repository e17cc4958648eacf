/** Progress to take along: a file and back, a link for the manager, the dates for a calendar. */

import { dayOf, isDay } from "./calendar.mjs";
import { address, make } from "./page.mjs";
import { keep, load, renamed, trackOf } from "./progress.mjs";
import { asFile, asFragment, fromFile } from "./share.mjs";

const MOST = 2_000_000; // bytes: a longer file is no progress, and is not read

/** @param {any} told @param {any} say @param {ReturnType<import("./course.mjs").course>} now */
export function carrying(told, say, now) {
  const said = make("p.tu-said", { role: "status" });
  return make(
    "div.tu-carry",
    {},
    button(say, "link", () => link(told, say, said)),
    button(say, "calendar", () => calendar(told, say, now)),
    button(say, "save", () => download(`onboarding-${dayOf(new Date())}.json`, "application/json", asFile(load(told.site), told.site, dayOf(new Date())))),
    ...restoring(told, say, said),
    said,
  );
}

/** Written by a script that is loaded when it is asked for. @param {any} told @param {any} say @param {ReturnType<import("./course.mjs").course>} now */
async function calendar(told, say, now) {
  const { calendarFile } = await import("./ics.mjs");
  download("onboarding.ics", "text/calendar", calendarFile(now, say, told.site, whose(told.site, now), new Date()));
}

/** Events keep the names they got first, so that a first day that moves later moves them. @param {string} site @param {ReturnType<import("./course.mjs").course>} now */
function whose(site, now) {
  const { track, named } = load(site);
  if (named?.startsWith(`${track}.`)) return named;
  keep(site, (progress) => (progress.named = `${track}.${now.dates[0]}`));
  return load(site).named ?? "";
}

/** For whoever has begun in another browser. @param {any} told @param {any} say */
export function bringing(told, say) {
  const said = make("p.tu-said", { role: "status" });
  return make("div.tu-carry", {}, make("span", {}, say("elsewhere")), ...restoring(told, say, said), said);
}

const button = (/** @type {any} */ say, /** @type {string} */ words, /** @type {() => void} */ act) =>
  make("button.tu-button", { type: "button", onclick: act, id: `carry-${words}` }, say(words));

/** @param {any} told @param {any} say @param {HTMLElement} said */
function restoring(told, say, said) {
  const chosen = make("input", { type: "file", accept: "application/json,.json", hidden: true, onchange: () => restore(chosen, told, say, said) });
  return [button(say, "restore", () => chosen.click()), chosen];
}

/** @param {any} told @param {any} say @param {HTMLElement} said */
export async function link(told, say, said) {
  const whole = address("onboarding/progress.md") + (await asFragment(load(told.site), dayOf(new Date()), told.site));
  const shown = make("input.tu-input", { type: "text", readOnly: true, value: whole, "aria-label": say("link"), onfocus: (/** @type {any} */ event) => event.target.select() });
  const copied = await navigator.clipboard?.writeText(whole).then(() => true, () => false);
  said.replaceChildren(say(copied ? "link-copied" : "link-made"), shown);
}

/** @param {HTMLInputElement} chosen @param {any} told @param {any} say @param {HTMLElement} said */
async function restore(chosen, told, say, said) {
  const file = chosen.files?.[0];
  const found = file && file.size < MOST && fromFile(await file.text(), told.site);
  chosen.value = "";
  if (!found || !trackOf(told.tracks, found.progress)) {
    said.textContent = say("not-ours");
    return;
  }
  renamed(found.progress, told.formerly);
  const count = Object.keys(found.progress.done).length;
  const before = structuredClone(load(told.site));
  const put = (/** @type {import("./progress.mjs").Progress} */ whole, /** @type {any[]} */ ...words) => {
    keep(told.site, (progress) => Object.assign(progress, { track: undefined, start: undefined, name: undefined, named: undefined }, whole));
    (document.querySelector(".tu-carry .tu-said") ?? said).replaceChildren(...words);
  };
  const undo = make("button.tu-button", { type: "button", id: "carry-undo", onclick: () => put(before, say("undone")) }, say("undo"));
  const from = isDay(found.day) ? say("restored-of", { day: say.short(found.day) }) : say("restored-from");
  put(found.progress, `${from} ${say("restored", { count })} `, undo);
}

/** @param {string} name @param {string} type @param {string} text */
function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
