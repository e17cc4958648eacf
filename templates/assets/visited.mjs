/**
 * Marks what has changed since the reader's last visit: what this browser had not seen by the end of the last day on
 * which it was here. The list stays in this browser and is never sent.
 *
 * @typedef {{day: string, seen: string[]}} Visit
 */

import { isDay } from "./hire/calendar.mjs";
import { fill, make, speaker, toldTo } from "./hire/page.mjs";

const MOST = 500; // an old version on the same host has changes of its own; all are kept, within reason

/** @param {HTMLElement} root */
export function start(root) {
  const { site, changes, words } = toldTo(root);
  const last = lastVisit(`tuneup.${site}.visit`, changes);
  if (!last) return;
  const say = speaker(words);
  const fresh = new Set(changes.filter((/** @type {string} */ change) => !last.seen.includes(change)));
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-change]"))) {
    if (!fresh.has(row.dataset.change)) continue;
    row.firstElementChild?.append(make("br"), make("span.tu-state.tu-state--due", {}, say("fresh")));
  }
  const filled = { count: fresh.size, day: say.short(last.day) };
  fill(root, make("p.tu-soft", {}, fresh.size ? say("since", filled) : say("nothing", filled)));
}

/** Notes this visit. @param {string} key @param {string[]} changes @returns {Visit | undefined} that of an earlier day */
function lastVisit(key, changes) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    const [now, last] = [visit(kept?.now), visit(kept?.last)];
    const day = today();
    const before = now && now.day !== day ? now : last;
    const seen = [...new Set([...changes, ...(now?.seen ?? [])])].slice(0, MOST);
    localStorage.setItem(key, JSON.stringify({ now: { day, seen }, last: before }));
    return before;
  } catch {
    return undefined; // the browser stores nothing, or what it holds is not ours
  }
}

/** @param {any} kept @returns {Visit | undefined} */
const visit = (kept) => (isDay(kept?.day) && Array.isArray(kept.seen) ? kept : undefined);

function today() {
  const still = document.querySelector('meta[name="tuneup-today"]')?.getAttribute("content");
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return still ?? local.toISOString().slice(0, 10);
}
