/**
 * Adds up the points of a score table while answers are chosen, names the tier, and says which open
 * question would tell most. The tiers and the words stand in the form's data attributes.
 */

/** @param {HTMLFormElement} form */
export function start(form) {
  const tiers = JSON.parse(form.dataset.tiers ?? "[]");
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const verdict = /** @type {HTMLElement} */ (form.querySelector("[data-verdict]"));
  const next = /** @type {HTMLElement} */ (form.querySelector("[data-next]"));
  form.querySelector(".tu-result")?.removeAttribute("hidden");

  const score = () => {
    const lines = [...form.querySelectorAll("fieldset")].map(line);
    const known = lines.filter((one) => one.known);
    const sum = known.reduce((total, one) => total + one.points, 0);
    const open = lines.filter((one) => !one.known).sort((a, b) => b.most - a.most)[0];
    const tier = tiers.find((/** @type {any} */ one) => sum >= one.from && sum <= one.to);
    output.textContent = String(Math.round(sum * 10) / 10);
    verdict.textContent = known.length && tier ? [tier.name, tier.then].filter(Boolean).join(": ") : "";
    next.textContent = open && known.length ? (form.dataset.next ?? "").replace("{attribute}", open.name) : "";
  };

  form.addEventListener("change", score);
  form.addEventListener("reset", () => setTimeout(score));
  score();
}

/** @param {HTMLFieldSetElement} fieldset */
function line(fieldset) {
  const chosen = /** @type {HTMLInputElement | null} */ (fieldset.querySelector("input:checked"));
  const known = Boolean(chosen && chosen.value !== "");
  return {
    name: fieldset.dataset.attribute ?? "",
    most: Number(fieldset.dataset.points),
    known,
    points: known ? Number(chosen?.value) : 0,
  };
}
