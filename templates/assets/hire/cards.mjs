/** Flash cards: a card comes back just before it would be forgotten (FSRS, by ts-fsrs). What is known stays in this browser. */

import { dayOf, worked } from "./calendar.mjs";
import { state } from "./item.mjs";
import { fill, make, speaker, toldTo } from "./page.mjs";
import { adopt, keep, load, trackOf } from "./progress.mjs";
import { createEmptyCard, fsrs, Rating } from "./vendor/ts-fsrs-5.4.2.mjs";

const NEW_A_DAY = 10;
const SOON = 20 * 60_000; // a card that comes back within twenty minutes belongs to this sitting
const RATINGS = /** @type {const} */ (["again", "hard", "good", "easy"]);
const scheduler = fsrs({ enable_fuzz: false });

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  adopt(told);
  const say = speaker(told.words);
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-card]"))];
  const decks = [...new Set(all.map((one) => one.dataset.deck ?? ""))];
  const names = new Map(decks.map((deck) => [deck, nameOf(all, deck)]));
  const which = make("select.tu-input", { id: "cards-deck" }, make("option", { value: "" }, say("all")), ...decks.map((deck) => make("option", { value: deck }, names.get(deck))));
  const place = make("div.tu-deck");
  let more = 0;

  const next = () => {
    const progress = load(told.site);
    const pile = all.filter((one) => !which.value || one.dataset.deck === which.value);
    const cards = taught(pile, told, progress, Boolean(which.value || more));
    const queue = waiting(cards, progress, new Date(), NEW_A_DAY + more);
    queue.unseen = pile.filter((one) => !progress.cards[one.dataset.card ?? ""]).length;
    const one = queue.due[0] ?? queue.fresh[0] ?? queue.soon[0];
    if (one) return ask(told, say, place, one, queue, next);
    finished(say, place, queue, () => ((more += NEW_A_DAY), next(), place.querySelector("button")?.focus()));
  };
  which.addEventListener("change", next);
  fill(root, make("form.tu-recite", { onsubmit: (/** @type {Event} */ event) => event.preventDefault() }, make("label", {}, make("span", {}, say("deck")), which)), place, make("small.tu-soft", {}, say("keys")));
  root.addEventListener("keydown", press);
  next();
}

/** @param {HTMLElement[]} all @param {string} deck */
function nameOf(all, deck) {
  let before = all.find((one) => one.dataset.deck === deck)?.previousElementSibling;
  while (before && before.tagName !== "H3") before = before.previousElementSibling;
  return before?.textContent ?? deck;
}

/**
 * The cards in the order in which the hire's own track teaches them, what no module teaches at the end. New ones of
 * later weeks wait, unless all are asked for. Without a role and a first day they stay as the page has them.
 * @param {HTMLElement[]} cards @param {any} told @param {import("./progress.mjs").Progress} progress @param {boolean} whole
 */
function taught(cards, told, progress, whole) {
  const track = trackOf(told.tracks, progress);
  if (!track || !progress.start) return cards;
  const aWeek = Math.max(1, track.calendar.weekdays.length);
  const until = Math.max(1, Math.ceil(worked(track.calendar, progress.start, dayOf(new Date())) / aWeek)) * aWeek;
  const days = new Map(cards.map((one) => [one, firstDay(one, track.days)]));
  const dayFor = (/** @type {HTMLElement} */ one) => days.get(one) ?? Infinity;
  const begun = (/** @type {HTMLElement} */ one) => (one.dataset.card ?? "") in progress.cards;
  const shown = cards.filter((one) => whole || begun(one) || dayFor(one) <= until || dayFor(one) === Infinity);
  return shown.sort((a, b) => (dayFor(a) === dayFor(b) ? 0 : dayFor(a) - dayFor(b)));
}

/** @param {HTMLElement} card @param {Record<string, number>} days */
const firstDay = (card, days) => Math.min(...(card.dataset.modules ?? "").split(" ").map((id) => days[id] ?? Infinity));

/** A card whose answer has changed is due at once. @param {HTMLElement[]} cards @param {import("./progress.mjs").Progress} progress @param {Date} now @param {number} most */
function waiting(cards, progress, now, most) {
  const kept = (/** @type {HTMLElement} */ one) => progress.cards[one.dataset.card ?? ""];
  const begun = Object.values(progress.cards).filter((card) => card.first === dayOf(now)).length;
  const known = cards.filter(kept).sort((a, b) => (kept(a).due < kept(b).due ? -1 : 1));
  const time = now.toISOString();
  const later = known.filter((one) => kept(one).due > time && kept(one).says === one.dataset.says);
  return {
    due: known.filter((one) => !later.includes(one)),
    fresh: cards.filter((one) => !kept(one)).slice(0, Math.max(0, most - begun)),
    soon: later.filter((one) => Date.parse(kept(one).due) - now.getTime() < SOON),
    next: later.length ? kept(later[0]).due : "",
    unseen: 0,
  };
}

