/**
 * Compares what somebody said with an approved wording, word by word. Capitals, punctuation, fillers and the way a
 * number is written do not count; every other word does, and a number with its unit most of all. What nobody asked for
 * counts too, or a "never" more would still be 100 %. No page is touched here.
 *
 * @typedef {{raw: string, norm: string, number: number | null}} Token
 * @typedef {{kind: "same" | "missed" | "added" | "changed" | "filler", want?: Token, said?: Token}} Step
 * @typedef {{fillers?: string[], same?: Record<string, string>, figures?: Record<string, number>,
 *   ordinals?: Record<string, number>, units?: Record<string, string>, and?: string[], decimal?: string[],
 *   article?: string[]}} Habits the last three are the words within a number: four hundred *and* ten, two *point* five, *a* hundred
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
  const words = text.normalize("NFKC").match(/\p{N}+(?:[.,]\p{N}+)*(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[%€$£]/gu) ?? [];
  const found = words.flatMap((raw) => {
    const folded = raw.toLowerCase().replaceAll("’", "'").normalize("NFD").replace(/\p{M}/gu, "");
    const said = (own(habits.same, folded) ?? folded).split(" ");
    return said.map((norm, at) => ({ raw: at ? "" : raw, norm, number: figure(norm) }));
  });
  return joined(found, habits);
}

/** @param {string} norm */
function figure(norm) {
  if (!/^\p{N}/u.test(norm)) return null;
  const plain = norm.replace(/\p{L}+$/u, "").replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "").replace(",", ".");
  return Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/**
 * Numbers in words as one number, however it is said.
 * @param {Token[]} found @param {Habits} habits
 */
function joined(found, habits) {
  /** @type {Token[]} */
  const made = [];
  for (let at = 0; at < found.length; ) {
    const read = reading(found, at, habits);
    const raw = found.slice(at, read?.end).map((token) => token.raw).filter(Boolean).join(" ");
    made.push(read ? { raw, norm: String(read.number), number: read.number } : found[at]);
    at = read?.end ?? at + 1;
  }
  return made;
}

/**
 * The number that begins here, and where it ends: "four hundred and fifty", "twelve hundred", "a thousand", "twenty
 * sixteen", "twenty-eighth", "ninety-nine point five". Figures are only multiplied: "20 five" stays two numbers.
 * @param {Token[]} found @param {number} at @param {Habits} habits
 */
function reading(found, at, { figures, ordinals, and = [], decimal = [], article = [] }) {
  const worth = (/** @type {number} */ place, table = figures) => (found[place]?.number === null ? inTable(table, found[place]) : undefined) ?? NaN;
  const given = found[at].number ?? (article.includes(found[at].norm) && worth(at + 1) >= 100 ? 1 : null);
  let [end, sum, group, before, scale] = [given === null ? at : at + 1, 0, given ?? 0, NaN, Infinity];
  const follows = (/** @type {number} */ value) => end === at || before >= 100 || (before >= 20 && before % 10 === 0 && value > 0 && value < 10);
  for (;;) {
    const next = before >= 100 && and.includes(found[end]?.norm) && !(worth(end + 1) >= 100) ? end + 1 : end;
    const [value, last] = [worth(next), worth(next, ordinals)];
    if (last >= 0 && follows(last)) [group, before, end] = [group + last, NaN, next + 1];
    else if (value < 100 && follows(value)) group += value;
    else if (value < 100 && value >= 10 && end === at + 1 && (before === 19 || before === 20)) group = group * 100 + value;
    else if (value === 100 && (end === at || (group > 0 && group < 100))) group = (group || 1) * value;
    else if (value > 100 && value < scale && (end === at || group > 0)) [sum, group, scale] = [sum + (group || 1) * value, 0, value];
    else break;
    if (last >= 0) break;
    [before, end] = [value, next + 1];
  }
  if (end === at) return null;
  const digit = (/** @type {number} */ place) => found[place]?.number ?? worth(place);
  let digits = "";
  if (decimal.includes(found[end]?.norm)) for (let place = end + 1; digit(place) < 10; place += 1) digits += digit(place);
  return { number: Number(`${sum + group}${digits && "."}${digits}`), end: digits ? end + 1 + digits.length : end };
}

/** As it is written where only accents tell two words apart, else without them. @param {Record<string, number> | undefined} table @param {Token} token */
const inTable = (table, token) => own(table, token.raw.toLowerCase()) ?? own(table, token.norm);

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
