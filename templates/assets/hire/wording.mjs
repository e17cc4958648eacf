/**
 * Compares what somebody said with an approved wording, word by word. Capitals, punctuation, fillers and the way a
 * number is written do not count; every other word does, and a number with its unit most of all. What nobody asked for
 * counts too, or a "never" more would still be 100 %. No page is touched here.
 *
 * @typedef {{raw: string, norm: string, number: number | null}} Token
 * @typedef {{kind: "same" | "missed" | "added" | "changed" | "filler", want?: Token, said?: Token}} Step
 * @typedef {{fillers?: string[], same?: Record<string, string>, figures?: Record<string, number>,
 *   units?: Record<string, string>}} Habits
 */

/** @param {string} wanted @param {string} spoken @param {{points?: string[], qualifiers?: string[], habits?: Habits}} [given] */
export function compare(wanted, spoken, { points = [], qualifiers = [], habits = {} } = {}) {
  const want = tokens(wanted, habits);
  const said = tokens(spoken, habits);
  const steps = withoutFillers(align(want, said), habits);
  const hit = new Set(steps.filter((step) => step.kind === "same").map((step) => step.want));
  const right = want.filter((token) => hit.has(token)).length;
  const extra = steps.filter((step) => step.kind === "added").map((step) => step.said?.raw ?? "");
  return {
    steps,
    percent: want.length ? Math.floor((100 * right) / (want.length + extra.length)) : 0,
    perfect: steps.every((step) => step.kind === "same" || step.kind === "filler"),
    numbers: numbersOf(want, steps, habits.units),
    missed: missedPoints(points, want, hit, habits),
    lost: qualifiers.filter((phrase) => lacks(phrase, want, hit, habits)),
    extra,
  };
}

/** @param {string} text @param {Habits} habits @returns {Token[]} */
export function tokens(text, habits = {}) {
  const words = text.normalize("NFKC").match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[%€$£]/gu) ?? [];
  const found = words.flatMap((raw) => {
    const folded = raw.toLowerCase().replaceAll("’", "'").normalize("NFD").replace(/\p{M}/gu, "");
    const said = (own(habits.same, folded) ?? folded).split(" ");
    return said.map((norm, at) => ({ raw: at ? "" : raw, norm, number: figure(norm) }));
  });
  return joined(found, habits.figures ?? {});
}

/** @param {string} norm */
function figure(norm) {
  if (!/^\p{N}/u.test(norm)) return null;
  const plain = norm.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "").replace(",", ".");
  return Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/**
 * "Forty five" and "forty-five" are 45, "one hundred and ten" stays two numbers: nobody says it of a pitch.
 * @param {Token[]} found @param {Record<string, number>} figures
 */
function joined(found, figures) {
  /** @type {Token[]} */
  const made = [];
  for (const token of found) {
    const worth = token.number ?? own(figures, token.norm) ?? null;
    const before = made.at(-1);
    if (worth === null || worth === undefined) {
      made.push(token);
    } else if (token.number === null && before?.number && grows(before.number, worth)) {
      before.number = worth >= 100 ? before.number * worth : before.number + worth;
      before.norm = String(before.number);
      before.raw = `${before.raw} ${token.raw}`;
    } else {
      made.push({ raw: token.raw, norm: String(worth), number: worth });
    }
  }
  return made;
}

/** @param {number} before @param {number} worth */
const grows = (before, worth) => (worth >= 100 ? before < worth : before >= 20 && before < 100 && before % 10 === 0 && worth < 10);

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
    const unit = after && after.number === null ? ` ${after.raw}` : "";
    const { want: one, said: other } = steps[at + 1] ?? {};
    const [asked, given] = [one, other].map((token) => own(units, token?.norm ?? ""));
    const swapped = Boolean(asked && given && asked !== given);
    const said = step.said?.number != null ? `${step.said.raw}${swapped ? ` ${other?.raw}` : ""}` : null;
    return [{ want: `${step.want.raw}${unit}`, said, right: step.kind === "same" && !swapped }];
  });
}

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

/** @template T @param {Record<string, T> | undefined} map @param {string} key @returns {T | undefined} */
const own = (map, key) => (map && Object.hasOwn(map, key) ? map[key] : undefined);
