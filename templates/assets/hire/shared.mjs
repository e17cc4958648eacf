/** What a link from a new colleague holds, shown to whoever opens it. Nothing is kept. */

import { isDay } from "./calendar.mjs";
import { course, reached } from "./course.mjs";
import { state } from "./item.mjs";
import { address, fill, make, speaker, toldTo } from "./page.mjs";
import { renamed, trackOf } from "./progress.mjs";
import { fromFragment } from "./share.mjs";

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  const say = speaker(told.words);
  const show = async () => {
    if (!location.hash.startsWith("#p=")) return;
    const found = await fromFragment(location.hash);
    if (found?.site && found.site !== told.site) {
      fill(root, make("p", { role: "alert" }, state("failing", say("shared-foreign"))));
      return;
    }
    const track = found && trackOf(told.tracks, found.progress);
    if (!track || !isDay(found.day)) {
      fill(root, make("p", { role: "alert" }, state("failing", say("shared-broken"))));
      return;
    }
    renamed(found.progress, told.formerly);
    const now = course(track, told.modules, found.progress, found.day);
    above(root, say, now, track, found);
    fill(root, summary(say, now), modules(told, say, now, found, track), ...recited(told, say, found), gates(say, now, found));
  };
  const on = () => (root.isConnected ? show() : window.removeEventListener("hashchange", on));
  window.addEventListener("hashchange", on);
  show();
}

/** @param {HTMLElement} root @param {any} say @param {any} now @param {any} track @param {any} found */
function above(root, say, now, track, found) {
  const name = found.progress.name || say("someone");
  const planned = now.items.filter((/** @type {any} */ item) => item.day <= now.number);
  const done = planned.filter((/** @type {any} */ item) => item.done).length;
  const h1 = /** @type {HTMLElement} */ (document.querySelector("main h1"));
  h1.textContent = planned.length ? say("shared-heading", { name, done, planned: planned.length }) : say("shared-ahead", { name });
  const lead = root.previousElementSibling;
  if (lead) lead.textContent = say(now.phase === "after" ? "shared-lead-after" : "shared-lead", { role: track.role, day: now.number, of: now.of, weeks: track.weeks, date: say.short(found.day) });
}

/** @param {any} say @param {any} now */
function summary(say, now) {
  const waiting = now.items.filter((/** @type {any} */ item) => item.done && item.module.signs && !item.signed).length;
  const said = [];
  if (now.late.length) said.push(say("shared-late", { count: now.late.length, some: say.capital(say.inWords(now.late.length)) }));
  if (waiting) said.push(say("shared-waiting", { count: waiting, some: say.capital(say.inWords(waiting)) }));
  return make("div.tu-now", {}, make("p", {}, said.join(" ") || say("shared-well")));
}

/** @param {any} told @param {any} say @param {any} now @param {any} found @param {any} track */
function modules(told, say, now, found, track) {
  const heads = ["shared-module", "shared-planned", "shared-state", "shared-signs", "shared-quiz"];
  const shown = now.items.filter((/** @type {any} */ item) => item.day <= now.number + track.calendar.weekdays.length || item.done);
  const rows = shown.map((/** @type {any} */ item) => {
    const quiz = found.progress.quiz[item.id];
    return make(
      "tr",
      {},
      make("td", {}, make("a", { href: address(item.module.path) }, item.module.title)),
      make("td", {}, say.short(item.date)),
      make("td", {}, standing(say, item)),
      make("td", {}, item.module.signs ? say.capital(item.module.signs) : ""),
      make("td", {}, quiz === undefined ? "" : `${quiz} %`),
    );
  });
  return make("div.tu-wide", { tabIndex: 0, role: "region", "aria-label": say("shared-module") }, make("table.tu-week", {}, make("thead", {}, make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, say(key))))), make("tbody", {}, ...rows)));
}

/** @param {any} say @param {any} item */
function standing(say, item) {
  if (item.signed) return state("in-tune", say("states.signed"));
  if (item.changed) return state("suspect", say("states.changed"));
  if (item.done) return state("in-tune", say("states.done"));
  return item.late ? state("due", say("states.late")) : state("unknown", say("states.open"));
}

/** @param {any} told @param {any} say @param {any} found */
function recited(told, say, found) {
  const titles = told.recite ?? {};
  const best = Object.entries(found.progress.recited).filter(([id]) => id in titles);
  return best.map(([id, share]) => make("p", {}, say("shared-recited", { percent: share, title: titles[id] })));
}

/** @param {any} say @param {any} now @param {any} found */
function gates(say, now, found) {
  const rows = now.gates.flatMap((/** @type {any} */ one) =>
    one.measures.map((/** @type {any} */ gate) => {
      const said = found.progress.gates[gate.key];
      const late = one.date < found.day;
      const name = reached(gate, said) ? "in-tune" : late ? "failing" : "unknown";
      return make("tr", {}, make("td", {}, say.short(one.date)), make("td", {}, gate.measure), make("td", {}, gate.target === null ? "" : `${say.number(gate.target)} ${gate.unit}`), make("td", {}, state(name, said === undefined ? say("shared-unsaid") : say.number(said))));
    }),
  );
  const heads = ["shared-planned", "shared-measure", "shared-target", "shared-reached"];
  return make("section", {}, make("h2", {}, say("shared-gates")), make("div.tu-wide", { tabIndex: 0, role: "region", "aria-label": say("shared-gates") }, make("table.tu-week", {}, make("thead", {}, make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, say(key))))), make("tbody", {}, ...rows))));
}
