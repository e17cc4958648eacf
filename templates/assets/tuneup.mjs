/**
 * Starts the small scripts that elements ask for by name: `data-module="copy"` loads copy.mjs and calls its
 * `start(element)`. Runs again after every instant navigation of the theme. Without it all pages can be read.
 */

/** @param {Document | HTMLElement} within */
function startAll(within) {
  for (const element of within.querySelectorAll("[data-module]:not([data-started])")) {
    const { module } = /** @type {HTMLElement} */ (element).dataset;
    if (!/^[a-z-]+(\/[a-z-]+)?$/.test(module ?? "")) continue;
    element.setAttribute("data-started", "");
    import(`./${module}.mjs`).then(({ start }) => start(element));
  }
  letTablesBeReached();
  letWordsBeReached();
}

/** A table that scrolls must be reachable by keyboard. */
function letTablesBeReached() {
  requestAnimationFrame(() => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.setAttribute("tabindex", "0");
      else wrap.removeAttribute("tabindex");
    }
  });
}

/** What a word means, which the theme shows on focus: by Tab once a page, where the word is marked; by a tap everywhere. */
function letWordsBeReached() {
  const quiet = (/** @type {Element} */ word) => Number(Boolean(word.closest("h1, h2, h3, .tu-say")));
  const words = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main abbr[title]"))];
  const reached = new Set();
  for (const word of words.sort((one, other) => quiet(one) - quiet(other))) {
    if (word.closest("a, button, summary, label")) continue;
    word.tabIndex = reached.has(word.title) ? -1 : 0;
    if (word.checkVisibility?.() ?? true) reached.add(word.title);
  }
}

/** Esc takes away what the theme shows on focus or below the pointer. @param {KeyboardEvent} event */
function shutWords(event) {
  if (event.key !== "Escape") return;
  for (const shown of document.querySelectorAll(".md-tooltip2[role=tooltip]")) shown.setAttribute("hidden", "");
}

/** The theme puts it behind the page, outside of every landmark that a screen reader goes by. */
function keepWordsInMain() {
  for (const shown of document.querySelectorAll("body > .md-tooltip2")) document.querySelector("main")?.append(shown);
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(() => startAll(document));
else startAll(document);
window.addEventListener("resize", letTablesBeReached);
document.addEventListener("keydown", shutWords);
new MutationObserver(keepWordsInMain).observe(document.body, { childList: true });
