/** "Would you pursue them?": prospects made up from the score table; decide, then see what the table says. */

import { state } from "./item.mjs";
import { fill, make, speaker, toldTo } from "./page.mjs";
import { prospects, verdictOn } from "./prospects.mjs";
import { keep, load } from "./progress.mjs";

const A_ROUND = 10;

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  const say = speaker(told.words);
  const which = make("select.tu-input", { id: "drill-which" }, ...told.profiles.map((/** @type {any} */ one) => make("option", { value: one.id }, one.title)));
  const place = make("div.tu-prospect");
  const begin = () => {
    const profile = told.profiles.find((/** @type {any} */ one) => one.id === which.value);
    round(told, say, place, profile);
  };
  const best = () => {
    const kept = load(told.site).drill[which.value];
    place.replaceChildren(kept ? make("p.tu-soft", {}, say("best", { right: kept[0], all: kept[1] })) : "");
  };
  which.addEventListener("change", best);
  fill(root, make("form.tu-recite", { onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), begin()) }, make("label", {}, make("span", {}, say("which")), which), make("div.tu-carry", {}, make("button.tu-button.tu-button--main", { type: "submit" }, say("begin")))), place);
  best();
}

/** @param {any} told @param {any} say @param {HTMLElement} place @param {any} profile */
function round(told, say, place, profile) {
  const made = prospects(profile, A_ROUND, Date.now());
  let right = 0;
  const ask = (/** @type {number} */ at) => {
    if (at === made.length) return finish();
    place.replaceChildren(...question(say, profile, made[at], at, made.length, (hit) => ((right += hit ? 1 : 0), () => ask(at + 1))));
    place.querySelector("h2")?.focus();
  };
  const finish = () => {
    keep(told.site, (progress) => {
      const before = progress.drill[profile.id];
      if (!before || right / made.length >= before[0] / before[1]) progress.drill[profile.id] = [right, made.length];
    });
    place.replaceChildren(make("h2", { tabIndex: -1 }, say("result", { right, all: made.length })), make("button.tu-button", { type: "button", onclick: () => round(told, say, place, profile) }, say("again")));
    place.querySelector("h2")?.focus();
  };
  ask(0);
}

/** @param {any} say @param {any} profile @param {any} one @param {number} at @param {number} all @param {(hit: boolean) => () => void} decided */
function question(say, profile, one, at, all, decided) {
  const facts = one.lines.map((/** @type {any} */ line) => make("tr", {}, make("th", { scope: "row" }, line.attribute), make("td", {}, line.answer), make("td.tu-narrow", {}, "")));
  const table = make("table.tu-week", {}, make("tbody", {}, ...facts));
  const also = one.walk ? make("p", {}, make("b", {}, say("also", { what: one.walk.what }))) : "";
  const said = make("div", { role: "status" });
  const choices = [...profile.tiers.map((/** @type {any} */ tier) => [tier.name, `${say("tier", { name: tier.name })}: ${tier.then}`]), ["", say("walk")]];
  const buttons = choices.map(([name, words]) => make("button.tu-button", { type: "button", onclick: () => answer(name) }, words));
  const answer = (/** @type {string} */ name) => {
    const truth = verdictOn(profile, one);
    const hit = name === truth.name;
    buttons.forEach((button, at) => {
      button.disabled = true;
      if (choices[at][0] === name) button.setAttribute("aria-pressed", "true");
    });
    one.lines.forEach((/** @type {any} */ line, /** @type {number} */ row) => (facts[row].lastElementChild.textContent = String(line.points)));
    const next = decided(hit);
    const because = truth.walk ? say("walk-because", { because: truth.walk.because || truth.walk.what }) : say("points", { points: truth.points, name: truth.name, then: truth.then });
    const on = make("button.tu-button.tu-button--main", { type: "button", onclick: next }, say("next"));
    said.replaceChildren(make("p", {}, state(hit ? "in-tune" : "failing", say(hit ? "right" : "wrong")), " ", because), on);
    on.focus();
  };
  return [make("h2", { tabIndex: -1 }, say("count", { number: at + 1, all })), table, also, make("p", {}, say("decide")), make("div.tu-carry", { role: "group", "aria-label": say("decide") }, ...buttons), said];
}
