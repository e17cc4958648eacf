/** Copies the text of `data-text` and says so for a moment. */

/** @param {HTMLButtonElement} button */
export function start(button) {
  if (!navigator.clipboard) return;
  const asks = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.text ?? "");
    button.textContent = button.dataset.done ?? "";
    setTimeout(() => (button.textContent = asks), 1600);
  });
}
