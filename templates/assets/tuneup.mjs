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
  if (within.querySelector("main abbr")) import("./words.mjs").then(({ start }) => start(within));
}

/** Where they scroll, by keyboard. */
function letTablesBeReached() {
  requestAnimationFrame(() => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.setAttribute("tabindex", "0");
      else wrap.removeAttribute("tabindex");
    }
  });
}

const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(() => startAll(document));
else startAll(document);
window.addEventListener("resize", letTablesBeReached);
