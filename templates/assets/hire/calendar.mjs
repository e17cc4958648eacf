/**
 * Lays working days over a calendar, as the planner does: weekends, holidays and the company's days off are
 * skipped. A day is `2026-11-30` throughout, so that no time zone can move it. No page is touched here.
 *
 * @typedef {string} Day
 * @typedef {{weekdays: number[], off: Record<Day, string>, until: Day | null}} WorkCalendar weekdays: 0 is Monday
 */

const A_DAY = 86_400_000;
const FURTHEST = 20_000; // calendar days: a calendar on which nobody ever works must end too

/** @param {Date} moment @returns {Day} the reader's own day */
export function dayOf(moment) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** @param {Day} day @param {number} count @returns {Day} */
export const plus = (day, count) => new Date(Date.parse(day) + count * A_DAY).toISOString().slice(0, 10);

/** @param {Day} from @param {Day} to @returns {number} calendar days */
export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / A_DAY);

/** @param {Day} day @returns {number} 0 for Monday */
export const weekday = (day) => (new Date(Date.parse(day)).getUTCDay() + 6) % 7;

/** @param {WorkCalendar} calendar @param {Day} day */
export const works = (calendar, day) => calendar.weekdays.includes(weekday(day)) && !(day in calendar.off);

/**
 * The dates of working days 1 to `last`; the first is the next one where nobody works on `start`.
 * @param {WorkCalendar} calendar @param {Day} start @param {number} last @returns {Day[]}
 */
export function workingDays(calendar, start, last) {
  const found = [];
  for (let ahead = 0; found.length < last && ahead < FURTHEST; ahead += 1) {
    const day = plus(start, ahead);
    if (works(calendar, day)) found.push(day);
  }
  return found;
}

/** The date of a working day, counted from 1; the last one known for days beyond it. */
export const dateOn = (/** @type {Day[]} */ dates, /** @type {number} */ day) => dates[Math.min(day, dates.length) - 1];

/**
 * Working days from `start` up to and with `day`; 0 before the first.
 * @param {WorkCalendar} calendar @param {Day} start @param {Day} day
 */
export function worked(calendar, start, day) {
  let count = 0;
  for (let ahead = 0; ahead <= Math.min(between(start, day), FURTHEST); ahead += 1) {
    if (works(calendar, plus(start, ahead))) count += 1;
  }
  return count;
}

/**
 * The day of a gate: the working day so many calendar days after the first, moved by the days off on the way.
 * @param {WorkCalendar} calendar @param {Day} start @param {number} day @returns {Day}
 */
export function gateDay(calendar, start, day) {
  const [first = start] = workingDays(calendar, start, 1);
  let count = 0;
  for (let ahead = 0; ahead < Math.min(day, FURTHEST); ahead += 1) {
    if (calendar.weekdays.includes(weekday(plus(first, ahead)))) count += 1;
  }
  return workingDays(calendar, first, count + 1)[count] ?? plus(start, day);
}

/** @param {unknown} value @returns {value is Day} */
export const isDay = (value) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && dayExists(value);

/** @param {string} text */
function dayExists(text) {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
