/** Progress on its way out of the browser and back: as a file, and as the part of a link that no server sees. */

import { cleaned } from "./progress.mjs";

const MARK = "tuneup progress";

/** @param {import("./progress.mjs").Progress} progress @param {string} site @param {string} day */
export const asFile = (progress, site, day) => JSON.stringify({ file: MARK, site, day, progress }, null, 1);

/**
 * @param {string} text @param {string} site
 * @returns {{progress: import("./progress.mjs").Progress, day: string} | null}
 */
export function fromFile(text, site) {
  try {
    const found = JSON.parse(text);
    if (found.file !== MARK || found.site !== site) return null;
    const progress = cleaned(found.progress);
    return progress && { progress, day: String(found.day ?? "") };
  } catch {
    return null;
  }
}

/**
 * What a manager needs to see; cards stay at home.
 * @param {import("./progress.mjs").Progress} progress @param {string} day @param {string} site @returns {Promise<string>}
 */
export async function asFragment(progress, day, site) {
  const text = JSON.stringify({ day, site, ...progress, cards: {}, again: {} });
  const packed = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return `#p=${btoa(String.fromCharCode(...packed)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

const MOST = 200_000; // characters: a link that unpacks to more is no progress

/** `site` is whose playbook it is about. @param {string} fragment @returns {Promise<{progress: import("./progress.mjs").Progress, day: string, site: string} | null>} */
export async function fromFragment(fragment) {
  const packed = /^#p=([\w-]+)$/.exec(fragment)?.[1];
  if (!packed) return null;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
    const text = new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"), MOST));
    const found = JSON.parse(text);
    const progress = cleaned(found);
    return progress && { progress, day: String(found.day), site: String(found.site ?? "") };
  } catch {
    return null;
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {ReadableWritablePair} change @param {number} [most] */
async function through(bytes, change, most = Infinity) {
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  /** @type {number[]} */
  const made = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) made.push(byte);
    if (made.length > most) throw new RangeError("too long");
  }
  return Uint8Array.from(made);
}
