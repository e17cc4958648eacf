/** Turns the questions of a page into a quiz: choose, check, read why. The best result is kept. */

import { state } from "./item.mjs";
import { make } from "./page.mjs";
import { keep, load } from "./progress.mjs";

/** @param {any} told @param {any} say */
export function quiz(told, say) {
  const places = [...document.querySelectorAll(".tu-question")];
  /** @type {(boolean | null)[]} */
  const results = told.quiz.map((/** @type {boolean[]} */ options) => (options.some(Boolean) ? null : true));
  const score = make("p.tu-score-line", { role: "status" });
  const asked = results.map((one) => one === null);
  const tell = () => {
    if (results.some((one) => one === null)) return;
    const counted = results.filter((_, at) => asked[at]);
    const right = counted.filter(Boolean).length;
    const percent = Math.round((100 * right) / Math.max(1, counted.length));
    keep(told.site, (progress) => (progress.quiz[told.id] = Math.max(percent, progress.quiz[told.id] ?? 0)));
    const passed = told.mark === null || percent >= told.mark;
    score.replaceChildren(`${say("score", { right, all: counted.length, percent })} `, passed ? state("in-tune", say("passed")) : say("not-passed", { mark: told.mark }), " ", again());
  };
  const again = () => make("button.tu-button", { type: "button", onclick: restart }, say("try-again"));
  const forms = places.map((place, at) => (asked[at] ? form(place, told.quiz[at], at, say, (right) => ((results[at] = right), tell())) : null));
  const restart = () => {
    for (const [at, one] of forms.entries()) {
      if (!one) continue;
      results[at] = null;
      one.reset();
    }
    score.replaceChildren();
    /** @type {any} */ (forms.find(Boolean))?.element.querySelector("input")?.focus();
  };
  const best = load(told.site).quiz[told.id];
  if (best !== undefined) score.textContent = say("best", { percent: best });
  places.at(-1)?.after(score);
}

/** @param {Element} place @param {boolean[]} right @param {number} number @param {any} say @param {(right: boolean) => void} done */
function form(place, right, number, say, done) {
  const list = place.querySelector(":scope > ul");
  const answer = place.querySelector("details");
  if (!list || !answer) return null;
  const question = place.querySelector("p");
  const said = make("p.tu-answer", { role: "status", tabIndex: -1 });
  const options = [...list.querySelectorAll(":scope > li")].map((option, at) => {
    const choice = make("input", { type: "radio", name: `question-${number}`, value: String(at) });
    return make("label", {}, choice, make("span", {}, ...[...option.childNodes].map((node) => node.cloneNode(true))));
  });
  const check = make("button.tu-button", { type: "submit" }, say("check"));
  const legend = make("legend", {}, ...(question ? question.childNodes : []));
  question?.remove();
  const element = make("form.tu-quiz", {}, make("fieldset", {}, legend, make("div.tu-options.tu-options--below", {}, ...options)), check, said);
  answer.hidden = true;
  list.replaceWith(element);
  element.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const chosen = new FormData(element).get(`question-${number}`);
    if (chosen === null) return void (said.textContent = say("choose-one"));
    const hit = right[Number(chosen)];
    said.replaceChildren(state(hit ? "in-tune" : "failing", say(hit ? "right" : "wrong")));
    answer.hidden = false;
    answer.open = true;
    check.hidden = true;
    for (const input of element.querySelectorAll("input")) input.disabled = true;
    said.focus();
    done(hit);
  });
  const reset = () => {
    element.reset();
    for (const input of element.querySelectorAll("input")) input.disabled = false;
    check.hidden = false;
    answer.open = false;
    answer.hidden = true;
    said.replaceChildren();
  };
  return { element, reset };
}
