/**
 * Judges again, on the reader's own day, whether a review is due: a site that nobody has built for a
 * while would show its last state for ever. The day comes from `<html data-today>` where the site stands still.
 */

const SOON = 14; // days, the same as when the site is built

/** @param {HTMLTimeElement} time */
export function start(time) {
  const still = document.querySelector('meta[name="tuneup-today"]')?.getAttribute("content");
  const today = still ? new Date(still) : new Date(new Date().toDateString());
  const days = Math.round((Date.parse(time.dateTime) - Date.parse(today.toISOString().slice(0, 10))) / 86_400_000);
  const words = JSON.parse(document.querySelector('meta[name="tuneup-words"]')?.getAttribute("content") ?? "{}");
  if (!words.in) return;
  const plural = new Intl.PluralRules(document.documentElement.lang || "en").select(Math.abs(days));
  const say = (/** @type {any} */ forms) => (forms[plural] ?? forms.other).replace("{count}", String(Math.abs(days)));
  time.textContent = days > 0 ? say(words.in) : days === 0 ? words.today : say(words.overdue);
  const late = days < 0 ? "overdue" : days <= SOON ? "due" : "in-tune";
  if (!time.classList.contains("tu-due--suspect")) time.className = `tu-due tu-due--${late}`;
}
