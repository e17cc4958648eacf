/**
 * Compares what somebody said with an approved wording, word by word. Capitals, punctuation, fillers and the way a
 * number is written do not count; every other word does, and a number with its unit most of all. What nobody asked for
 * counts too, or a "never" more would still be 100 %. No page is touched here.
 *
 * @typedef {import("./spoken.mjs").Token} Token
 * @typedef {import("./spoken.mjs").Habits} Habits
 * @typedef {{kind: "same" | "missed" | "added" | "changed" | "filler", want?: Token, said?: Token}} Step
 */

import { own, tokens } from "./spoken.mjs";

/** @param {string} wanted @param {string} spoken @param {{points?: string[], qualifiers?: string[], habits?: Habits}} [given] */
export function compare(wanted, spoken, { points = [], qualifiers = [], habits = {} } = {}) {
  const want = tokens(wanted, habits);
  const said = tokens(spoken, habits);
  const steps = withoutFillers(align(want, said), habits);
  const hit = new Set(steps.filter((step) => step.kind === "same").map((step) => step.want));
  const right = want.filter((token) => hit.has(token)).length;
  const added = steps.flatMap((step) => (step.kind === "added" && step.said ? [step.said] : []));
  const numbers = numbersOf(want, steps, habits.units);
  const told = new Set(numbers.flatMap((number) => number.phrase));
  return {
    steps,
    percent: want.length ? Math.floor((100 * right) / (want.length + added.length)) : 0,
    perfect: steps.every((step) => step.kind === "same" || step.kind === "filler"),
    numbers,
    missed: missedPoints(points, want, hit, habits),
    lost: qualifiers.filter((phrase) => lacks(phrase, want, hit, habits)),
    extra: added.filter((token) => !told.has(token)).map((token) => token.raw),
  };
}

/**
 * The way from one to the other with the fewest changes; a number is rather changed than dropped and added.
 * @param {Token[]} want @param {Token[]} said @returns {Step[]}
 */
function align(want, said) {
  const cost = [...Array(want.length + 1)].map((_, i) => [...Array(said.length + 1)].map((_, j) => (i && j ? 0 : i + j)));
  for (let i = 1; i <= want.length; i += 1) {
    for (let j = 1; j <= said.length; j += 1) {
      cost[i][j] = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + swap(want[i - 1], said[j - 1]));
    }
  }
  /** @type {Step[]} */
  const steps = [];
  let [i, j] = [want.length, said.length];
  while (i || j) {
    const [a, b] = [want[i - 1], said[j - 1]];
    if (i && j && cost[i][j] === cost[i - 1][j - 1] + swap(a, b)) {
      steps.push({ kind: a.norm === b.norm ? "same" : "changed", want: a, said: b });
      i -= 1;
      j -= 1;
    } else if (j && cost[i][j] === cost[i][j - 1] + 1) {
      steps.push({ kind: "added", said: b });
      j -= 1;
    } else {
      steps.push({ kind: "missed", want: a });
      i -= 1;
    }
  }
  return steps.reverse();
}

/** @param {Token} a @param {Token} b */
function swap(a, b) {
  if (a.norm === b.norm) return 0;
  return a.number !== null && b.number !== null ? 0.9 : 1.5;
}

/** Fillers among what was added go unsaid. @param {Step[]} steps @param {Habits} habits @returns {Step[]} */
function withoutFillers(steps, habits) {
  const phrases = (habits.fillers ?? []).map((phrase) => tokens(phrase, { same: habits.same }).map((token) => token.norm));
  const made = steps.map((step) => ({ ...step }));
  for (let at = 0; at < made.length; at += 1) {
    const fits = phrases.find((phrase) => phrase.every((word, ahead) => spare(made[at + ahead]) && made[at + ahead].said?.norm === word));
    if (!fits) continue;
    for (let ahead = 0; ahead < fits.length; ahead += 1) {
      const step = made[at + ahead];
      made[at + ahead] = step.kind === "added" ? { ...step, kind: "filler" } : { kind: "missed", want: step.want };
    }
  }
  return made;
}

/** @param {Step | undefined} step */
const spare = (step) => step?.kind === "added" || step?.kind === "changed";

/** Four hours are not four minutes. @param {Token[]} want @param {Step[]} steps @param {Record<string, string>} [units] */
function numbersOf(want, steps, units) {
  return steps.flatMap((step, at) => {
    if (step.want?.number == null || (step.want.number === 1 && !/\p{N}/u.test(step.want.raw))) return [];
    const after = want[want.indexOf(step.want) + 1];
    const unit = own(units, after?.norm ?? "") ? ` ${after.raw}` : "";
    const { want: one, said: other } = steps[at + 1] ?? {};
    const [asked, given] = [one, other].map((token) => own(units, token?.norm ?? ""));
    const swapped = Boolean(asked && given && asked !== given);
    const phrase = step.said?.number != null ? [] : inPlaceOf(steps, at, units);
    const said = step.said?.number != null ? `${step.said.raw}${swapped ? ` ${other?.raw}` : ""}` : worded(phrase) || null;
    return [{ want: `${step.want.raw}${unit}`, said, right: step.kind === "same" && !swapped, phrase }];
  });
}

/**
 * What was said where a number is missing, if it is an amount: "a minute and a half" for 90 seconds.
 * @param {Step[]} steps @param {number} at @param {Record<string, string>} [units] @returns {Token[]}
 */
function inPlaceOf(steps, at, units) {
  const same = (/** @type {Step | undefined} */ step) => !step || step.kind === "same";
  let [from, to] = [at, at];
  while (!same(steps[from - 1])) from -= 1;
  while (!same(steps[to + 1])) to += 1;
  const run = steps.slice(from, to + 1);
  const said = run.flatMap((step) => (step.said && step.kind !== "filler" ? [step.said] : []));
  const alone = run.filter((step) => step.want?.number != null).length === 1;
  return alone && said.some((token) => token.number !== null || own(units, token.norm)) ? said : [];
}

const worded = (/** @type {Token[]} */ those) => those.map((token) => token.raw).filter(Boolean).join(" ");

/** Points of which less than half was said. @param {string[]} points @param {Token[]} want @param {Set<Token | undefined>} hit @param {Habits} habits */
function missedPoints(points, want, hit, habits) {
  let at = 0;
  return points.filter((point) => {
    const own_ = want.slice(at, (at += tokens(point, habits).length));
    return own_.length > 0 && own_.filter((token) => hit.has(token)).length < own_.length / 2;
  });
}

/** @param {string} phrase @param {Token[]} want @param {Set<Token | undefined>} hit @param {Habits} habits */
function lacks(phrase, want, hit, habits) {
  const words = tokens(phrase, habits).map((token) => token.norm);
  const places = want.filter((token) => words.includes(token.norm));
  return places.length > 0 && places.some((token) => !hit.has(token));
}
