/**
 * What was said as tokens that can be compared: short forms, numbers and measures as one thing, however they are
 * said. No page is touched here.
 *
 * @typedef {{raw: string, norm: string, number: number | null, from: number, to: number}} Token `from` and `to` are its place in the text
 * @typedef {{fillers?: string[], same?: Record<string, string>, figures?: Record<string, number>,
 *   ordinals?: Record<string, number>, units?: Record<string, string>, short?: Record<string, string>, scales?: string[],
 *   currencies?: string[], and?: string[], decimal?: string[], article?: string[]}} Habits `short` gives one and many of
 *   a unit; the last three are the words within a number: four hundred *and* ten, two *point* five, *a* hundred
 */

const WORD = /(?<![\p{L}\p{N}])[−±+-](?=\p{N})|\p{N}{1,3}(?: \p{N}{3})+(?!\p{N})|\p{N}+(?:[.,]\p{N}+)*(?:(?:st|nd|rd|th)(?!\p{L}))?|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[%€$£°]/gu;

/** @param {string} text @param {Habits} habits @returns {Token[]} */
export function tokens(text, habits = {}) {
  const plain = text.normalize("NFKC");
  const words = [...plain.matchAll(WORD)].map(({ 0: raw, index }) => ({ norm: folded(raw), from: index, to: index + raw.length }));
  /** @type {Token[]} */
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const { norm, from } = words[at];
    const phrase = own(habits.same, `${norm} ${words[at + 1]?.norm}`); // two words, such as "per cent"
    if (phrase !== undefined) at += 1;
    const { to } = words[at];
    const said = (phrase ?? own(habits.same, norm) ?? norm).split(" ");
    said.forEach((norm, part) => found.push({ raw: part ? "" : plain.slice(from, to), norm, number: figure(norm), from, to }));
  }
  return measured(plain, joined(plain, found, habits), habits);
}

/** @param {string} raw */
const folded = (raw) => raw.toLowerCase().replaceAll("’", "'").replace(/(?<=\p{N}) /gu, "").normalize("NFD").replace(/\p{M}/gu, "");

/** Several tokens as one. @param {string} text @param {Token[]} parts @param {string} norm @param {number | null} number @returns {Token} */
function merged(text, parts, norm, number) {
  const [from, to] = [parts[0].from, parts[parts.length - 1].to];
  return { raw: text.slice(from, to), norm, number, from, to };
}

/**
 * A number with its currency as one, since "EUR 25,000" is said "25,000 euros"; and "4 min" as "4 minutes".
 * @param {string} text @param {Token[]} found @param {Habits} habits
 */
function measured(text, found, { currencies = [], scales = [], short }) {
  /** @type {Token[]} */
  const made = [];
  const touches = (/** @type {number} */ at) => found[at] && !text.slice(found[at - 1].to, found[at].from).trim(); // no comma between
  const money = (/** @type {number} */ at) => currencies.includes(found[at]?.norm);
  for (let at = 0; at < found.length; at += 1) {
    const first = money(at) && touches(at + 1) && found[at + 1].number !== null ? at + 1 : at;
    const { number } = found[first];
    if (number === null) {
      const before = made[made.length - 1];
      const forms = before?.number != null ? own(short, found[at].norm)?.split(" ") : undefined;
      made.push(forms ? { ...found[at], norm: forms[before.number === 1 ? 0 : 1] } : found[at]);
      continue;
    }
    const last = scales.includes(found[first + 1]?.norm) ? first + 1 : first;
    const end = first > at || !money(last + 1) || !touches(last + 1) ? last : last + 1;
    const currency = first > at ? found[at].norm : end > last ? found[end].norm : "";
    if (currency) made.push(merged(text, found.slice(at, end + 1), [...found.slice(first, last + 1).map((one) => one.norm), currency].join(" "), number));
    else made.push(found[at]);
    if (currency) at = end;
  }
  return made;
}

/** @param {string} norm */
function figure(norm) {
  if (!/^\p{N}/u.test(norm)) return null;
  const plain = norm.replace(/\p{L}+$/u, "").replace(/,(?=\p{N}{3}(?!\p{N}))/gu, "").replace(",", ".");
  return Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/**
 * Numbers in words as one number, however it is said.
 * @param {string} text @param {Token[]} found @param {Habits} habits
 */
function joined(text, found, habits) {
  /** @type {Token[]} */
  const made = [];
  for (let at = 0; at < found.length; ) {
    const read = reading(found, at, habits);
    made.push(read ? merged(text, found.slice(at, read.end), String(read.number), read.number) : found[at]);
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

/** @template T @param {Record<string, T> | undefined} map @param {string} key @returns {T | undefined} */
export const own = (map, key) => (map && Object.hasOwn(map, key) ? map[key] : undefined);
