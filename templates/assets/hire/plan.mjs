/** The page of a role's programme with the hire's own dates, ticks, what waits for what, and figures for the gates. */

import { dateOn, dayOf, plus } from "./calendar.mjs";
import { course, reached } from "./course.mjs";
import { box, state } from "./item.mjs";
import { address, fill, make, speaker, toldTo, unbroken } from "./page.mjs";
import { adopt, keep, load, watch } from "./progress.mjs";

const FURTHEST = 1000; // times the target: what lies beyond is a slip of the finger

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  adopt(told);
  const say = speaker(told.words);
  const [[id, track]] = /** @type {[string, import("./course.mjs").Track][]} */ (Object.entries(told.tracks));

  const show = () => {
    const progress = load(told.site);
    if (!progress.start || progress.track !== id) {
      const words = progress.start ? say("another-role") : say("choose");
      return fill(root, make("p", {}, make("a.tu-button", { href: address("onboarding/index.md") }, words)));
    }
    const now = course(track, told.modules, progress, dayOf(new Date()));
    above(root, say, now, track);
    for (const item of now.items) decorate(told, say, item);
    weeks(say, now);
    gates(told, say, now, progress);
  };

  watch(root, show);
  show();
}

/** @param {HTMLElement} root @param {any} say @param {ReturnType<typeof course>} now @param {import("./course.mjs").Track} track */
function above(root, say, now, track) {
  const h1 = /** @type {HTMLElement} */ (document.querySelector("main h1"));
  const head = { before: "heading-before", during: "heading", after: "heading-after" }[now.phase] ?? "heading";
  h1.textContent = say(head, { role: track.role, week: now.weekNow, weeks: track.weeks, day: say.day(now.dates[0]) });
  const lead = root.previousElementSibling;
  const signing = now.items.filter((item) => item.module.signs);
  const count = (/** @type {any[]} */ items) => items.length;
  if (lead) lead.textContent = say("lead", { done: count(now.items.filter((item) => item.done)), all: count(now.items), signed: count(signing.filter((item) => item.signed)), sign: count(signing) });
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-goal]"))) {
    place.textContent = ` · ${say.short(plus(now.dates[0], Number(place.dataset.goal)))}`;
  }
  const { until } = track.calendar;
  const last = now.dates[now.dates.length - 1];
  fill(root, until && last > until ? make("p.tu-soft", {}, say("unknown-holidays", { day: say.day(until) })) : "");
}

/** @param {any} told @param {any} say @param {import("./course.mjs").Item} item */
function decorate(told, say, item) {
  const place = document.querySelector(`[data-item="${item.id}"]`);
  if (!place) return;
  const tick = box(say, told.site, item);
  const word = item.signed ? state("in-tune", say("states.signed")) : item.changed ? state("suspect", say("states.changed")) : item.late ? state("due", say("states.late")) : null;
  refill(place, [tick, make("span.tu-day", {}, say.short(item.date)), " ", word, word ? " " : null]);
  const line = /** @type {HTMLElement} */ (place.closest("li"));
  line.classList.toggle("tu-line--done", item.done);
  line.querySelector(".tu-waits")?.remove();
  if (item.done || !item.waits.length) return;
  const titles = say.list(item.waits.map((id) => told.modules[id].title));
  line.querySelector("small")?.before(make("small.tu-waits", {}, `${say("first-open", { titles })}.`));
}

/** @param {any} say @param {ReturnType<typeof course>} now */
function weeks(say, now) {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-week]"))) {
    const week = now.week_(Number(row.dataset.week));
    const head = row.querySelector("h2");
    if (!head || !week.from) continue;
    const there = head.querySelector(".tu-dates") ?? head.appendChild(make("span.tu-dates"));
    const current = week.number === now.weekNow && now.phase === "during" && week.from <= dayOf(new Date()) ? ` · ${unbroken(say("now"))}` : "";
    there.textContent = ` ${say("dates", { from: unbroken(say.short(week.from)), to: unbroken(say.short(week.to)) })}${current}`;
    row.classList.toggle("tu-row--now", Boolean(current));
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-moment-day]"))) {
      mark.textContent = ` ${say.short(dateOn(now.dates, Number(mark.dataset.momentDay)))}`;
    }
  }
}

/** @param {any} told @param {any} say @param {ReturnType<typeof course>} now @param {import("./progress.mjs").Progress} progress */
function gates(told, say, now, progress) {
  for (const { date, measures } of now.gates) {
    for (const gate of measures) {
      const place = document.querySelector(`[data-gate="${gate.key}"]`);
      if (!place) continue;
      const said = progress.gates[gate.key];
      const yes = reached(gate, said);
      const word = state(yes ? "in-tune" : date < dayOf(new Date()) ? "failing" : "unknown", say(yes ? "gate-yes" : "gate-no"));
      refill(place, [make("span.tu-gate", {}, figure(told, say, gate, said), word, make("span.tu-soft", {}, say.short(date)))]);
    }
  }
}

/** Where the hire writes how far they are; a gate without a target has a box to tick. */
function figure(/** @type {any} */ told, /** @type {any} */ say, /** @type {import("./course.mjs").Gate} */ gate, /** @type {number | undefined} */ said) {
  const write = (/** @type {number | undefined} */ number) =>
    keep(told.site, (progress) => {
      if (number === undefined || Number.isNaN(number)) delete progress.gates[gate.key];
      else progress.gates[gate.key] = number;
    });
  const id = `gate-${gate.key}`;
  if (gate.target === null) {
    const tick = make("input.tu-tick", { type: "checkbox", id, checked: Boolean(said), onchange: (/** @type {any} */ event) => write(event.target.checked ? 1 : undefined) });
    return make("label", {}, tick, say("reached"));
  }
  const save = (/** @type {any} */ { target }) => target.reportValidity() && write(target.value === "" ? undefined : target.valueAsNumber);
  const most = FURTHEST * Math.max(1, Math.abs(gate.target));
  const field = make("input.tu-input", { type: "number", id, min: 0, max: most, step: "any", value: said ?? "", onchange: save });
  return make("label", {}, say("reached"), field);
}

/** New content for a place, the focus kept. */
function refill(/** @type {Element} */ place, /** @type {any[]} */ content) {
  const focused = document.activeElement?.id;
  place.replaceChildren(...content.filter(Boolean));
  if (focused && place.querySelector(`[id="${focused}"]`)) document.getElementById(focused)?.focus();
}
