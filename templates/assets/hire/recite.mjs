/** Recite: type a wording, or speak it where the device itself understands speech, and see what differs. */

import { make, fill, speaker, toldTo } from "./page.mjs";
import { keep, load } from "./progress.mjs";
import { listener } from "./speech.mjs";
import { compare } from "./wording.mjs";

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  const say = speaker(told.words);
  const { fillers, scales, currencies, and, decimal, article } = told.words;
  const tables = Object.fromEntries(["same", "figures", "ordinals", "units", "short"].map((name) => [name, within(told.words, `${name}.`)]));
  const habits = { fillers, scales, currencies, and, decimal, article, ...tables };
  const options = told.wordings.map((/** @type {any} */ one) => make("option", { value: one.id }, one.title));
  const which = make("select.tu-input", { id: "recite-which" }, ...options);
  const asked = location.hash.slice(1); // ids are plain words
  if (told.wordings.some((/** @type {any} */ one) => one.id === asked)) which.value = asked;
  const field = make("textarea.tu-input", { id: "recite-said", rows: 4, "aria-describedby": "recite-hint" });
  const result = make("div.tu-recited", { role: "status", tabIndex: -1 });
  const best = make("p.tu-soft");
  const chosen = () => told.wordings.find((/** @type {any} */ one) => one.id === which.value);

  const showBest = () => {
    const percent = load(told.site).recited[which.value];
    best.textContent = percent === undefined ? "" : say("best", { percent });
  };
  const again = () => {
    field.value = "";
    result.replaceChildren();
    field.focus();
  };
  const check = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!field.value.trim()) return void result.replaceChildren(say("empty"));
    const one = chosen();
    const found = compare(one.text, field.value, { ...one, habits });
    keep(told.site, (progress) => (progress.recited[one.id] = Math.max(found.percent, progress.recited[one.id] ?? 0)));
    result.replaceChildren(...verdict(say, found), make("button.tu-button", { type: "button", onclick: again }, say("try-again")));
    showBest();
  };
  which.addEventListener("change", () => (again(), which.focus(), showBest()));
  const buttons = make("div.tu-carry", {}, make("button.tu-button.tu-button--main", { type: "submit" }, say("check")));
  fill(
    root,
    make(
      "form.tu-recite",
      { onsubmit: check },
      make("label", {}, make("span", {}, say("wording")), which),
      make("label", {}, make("span", {}, say("said")), field),
      make("small", { id: "recite-hint" }, say("hint")),
      buttons,
    ),
    result,
    best,
  );
  showBest();
  listener(say, (text) => (field.value = text)).then((button) => button && buttons.append(...button));
}

/** Words of a map come one by one, since labels are flat. @param {Record<string, any>} words @param {string} before */
const within = (words, before) =>
  Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith(before)).map(([key, word]) => [key.slice(before.length), word]));

/** @param {any} say @param {ReturnType<typeof compare>} found */
function verdict(say, found) {
  if (found.perfect) return [shown(say, found), make("p", {}, make("b", {}, say("perfect")))];
  const lines = [say("close", { percent: found.percent })];
  for (const one of found.numbers.filter((number) => !number.right)) {
    lines.push(one.said ? say("number-wrong", one) : say("number-missed", one));
  }
  for (const word of found.lost) lines.push(say("qualifier", { word }));
  if (found.extra.length) lines.push(say("extra", { words: `“${found.extra.join(" ").trim()}”` }));
  const missed = found.missed.length ? [make("p", {}, say("missed")), make("ul", {}, ...found.missed.map((point) => make("li", {}, point)))] : [];
  return [shown(say, found), make("small.tu-soft", {}, say("sides")), make("p", {}, make("b", {}, lines[0]), " ", lines.slice(1).join(" ")), ...missed];
}

/** What was said and what is approved, as one line. @param {any} say @param {ReturnType<typeof compare>} found */
function shown(say, found) {
  /** @type {{tag: string, words: string[], number: boolean}[]} */
  const runs = [];
  const put = (/** @type {string} */ tag, /** @type {any} */ token) => {
    if (!token.raw) return;
    const last = runs.at(-1);
    if (last?.tag === tag) last.words.push(token.raw);
    else runs.push({ tag, words: [token.raw], number: false });
    if (token.number !== null) /** @type {any} */ (runs.at(-1)).number = true;
  };
  for (const run of changes(found.steps)) {
    for (const token of run.said) put("del", token);
    for (const token of run.want) put("ins", token);
    for (const token of run.same) put("span", token);
  }
  const hidden = (/** @type {string} */ key) => make("span.tu-unseen", {}, ` ${say(key)} `);
  const pieces = runs.flatMap(({ tag, words, number }) => {
    const piece = make(number && tag !== "span" ? `${tag}.tu-number` : tag, {}, words.join(" "));
    return tag === "span" ? [piece, " "] : [hidden(tag === "del" ? "put-in" : "left-out"), piece, " "];
  });
  return make("p.tu-line-said", {}, ...pieces);
}

/** Neighbouring changes as one: first all that was said, then all that is approved. @param {import("./wording.mjs").Step[]} steps */
function changes(steps) {
  /** @type {{same: any[], said: any[], want: any[]}[]} */
  const runs = [];
  let open = false;
  for (const step of steps) {
    if (step.kind === "filler") continue;
    const same = step.kind === "same";
    if (same || !open) runs.push({ same: [], said: [], want: [] });
    open = !same;
    const run = /** @type {any} */ (runs.at(-1));
    if (same) run.same.push(step.want);
    else {
      if (step.said) run.said.push(step.said);
      if (step.want) run.want.push(step.want);
    }
  }
  return runs;
}
