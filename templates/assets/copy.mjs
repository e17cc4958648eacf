/** Copies the text of `data-text` and says so for a moment, or that the browser does not let it. */

/** @param {HTMLButtonElement} button */
export function start(button) {
  if (!navigator.clipboard) return;
  const asks = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = await navigator.clipboard.writeText(button.dataset.text ?? "").then(
      () => button.dataset.done,
      () => button.dataset.refused,
    );
    button.textContent = said ?? "";
    setTimeout(() => (button.textContent = asks), 1600);
  });
}