/** @param {any} told @param {any} say @param {HTMLElement} place @param {HTMLElement} one @param {ReturnType<typeof waiting>} queue @param {() => void} next */
function ask(told, say, place, one, queue, next) {
  const id = one.dataset.card ?? "";
  const kept = load(told.site).cards[id];
  const changed = kept && kept.says !== one.dataset.says;
  const answer = make("div.tu-card-answer", { tabIndex: -1, role: "group", "aria-label": say("answer"), hidden: true });
  for (const node of one.children) if (!node.matches("summary, [data-options]")) answer.append(node.cloneNode(true));
  for (const twin of answer.querySelectorAll("[id]")) twin.removeAttribute("id");
  const rate = make("div.tu-carry", { role: "group", "aria-label": say("rate"), hidden: true }, ...ratings(told, say, one, kept, next));
  const show = make("button.tu-button.tu-button--main", { type: "button", "data-show": true, onclick: () => reveal(show, answer, rate) }, say("show"));
  const mark = changed ? state("suspect", say("changed")) : kept ? "" : make("span.tu-soft", {}, say("new"));
  const question = make("p.tu-card-question", { tabIndex: -1 }, one.querySelector("summary")?.textContent ?? "");
  place.replaceChildren(make("p.tu-soft", { role: "status" }, say(queue.soon.length ? "left-soon" : "left", { due: queue.due.length, new: queue.fresh.length, soon: queue.soon.length })), make("div.tu-say", {}, mark, question, one.querySelector("[data-options]")?.cloneNode(true) ?? "", answer), show, rate);
  if (place.dataset.begun || document.activeElement === document.body) question.focus({ preventScroll: true }); // so that the keys work
  place.dataset.begun = "yes";
}

/** @param {HTMLElement} show @param {HTMLElement} answer @param {HTMLElement} rate */
function reveal(show, answer, rate) {
  show.hidden = true;
  answer.hidden = false;
  rate.hidden = false;
  answer.focus();
}

/** @param {any} told @param {any} say @param {HTMLElement} one @param {any} kept @param {() => void} next */
function ratings(told, say, one, kept, next) {
  const now = new Date();
  const outcomes = scheduler.repeat(kept && kept.says === one.dataset.says ? kept : createEmptyCard(now), now);
  return RATINGS.map((name, at) => {
    const { card } = outcomes[/** @type {1 | 2 | 3 | 4} */ (Rating[/** @type {"Good"} */ (say.capital(name))])];
    const save = () => {
      keep(told.site, (progress) => {
        const first = progress.cards[one.dataset.card ?? ""]?.first ?? dayOf(now);
        progress.cards[one.dataset.card ?? ""] = { ...JSON.parse(JSON.stringify(card)), says: one.dataset.says, first };
      });
      next();
    };
    return make("button.tu-button", { type: "button", "data-rating": at + 1, onclick: save }, say(name), make("small", {}, ` ${ahead(say, card.due.getTime() - now.getTime())}`));
  });
}

/** @param {any} say @param {number} time in milliseconds */
function ahead(say, time) {
  const minutes = Math.max(1, Math.round(time / 60_000));
  if (minutes < 60) return say("in-minutes", { count: minutes });
  return minutes < 1440 ? say("in-hours", { count: Math.round(minutes / 60) }) : say("in-days", { count: Math.round(minutes / 1440) });
}

/** @param {any} say @param {HTMLElement} place @param {ReturnType<typeof waiting>} queue @param {() => void} more */
function finished(say, place, queue, more) {
  const lead = queue.next ? say("finished-lead", { when: say("next-on", { day: say.day(dayOf(new Date(queue.next))) }) }) : say("finished-all");
  const head = make("h2", { tabIndex: -1 }, say("finished"));
  place.replaceChildren(head, make("p", {}, lead), queue.unseen ? make("button.tu-button", { type: "button", onclick: more }, say("more")) : "");
  if (place.dataset.begun) head.focus();
}

/** Space shows the answer, 1 to 4 rate it; where somebody writes or chooses, keys mean what they always do. @param {KeyboardEvent} event */
function press(event) {
  const at = /** @type {HTMLElement} */ (event.target);
  if (at.closest("select, input, textarea, a") || event.ctrlKey || event.metaKey || event.altKey) return;
  const root = /** @type {HTMLElement} */ (event.currentTarget);
  const rating = /** @type {HTMLElement | null} */ (root.querySelector(`[data-rating="${event.key}"]`));
  const show = /** @type {HTMLElement | null} */ (root.querySelector("[data-show]:not([hidden])"));
  if (rating && !rating.closest("[hidden]")) rating.click();
  else if (event.key === " " && show && at.tagName !== "BUTTON") show.click();
  else return;
  event.preventDefault();
}
