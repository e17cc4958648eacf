/** One week of the programme on a sheet: every day with its modules, boxes to tick and to sign, room for questions. */

import { dayOf } from "./calendar.mjs";
import { course } from "./course.mjs";
import { box, load as bar } from "./item.mjs";
import { address, fill, make, speaker, toldTo, unbroken } from "./page.mjs";
import { adopt, load, trackOf, watch } from "./progress.mjs";

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  adopt(told);
  const say = speaker(told.words);
  const h1 = /** @type {HTMLElement} */ (document.querySelector("main h1"));
  const lead = root.previousElementSibling;
  let asked = 0;

  const show = () => {
    const progress = load(told.site);
    const track = trackOf(told.tracks, progress);
    if (!track) {
      return fill(root, make("p", {}, make("a.tu-button", { href: address("onboarding/index.md") }, say("choose"))));
    }
    const now = course(track, told.modules, progress, dayOf(new Date()));
    const week = now.week_(Math.min(Math.max(1, asked || Math.min(now.weekNow, track.weeks)), now.week.last));
    const span = { number: week.number, from: unbroken(say.short(week.from)), to: unbroken(say.short(week.to)) };
    h1.textContent = say("sheet-heading", span);
    if (lead) lead.textContent = [progress.name, track.role, say("sheet-lead", { time: say.time(week.minutes), most: say.time(week.limit) })].filter(Boolean).join(" · ");
    fill(root, bar(week.minutes, week.limit), sheet(told, say, week, track), notes(say), turn(say, week, (to) => ((asked = to), show())));
  };

  watch(root, show);
  show();
}

/** @param {any} told @param {any} say @param {any} week @param {import("./course.mjs").Track} track */
function sheet(told, say, week, track) {
  const head = make("tr", {}, make("th", { scope: "col" }, say("sheet-day")), make("th", { scope: "col" }, say("shared-module")), make("th.tu-narrow", { scope: "col" }, say("sheet-done")), make("th.tu-signed", { scope: "col" }, say("sheet-signed")));
  const rows = week.days.flatMap((/** @type {any} */ one) => daysRows(told, say, one, week, track));
  return make("table.tu-week", {}, make("thead", {}, head), make("tbody", {}, ...rows));
}

/** @param {any} told @param {any} say @param {any} one @param {any} week @param {import("./course.mjs").Track} track */
function daysRows(told, say, one, week, track) {
  const items = week.items.filter((/** @type {any} */ item) => item.day === one.day);
  const moments = week.moments.filter((/** @type {any} */ moment) => moment.day === one.day);
  const lines = items.map((/** @type {any} */ item) => [moduleCell(say, item), box(say, told.site, item), make("span.tu-blank", {}, item.signed ? "✓" : item.module.signs)]);
  for (const moment of moments) lines.push([make("b", {}, moment.title), "", ""]);
  const again = week.again.filter((/** @type {any[]} */ [id, , day]) => day === one.day && id in told.modules);
  if (again.length) lines.push([make("span.tu-soft", {}, say("sheet-again", { titles: say.list(again.map((/** @type {any[]} */ [id]) => told.modules[id].title)) })), "", ""]);
  if (!lines.length) lines.push([make("span.tu-soft", {}, say("sheet-nothing")), "", ""]);
  return lines.map((/** @type {any[]} */ cells, /** @type {number} */ at) =>
    make("tr", {}, at === 0 && make("th", { scope: "rowgroup", rowSpan: lines.length }, say.short(one.date)), ...cells.map((cell) => make("td", {}, cell))),
  );
}

/** @param {any} say @param {import("./course.mjs").Item} item */
function moduleCell(say, item) {
  const { module } = item;
  return make(
    "div",
    {},
    make("a", { href: address(module.path) }, module.title),
    " ",
    make("span.tu-soft", {}, say.time(module.minutes)),
    module.outcome ? make("small", {}, `${say("sheet-outcome")}: ${module.outcome}`) : "",
  );
}

const notes = (/** @type {any} */ say) => make("div.tu-notes", {}, make("p.tu-soft", {}, say("sheet-note")));

/** @param {any} say @param {any} week @param {(to: number) => void} go */
function turn(say, week, go) {
  const button = (/** @type {string} */ key, /** @type {number} */ to) =>
    make("button.tu-button", { type: "button", id: `week-${key}`, disabled: to < 1 || to > week.last, onclick: () => go(to) }, say(key));
  return make("p.tu-carry", {}, button("earlier", week.number - 1), button("later", week.number + 1), make("button.tu-button", { type: "button", onclick: () => window.print() }, say("sheet-print")));
}
