/** The dates of a plan as a calendar file (RFC 5545), with reminders: the same as `tuneup plan --ics` writes. */

import { plus } from "./calendar.mjs";
import { address } from "./page.mjs";

const BEGIN = 10 * 60 + 30; // minutes since midnight: the first hour belongs to mail and colleagues, as in the planner
const BEFORE = "-PT15M";
const DAY_BEFORE = "-PT9H"; // a whole day is announced at three in the afternoon of the day before
const ZERO = Date.UTC(2020, 0, 1);

/**
 * Times are the reader's own, without a zone: they hold wherever the reader is. Names (UIDs) are those of modules, moments
 * and gates, so that a later file moves what an earlier one put there; `whose` is the track with its first day when the
 * first file was made, as `tuneup plan` has it, `moment` when this one is made.
 * @param {ReturnType<import("./course.mjs").course>} now @param {any} say @param {string} site @param {string} whose @param {Date} moment
 */
export function calendarFile(now, say, site, whose, moment) {
  const made = [`DTSTAMP:${moment.toISOString().replace(/[-:]|\.\d+/g, "")}`, `SEQUENCE:${Math.max(0, Math.floor((moment.getTime() - ZERO) / 60_000))}`];
  const event = (/** @type {string} */ kind, /** @type {string} */ id, /** @type {string} */ title, /** @type {string[]} */ when, /** @type {string} */ before, /** @type {string[]} */ more = []) =>
    ["BEGIN:VEVENT", `UID:${kind}-${id}.${whose}@${site}.tuneup`, ...made, ...when, `SUMMARY:${escaped(title)}`, `CATEGORIES:${kind}`, ...more, "BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:${before}`, `DESCRIPTION:${escaped(title)}`, "END:VALARM", "END:VEVENT"];
  const gate = (/** @type {any} */ one) => `${one.measure}${one.target === null ? "" : `: ${say.number(one.target)} ${one.unit}`.trimEnd()}`;
  const events = [
    ...modules(now).map(([item, from, to]) => event("module", item.id, item.module.title, [`DTSTART:${stamp(item.date, from)}`, `DTEND:${stamp(item.date, to)}`], BEFORE, [`DESCRIPTION:${escaped(about(say, item.module))}`, `URL:${address(item.module.path)}`])),
    ...now.repeats().map((one) => event("refresher", String(one.day), say("event-repeat", { titles: one.titles.join(", ") }), [`DTSTART:${stamp(one.date, BEGIN - 30)}`, `DTEND:${stamp(one.date, BEGIN - 30 + one.minutes)}`], "PT0S")),
    ...now.moments.map((one) => event("moment", one.id, one.title, wholeDay(one.date), DAY_BEFORE, ["TRANSP:TRANSPARENT"])),
    ...now.gates.flatMap(({ day, date, measures }) => measures.map((one) => event("gate", one.key, say("event-gate", { day, measure: gate(one) }), wholeDay(date), DAY_BEFORE, ["TRANSP:TRANSPARENT"]))),
  ];
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tuneup//onboarding//EN", ...events.flat(), "END:VCALENDAR"];
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** Those of one day follow each other. @param {ReturnType<import("./course.mjs").course>} now */
function modules(now) {
  /** @type {Record<string, number>} */
  const taken = {};
  return now.items.map((item) => {
    const from = (taken[item.date] ??= BEGIN);
    taken[item.date] = from + item.module.minutes;
    return /** @type {const} */ ([item, from, taken[item.date]]);
  });
}

/** @param {any} say @param {import("./course.mjs").Module} module */
function about(say, module) {
  const lines = [module.why, module.outcome && say("event-outcome", { outcome: module.outcome }), module.coach && say("event-with", { who: module.coach }), module.signs && say("event-signed", { who: module.signs })];
  return lines.filter(Boolean).join("\n");
}

const wholeDay = (/** @type {string} */ day) => [`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${plus(day, 1).replaceAll("-", "")}`];

/** @param {string} day @param {number} minutes since midnight; past it the next day would begin, so it stops there */
function stamp(day, minutes) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const within = Math.min(minutes, 24 * 60 - 1);
  return `${day.replaceAll("-", "")}T${two(Math.floor(within / 60))}${two(within % 60)}00`;
}

const escaped = (/** @type {string} */ text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A line has 75 octets at most; a continued one begins with a space. */
function folded(/** @type {string} */ line) {
  const pieces = [""];
  let octets = 0;
  for (const sign of line) {
    const more = new TextEncoder().encode(sign).length;
    if (octets + more > (pieces.length > 1 ? 74 : 75)) {
      pieces.push("");
      octets = 0;
    }
    pieces[pieces.length - 1] += sign;
    octets += more;
  }
  return pieces.join("\r\n ");
}
