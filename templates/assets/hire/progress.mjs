/**
 * What a hire has chosen and ticked, kept in this browser only. The keys are ids of records, so that a new version
 * of the playbook, another address or a renamed page loses nothing.
 *
 * @typedef {{on?: string, signed?: string, says?: string}} Learnt `says` is a digest of what was taught that day; `named` is what the events in a calendar are named by
 * @typedef {{form: 1, track?: string, start?: string, name?: string, named?: string, done: Record<string, Learnt>,
 *   again: Record<string, string>, gates: Record<string, number>, quiz: Record<string, number>,
 *   recited: Record<string, number>, cards: Record<string, any>, drill: Record<string, [number, number]>}} Progress
 */

import { isDay } from "./calendar.mjs";
import { unkept } from "./page.mjs";

/** @returns {Progress} */
export const nothing = () => ({ form: 1, done: {}, again: {}, gates: {}, quiz: {}, recited: {}, cards: {}, drill: {} });

const key = (/** @type {string} */ site) => `tuneup.${site}.progress`;
/** @type {Record<string, Progress>} what is kept while a browser refuses to store anything: it is newer than what is stored */
const meanwhile = {};

/** @param {string} site @returns {Progress} */
export function load(site) {
  if (site in meanwhile) return meanwhile[site];
  try {
    return cleaned(JSON.parse(localStorage.getItem(key(site)) ?? "{}")) ?? nothing();
  } catch {
    return nothing(); // storage is switched off, or what it holds is no JSON
  }
}

/**
 * Changes the newest state and keeps it, or says on the page that the browser does not.
 * @param {string} site @param {(progress: Progress) => void} change
 */
export function keep(site, change) {
  const progress = load(site);
  change(progress);
  try {
    localStorage.setItem(key(site), JSON.stringify(progress));
    delete meanwhile[site];
  } catch {
    meanwhile[site] = progress;
    unkept();
  }
  window.dispatchEvent(new CustomEvent("tuneup:progress"));
}

/**
 * What was ticked under the id that a module had in an earlier version, under its own.
 * @param {Progress} progress @param {Record<string, string>} formerly the id of today by the old one
 */
export function renamed(progress, formerly) {
  for (const [old, id] of Object.entries(formerly)) {
    for (const part of /** @type {const} */ (["done", "quiz"])) move(progress[part], old, id);
    for (const part of /** @type {const} */ (["again", "cards"])) {
      for (const key of Object.keys(progress[part])) if (key.startsWith(old) && "+.".includes(key[old.length])) move(progress[part], key, id + key.slice(old.length));
    }
  }
  return progress;
}

/** @param {Record<string, any>} kept @param {string} old @param {string} id */
function move(kept, old, id) {
  if (!(old in kept)) return;
  kept[id] ??= kept[old];
  delete kept[old];
}

/** Renames once what this browser keeps. @param {{site?: string, formerly?: Record<string, string>}} told */
export function adopt({ site, formerly = {} }) {
  if (!site) return;
  const was = JSON.stringify(load(site));
  if (JSON.stringify(renamed(load(site), formerly)) !== was) keep(site, (progress) => renamed(progress, formerly));
}

/** The programme that was chosen, where the playbook has it. @template T @param {Record<string, T>} tracks @param {Progress} progress */
export const trackOf = (tracks, { track = "", start }) => (start && Object.hasOwn(tracks, track) ? tracks[track] : null);

/** Calls `see` after every change, also one made in another window, until the element has left the page. */
export function watch(/** @type {HTMLElement} */ element, /** @type {() => void} */ see) {
  const stop = new AbortController();
  const on = () => (element.isConnected ? see() : stop.abort());
  window.addEventListener("tuneup:progress", on, { signal: stop.signal });
  window.addEventListener("storage", on, { signal: stop.signal });
  window.addEventListener("pageshow", on, { signal: stop.signal }); // "back" may show the page as it was left
}

/**
 * Whether something else was learnt than is taught today; a change that was only words is none.
 * @param {Learnt | undefined} kept @param {{says: string, alike?: string[]}} module
 */
export const changedSince = (kept, module) => Boolean(kept?.on && kept.says && ![module.says, ...(module.alike ?? [])].includes(kept.says));

/** @param {Progress} progress @param {string} id @param {boolean} learnt @param {string} day @param {string} says */
export function tick(progress, id, learnt, day, says) {
  if (learnt) progress.done[id] = { ...progress.done[id], on: day, says };
  else delete progress.done[id];
}

/**
 * What a file or a link holds, without anything that does not belong; null where it is no progress at all.
 * @param {any} found @returns {Progress | null}
 */
export function cleaned(found) {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return null;
  const clean = nothing();
  if (typeof found.track === "string") clean.track = found.track;
  if (typeof found.name === "string") clean.name = found.name.slice(0, 80);
  if (isDay(found.start)) clean.start = found.start;
  if (/^[\w-]+\.[\d-]+$/.test(found.named)) clean.named = String(found.named);
  for (const [id, kept] of entries(found.done)) {
    if (!isDay(kept?.on)) continue;
    clean.done[id] = { on: kept.on };
    if (isDay(kept.signed)) clean.done[id].signed = kept.signed;
    if (typeof kept.says === "string") clean.done[id].says = kept.says;
  }
  for (const [id, day] of entries(found.again)) if (isDay(day)) clean.again[id] = day;
  for (const [id, number] of entries(found.gates)) if (number >= 0 && Number.isFinite(number)) clean.gates[id] = number;
  for (const part of /** @type {const} */ (["quiz", "recited"])) {
    for (const [id, share] of entries(found[part])) if (share >= 0 && share <= 100) clean[part][id] = Number(share);
  }
  for (const [id, card] of entries(found.cards)) if (isCard(card)) clean.cards[id] = card;
  for (const [id, pair] of entries(found.drill)) {
    if (Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite)) clean.drill[id] = [pair[0], pair[1]];
  }
  return clean;
}

/** Whether the scheduler can go on with it. @param {any} card */
const isCard = (card) =>
  [card?.due, card?.last_review ?? card?.due].every((day) => !Number.isNaN(Date.parse(day))) &&
  [card.stability, card.difficulty, card.reps].every(Number.isFinite) &&
  [0, 1, 2, 3].includes(card.state);

/** @param {any} value @returns {[string, any][]} */
function entries(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(([id]) => /^[\w+/.-]{1,200}$/.test(id) && id !== "__proto__");
}
