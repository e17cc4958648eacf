/**
 * Prospects made up from a score table, so that every tier and every reason to walk away comes up. No page is touched here.
 *
 * @typedef {{lines: {attribute: string, answers: [string, number][]}[],
 *   tiers: {name: string, from: number, to: number, then: string}[], walk: {what: string, because: string}[]}} Profile
 * @typedef {{lines: {attribute: string, answer: string, points: number}[], walk: Profile["walk"][0] | null}} Prospect
 */

const TRIES = 200;

/** @param {Profile} profile @param {number} count @param {number} seed @returns {Prospect[]} the same for the same seed */
export function prospects(profile, count, seed) {
  const next = random(seed);
  const pick = (/** @type {any[]} */ from) => from[Math.floor(next() * from.length)];
  return [...Array(count)].map((_, at) => {
    const walk = profile.walk.length && at % 4 === 3 ? pick(profile.walk) : null;
    const wanted = profile.tiers[at % profile.tiers.length];
    for (let tries = 0; ; tries += 1) {
      const lines = profile.lines.map((line) => {
        const [answer, points] = pick(line.answers);
        return { attribute: line.attribute, answer, points };
      });
      const one = { lines, walk };
      if (tries >= TRIES || tierOf(profile, points(one)) === wanted) return one;
    }
  });
}

/** @param {Profile} profile @param {Prospect} one what the table says; the name is empty where we walk away */
export function verdictOn(profile, one) {
  const tier = tierOf(profile, points(one));
  return { points: points(one), walk: one.walk, name: one.walk ? "" : tier?.name ?? "", then: tier?.then ?? "" };
}

const points = (/** @type {Prospect} */ one) => one.lines.reduce((sum, line) => sum + line.points, 0);

/** @param {Profile} profile @param {number} sum */
const tierOf = (profile, sum) => profile.tiers.find((tier) => sum >= tier.from) ?? profile.tiers.at(-1);

/** Mulberry32. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
