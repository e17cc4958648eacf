/** What words of the glossary mean, which the theme shows on focus and below the pointer: for keyboard, touch and screen reader. */

/** By Tab each word once a page, where it is marked as one; by a tap everywhere. */
export function start(/** @type {Document} */ within) {
  const quiet = (/** @type {Element} */ word) => Number(Boolean(word.closest("h1, h2, h3, .tu-say")));
  const words = [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll("main abbr[title]"))];
  const reached = new Set();
  for (const word of words.sort((one, other) => quiet(one) - quiet(other))) {
    if (word.closest("a, button, summary, label")) continue;
    word.tabIndex = reached.has(word.title) ? -1 : 0;
    if (word.checkVisibility?.() ?? true) reached.add(word.title);
  }
}

/** Esc takes away what the theme shows on focus or below the pointer. @param {KeyboardEvent} event */
function shut(event) {
  if (event.key !== "Escape") return;
  for (const shown of document.querySelectorAll(".md-tooltip2[role=tooltip]")) shown.setAttribute("hidden", "");
}

/** The theme puts it behind the page, outside of every landmark that a screen reader goes by. */
function keepInMain() {
  for (const shown of document.querySelectorAll("body > .md-tooltip2")) document.querySelector("main")?.append(shown);
}

document.addEventListener("keydown", shut);
new MutationObserver(keepInMain).observe(document.body, { childList: true });
