/** Weighs the points given for each competency and says on which side of the pass mark a candidate stands. */

/** @param {HTMLFormElement} form */
export function start(form) {
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const verdict = /** @type {HTMLElement} */ (form.querySelector("[data-verdict]"));
  form.querySelector(".tu-result")?.removeAttribute("hidden");

  const score = () => {
    let sum = 0;
    let weights = 0;
    for (const line of form.querySelectorAll("fieldset")) {
      const chosen = /** @type {HTMLInputElement | null} */ (line.querySelector("input:checked"));
      if (!chosen) continue;
      const weight = Number(line.dataset.weight);
      sum += weight * Number(chosen.value);
      weights += weight;
    }
    const points = weights ? sum / weights : 0;
    output.textContent = weights ? points.toFixed(1) : "–";
    const all = weights >= 99.5;
    verdict.textContent = !all ? "" : points >= Number(form.dataset.pass) ? form.dataset.above ?? "" : form.dataset.below ?? "";
  };

  form.addEventListener("change", score);
  form.addEventListener("reset", () => setTimeout(score));
  score();
}
