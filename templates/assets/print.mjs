/** A button that prints the page, folded parts opened. */

/** @param {HTMLButtonElement} button */
export function start(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    window.print();
  });
}
