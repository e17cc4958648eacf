/** One module as a line with a box to tick, and one repetition likewise. */

import { dayOf } from "./calendar.mjs";
import { address, make } from "./page.mjs";
import { keep, tick } from "./progress.mjs";

/**
 * @param {any} say @param {string} site @param {import("./course.mjs").Item} item
 * @param {{small?: string[], more?: Node | null}} [given]
 */
export function line(say, site, item, { small = [], more = null } = {}) {
  const notes = small.filter(Boolean);
  return make(
    "li.tu-line",
    {},
    box(say, site, item),
    make(
      "div",
      {},
      make("a", { href: address(item.module.path), id: `title-${item.id}` }, item.module.title),
      item.changed && state("suspect", say("states.changed")),
      notes.length > 0 && make("small", {}, notes.join(" ")),
      more,
    ),
    make("span.tu-mins", {}, say.time(item.module.minutes)),
  );
}

/** @param {any} say @param {string} site @param {{id: string, module: {title: string, says: string}, done: boolean}} item */
export function box(say, site, item) {
  return make("input.tu-tick", {
    type: "checkbox",
    id: `tick-${item.id}`,
    checked: item.done,
    "aria-label": say("learnt", { title: item.module.title }),
    onchange: (/** @type {any} */ event) =>
      keep(site, (progress) => tick(progress, item.id, event.target.checked, dayOf(new Date()), item.module.says)),
  });
}

/** @param {any} say @param {string} site @param {{key: string, title: string, path: string, ago: number, minutes: number}} one */
export function repetition(say, site, one) {
  const title = say("again", { title: one.title });
  return make(
    "li.tu-line",
    {},
    make("input.tu-tick", {
      type: "checkbox",
      id: `again-${one.key}`,
      "aria-label": title,
      onchange: () => keep(site, (progress) => (progress.again[one.key] = dayOf(new Date()))),
    }),
    make("div", {}, make("a", { href: address(one.path) }, title), make("small", {}, say("again-small", { count: one.ago }))),
    make("span.tu-mins", {}, say.time(one.minutes)),
  );
}

/** A state as everywhere on the site: shape, colour and word. */
export const state = (/** @type {string} */ name, /** @type {string} */ words) =>
  make(`span.tu-state.tu-state--${name}`, {}, words);

/** How full a week is. */
export function load(/** @type {number} */ minutes, /** @type {number} */ limit) {
  const share = Math.min(100, Math.round((100 * minutes) / (limit || 1)));
  const bar = make(`span.tu-load${minutes > limit ? ".tu-load--over" : ""}`, { "aria-hidden": "true" }, make("i"));
  bar.firstElementChild.style.width = `${share}%`;
  return bar;
}
