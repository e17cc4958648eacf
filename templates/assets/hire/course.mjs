/**
 * Where a hire stands on a day: what is to be done today and this week, what is late, what waits for what, which
 * gate comes. Worked out from the programme, what was ticked, and the day; no page is touched here.
 *
 * @typedef {import("./calendar.mjs").Day} Day
 * @typedef {import("./progress.mjs").Progress} Progress
 * @typedef {{title: string, path: string, minutes: number, signs: string, coach: string, needs: string[],
 *   moment: string, says: string, alike?: string[], why?: string, do?: string[], say?: string[], outcome?: string,
 *   open?: {title: string, minutes: number | null, path: string, address: string}[]}} Module
 * @typedef {{key: string, day: number, measure: string, target: number | null, unit: string, otherwise: string}} Gate
 * @typedef {{role: string, path: string, weeks: number, days: Record<string, number>,
 *   again: [string, number, number, number][], loads: [number, number][],
 *   moments: {id: string, day: number, title: string}[], gates: Gate[],
 *   calendar: import("./calendar.mjs").WorkCalendar}} Track
 * @typedef {{id: string, module: Module, day: number, date: Day, week: number, done: boolean, signed: boolean,
 *   changed: boolean, late: boolean, waits: string[], since: Day | null}} Item
 */

import { between, dateOn, gateDay, workingDays, worked, works } from "./calendar.mjs";
import { changedSince } from "./progress.mjs";

/**
 * @param {Track} track @param {Record<string, Module>} modules @param {Progress} progress @param {Day} today
 */
export function course(track, modules, progress, today) {
  const start = /** @type {Day} */ (progress.start);
  const aWeek = Math.max(1, track.calendar.weekdays.length);
  const last = Math.max(track.weeks * aWeek, ...Object.values(track.days), ...track.moments.map((one) => one.day), 1);
  const dates = workingDays(track.calendar, start, Math.ceil(last / aWeek) * aWeek); // whole weeks
  const number = worked(track.calendar, start, today);
  const items = itemsOf(track, modules, progress, dates, number, aWeek, works(track.calendar, today));
  const gates = gatesOf(track, progress, start);
  const ahead = works(track.calendar, today) ? number : number + 1; // at the weekend, the week to come
  const week = weekOf(track, items, dates, Math.max(1, Math.ceil(ahead / aWeek)), aWeek);
  return {
    items,
    dates,
    number,
    week,
    weekNow: week.number,
    phase: number === 0 ? "before" : today > dates[Math.min(track.weeks * aWeek, dates.length) - 1] ? "after" : "during",
    works: works(track.calendar, today),
    holiday: track.calendar.off[today] ?? "",
    day: between(dates[0], today) + 1,
    of: track.weeks * aWeek,
    today: items.filter((item) => item.day === number && works(track.calendar, today)),
    late: items.filter((item) => item.late),
    again: again(track, modules, progress, number, today, aWeek),
    next: nextMoment(track, items, dates, number, works(track.calendar, today)),
    moments: track.moments.map((one) => ({ ...one, date: dateOn(dates, one.day) })),
    repeats: () => repeats(track, modules, start),
    gates,
    gate: gates.findLast((one) => one.date < today && one.open.length > 0) ?? gates.find((one) => one.date >= today) ?? null,
    week_: (/** @type {number} */ one) => weekOf(track, items, dates, one, aWeek),
  };
}

/**
 * @param {Track} track @param {Record<string, Module>} modules @param {Progress} progress @param {Day[]} dates
 * @param {number} number @param {number} aWeek @param {boolean} working @returns {Item[]}
 */
function itemsOf(track, modules, progress, dates, number, aWeek, working) {
  const known = Object.entries(track.days).filter(([id]) => id in modules);
  const items = known.map(([id, day]) => {
    const kept = progress.done[id];
    return {
      id,
      module: modules[id],
      day,
      date: dateOn(dates, day),
      week: Math.ceil(day / aWeek),
      done: Boolean(kept?.on),
      signed: Boolean(kept?.signed),
      changed: changedSince(kept, modules[id]),
      late: !kept?.on && (day < number || (day === number && !working)),
      waits: modules[id].needs.filter((need) => need in track.days && !progress.done[need]?.on),
      since: kept?.on ?? null,
    };
  });
  return items.sort((a, b) => a.day - b.day);
}

