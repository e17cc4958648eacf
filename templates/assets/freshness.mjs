/**
 * Judges again, on the reader's own day, whether a review is due: a site that nobody has built for a
 * while would show its last state for ever. The day comes from `<html data-today>` where the site stands still.
 */

const SOON = 14; // days, the same as when the site is built

/** @param {HTMLTimeElement} time */
export function start(time) {
  const still = document.querySelector('meta[name="tuneup-today"]')?.getAttribute("content");
  const now = new Date();
  const today = still ? Date.parse(still) : Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()); // the reader's own
  const days = Math.round((Date.parse(time.dateTime) - today) / 86_400_000);
  const words = JSON.parse(document.querySelector('meta[name="tuneup-words"]')?.getAttribute("content") ?? "{}");
  if (!words.in) return;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en").select(Math.abs(days));
  const say = (/** @type {any} */ forms) => (forms[plural] ?? forms.other).replace("{count}", String(Math.abs(days)));
  time.textContent = days > 0 ? say(words.in) : days === 0 ? words.today : say(words.overdue);
  const late = days < 0 ? "overdue" : days <= SOON ? "due" : "in-tune";
  if (time.classList.contains("tu-due") && !time.classList.contains("tu-due--suspect")) {
    time.className = `tu-due tu-due--${late}`;
  }
  if (time.dataset.due) light(time, late);
}

/** A lamp that has turned since the page was made: its shape, the word before the day, and the note above all lamps. */
function light(/** @type {HTMLElement} */ time, /** @type {string} */ late) {
  const lamp = time.closest("li");
  const shape = lamp?.querySelector(".tu-state");
  if (!lamp || late === (shape?.classList.contains("tu-state--in-tune") ? "in-tune" : time.dataset.state)) return;
  shape?.classList.replace("tu-state--in-tune", "tu-state--due");
  const said = lamp.querySelector(".tu-word");
  if (said) said.textContent = late === "due" ? (time.dataset.due ?? "") : "";
  document.querySelector("[data-since]")?.removeAttribute("hidden");
}
