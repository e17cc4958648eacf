/** The dates of a plan as a calendar file (RFC 5545), with a reminder a quarter of an hour before each module. */

import { address } from "./page.mjs";

/**
 * Times are the reader's own, without a zone: nine o'clock wherever they work; modules of one day follow each other.
 * @param {ReturnType<import("./course.mjs").course>} now @param {any} say @param {string} site
 */
export function calendarFile(now, say, site) {
  /** @type {Record<string, number>} */
  const taken = {};
  const events = now.items.flatMap((item) => {
    const from = (taken[item.date] ??= Number(say("event-hour")) * 60);
    taken[item.date] = from + item.module.minutes;
    return [
      "BEGIN:VEVENT",
      `UID:${item.id}@${site}.tuneup`,
      `DTSTAMP:${stamp(item.date, 0)}Z`,
      `DTSTART:${stamp(item.date, from)}`,
      `DTEND:${stamp(item.date, taken[item.date])}`,
      `SUMMARY:${escaped(item.module.title)}`,
      `DESCRIPTION:${escaped(item.module.why ?? "")}`,
      `URL:${address(item.module.path)}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT15M",
      `DESCRIPTION:${escaped(item.module.title)}`,
      "END:VALARM",
      "END:VEVENT",
    ];
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tuneup//onboarding//EN", ...events, "END:VCALENDAR"];
  return lines.map(folded).join("\r\n") + "\r\n";
}

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