/**
 * @param {Track} track @param {Item[]} items @param {Day[]} dates @param {number} number @param {number} aWeek
 */
function weekOf(track, items, dates, number, aWeek) {
  const days = dates.slice((number - 1) * aWeek, number * aWeek);
  const [minutes, limit] = track.loads[number - 1] ?? [0, 0];
  return {
    number,
    days: days.map((date, at) => ({ date, day: (number - 1) * aWeek + at + 1 })),
    from: days[0],
    to: days[days.length - 1],
    minutes,
    limit,
    items: items.filter((item) => item.week === number),
    moments: track.moments.filter((one) => Math.ceil(one.day / aWeek) === number),
    again: track.again.filter(([, , day]) => Math.ceil(day / aWeek) === number),
    last: Math.ceil(dates.length / aWeek),
  };
}

/** What was learnt and is to be repeated by today, the newest round of each module, unless it was. Whoever learns late repeats late. */
function again(
  /** @type {Track} */ track,
  /** @type {Record<string, Module>} */ modules,
  /** @type {Progress} */ progress,
  /** @type {number} */ number,
  /** @type {Day} */ today,
  /** @type {number} */ aWeek,
) {
  /** @type {Map<string, {id: string, key: string, title: string, path: string, ago: number, minutes: number, day: number}>} */
  const rounds = new Map();
  for (const [id, after, planned, minutes] of track.again) {
    const on = progress.done[id]?.on;
    if (planned > number || !on || !(id in modules)) continue;
    const day = planned + Math.max(0, worked(track.calendar, /** @type {Day} */ (progress.start), on) - track.days[id]);
    if (day > number) continue;
    const ago = between(on, today);
    rounds.set(id, { id, key: `${id}+${after}`, title: modules[id].title, path: modules[id].path, ago, minutes, day });
  }
  return [...rounds.values()].filter((one) => !progress.again[one.key] && number - one.day < aWeek);
}

/** What the programme repeats, by day, some of it after its last week. @param {Track} track @param {Record<string, Module>} modules @param {Day} start */
function repeats(track, modules, start) {
  const dates = workingDays(track.calendar, start, Math.max(1, ...track.again.map(([, , day]) => day)));
  const days = [...new Set(track.again.map(([, , day]) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const those = track.again.filter(([id, , on]) => on === day && id in modules);
    const minutes = those.reduce((sum, [, , , one]) => sum + one, 0);
    return { day, date: dateOn(dates, day), titles: those.map(([id]) => modules[id].title), minutes };
  });
}

/**
 * @param {Track} track @param {Item[]} items @param {Day[]} dates @param {number} number @param {boolean} working
 */
function nextMoment(track, items, dates, number, working) {
  const moment = track.moments.find((one) => one.day > number || (one.day === number && working));
  if (!moment) return null;
  const before = items.filter((item) => !item.done && item.module.moment === moment.id);
  return { ...moment, date: dateOn(dates, moment.day), open: before };
}

/** @param {Track} track @param {Progress} progress @param {Day} start */
function gatesOf(track, progress, start) {
  const days = [...new Set(track.gates.map((gate) => gate.day))].sort((a, b) => a - b);
  return days.map((day) => {
    const measures = track.gates.filter((gate) => gate.day === day);
    const open = measures.filter((gate) => !reached(gate, progress.gates[gate.key]));
    return { day, date: gateDay(track.calendar, start, day), measures, open };
  });
}

/** @param {Gate} gate @param {number | undefined} said */
export function reached(gate, said) {
  if (said === undefined) return false;
  return gate.target === null ? said > 0 : said >= gate.target;
}
