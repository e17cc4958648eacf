/**
 * What a pay plan pays for the results typed in: nothing below the threshold, the result itself up to 100 %, what
 * lies above times the accelerator, never more than the cap. The same rule checks the plan's own examples.
 */

/** @param {HTMLFormElement} form */
export function start(form) {
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
  const number = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 1 });
  form.hidden = false;

  const add = () => {
    const sum = fields.reduce((total, field) => total + (Number(field.dataset.weight) * paid(field)) / 100, 0);
    output.textContent = `${number.format(sum)} %`;
  };

  form.addEventListener("input", add);
  form.addEventListener("submit", (event) => event.preventDefault());
  add();
}

/** @param {HTMLInputElement} field */
function paid(field) {
  const { threshold, accelerator, cap } = field.dataset;
  const reached = Number(field.value) || 0;
  if (threshold && reached < Number(threshold)) return 0;
  const over = Math.max(0, reached - 100) * (accelerator ? Number(accelerator) : 1);
  const all = Math.min(reached, 100) + over;
  return cap ? Math.min(all, Number(cap)) : all;
}
