/** What the scripts of a page share: its data, its words, how dates are written, and making elements. */

/**
 * @param {HTMLElement} element the one that asked for the script
 * @returns {any}
 */
export const toldTo = (element) => JSON.parse(/** @type {HTMLElement | null} */ (element.querySelector(".tu-told"))?.dataset.told ?? "{}");

const language = () => document.documentElement.lang || "en";

/**
 * The words of a page: `say("late", {count: 2, titles: "…"})` picks the plural form and fills in the names.
 * @param {Record<string, any>} words
 */
export function speaker(words) {
  const say = (/** @type {string} */ key, /** @type {Record<string, any>} */ filled = {}) => {
    let found = words[key] ?? "";
    if (typeof found === "object") found = found[new Intl.PluralRules(language()).select(filled.count ?? 0)] ?? found.other;
    const all = "count" in filled ? { some: inWords(filled.count), ...filled } : filled;
    return String(found).replace(/\{(\w+)\}/g, (whole, name) => (name in all ? String(all[name]) : whole)).replace(/\b\.\.(?!\.)/g, "."); // `des.`
  };
  const inWords = (/** @type {number} */ count) => words.number?.[count] ?? String(count);
  const time = (/** @type {number} */ minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return hours && rest ? say("both", { hours, minutes: rest }) : hours ? say("hours", { hours }) : say("minutes", { minutes: rest });
  };
  return Object.assign(say, { time, inWords, day: ordered("long"), weekday, short: ordered("short"), list, capital, number });
}

/** @param {string} date @param {Intl.DateTimeFormatOptions} how */
const written = (date, how) => new Intl.DateTimeFormat(language(), { ...how, timeZone: "UTC" }).format(new Date(date));
const FAR = 180 * 86_400_000;
/** Said where a day and a month could be another year's. */
const year = (/** @type {string} */ date) =>
  Math.abs(Date.parse(date) - Date.now()) > FAR && date.slice(0, 4) !== String(new Date().getFullYear()) ? date.slice(0, 4) : "";
/** Weekday, day, month in this order, as everywhere on the site. @param {"long" | "short"} weekday */
const ordered = (weekday) => (/** @type {string} */ date) => {
  const both = written(date, { day: "numeric", month: "short" }).split(" ");
  return [written(date, { weekday }), ...(parseInt(both[0]) ? both : both.reverse()), year(date)].join(" ").trim();
};
const weekday = (/** @type {string} */ date) => capital(written(date, { weekday: "long" }));
const list = (/** @type {string[]} */ items) => new Intl.ListFormat(language(), { type: "conjunction" }).format(items);
const number = (/** @type {number} */ value) => new Intl.NumberFormat(language()).format(value);
/** @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * An element: `make("a.tu-button", {href: "…"}, "words", otherElement)`. Texts are only ever texts; nothing is read as HTML.
 * @param {string} what @param {Record<string, any>} [set] @param {...(Node | string | null | false | undefined)} inside
 * @returns {any}
 */
export function make(what, set = {}, ...inside) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-") && name !== "list") /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((one) => one !== null && one !== undefined && one !== false).map((one) => /** @type {Node | string} */ (one)));
  return element;
}

/** Says once, above the heading, that this browser keeps nothing. */
export function unkept() {
  const root = /** @type {HTMLElement | null} */ (document.querySelector(".tu-hire"));
  if (!root || document.querySelector(".tu-unkept")) return;
  document.querySelector("main h1")?.before(make("p.tu-unkept", { role: "alert" }, make("span.tu-state.tu-state--failing", {}, toldTo(root).words.unsaved)));
}

/** A date that stays on one line. */
export const unbroken = (/** @type {string} */ date) => date.replaceAll(" ", "\u00a0");

const ROOT = new URL("../../", import.meta.url);

/**
 * Where a page of the docs folder is on the site; the links already there show how addresses are written here.
 * @param {string} path
 */
export function address(path) {
  const [page, anchor] = path.split("#");
  const flat = Boolean(document.querySelector('.md-nav a[href$=".html"]:not([href*="://"])'));
  const file = flat ? page.replace(/\.md$/, ".html") : page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/");
  return new URL(file, ROOT).href + (anchor ? `#${anchor}` : "");
}

/** Puts new content into `element` and the focus back where it was, by its id; what has gone passes it on to what came next. */
export function fill(/** @type {HTMLElement} */ element, /** @type {(Node | string)[]} */ ...content) {
  const ids = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[id]"))].map((one) => one.id);
  const at = ids.indexOf(document.activeElement?.id ?? "");
  const kept = element.querySelector(".tu-told");
  element.replaceChildren(...(kept ? [kept] : []), .../** @type {any} */ (content.flat()));
  if (at < 0) return;
  for (const id of [...ids.slice(at), ...ids.slice(0, at).reverse()]) {
    document.getElementById(id)?.focus();
    if (document.activeElement?.id === id) return;
  }
}
