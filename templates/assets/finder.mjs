/**
 * Shows only the entries that fit what is chosen or typed. An entry says what it is in data attributes:
 * `data-product="a b"`; an empty one fits everything. A field named `words` searches the entry's text.
 */

/** @param {HTMLFormElement} form */
export function start(form) {
  const list = document.getElementById(form.dataset.list ?? "");
  const count = form.querySelector("output");
  const none = document.getElementById(`${form.dataset.list}-none`);
  if (!list) return;
  form.hidden = false;

  const filter = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value !== "");
    let fits = 0;
    for (const entry of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-entry]"))) {
      entry.hidden = !wanted.every(([name, value]) => suits(entry, name, String(value)));
      if (!entry.hidden) fits += 1;
    }
    if (none) none.hidden = fits > 0;
    if (count) {
      const words = JSON.parse(form.dataset.found ?? "{}");
      const plural = new Intl.PluralRules(document.documentElement.lang || "en").select(fits);
      count.textContent = (words[plural] ?? words.other ?? "{count}").replace("{count}", String(fits));
    }
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}

/**
 * @param {HTMLElement} entry
 * @param {string} name
 * @param {string} value
 */
function suits(entry, name, value) {
  if (name === "words") {
    const text = (entry.textContent ?? "").toLowerCase();
    return value.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }
  const has = (entry.dataset[name] ?? "").split(" ").filter(Boolean);
  return has.length === 0 || has.includes(value);
}
