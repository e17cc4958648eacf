/** On the map, whatever the pointer or the keyboard is on keeps its grounds and what rests on it; the rest steps back. */

/** @param {HTMLElement} region */
export function start(region) {
  const drawing = region.querySelector("svg");
  if (!drawing) return;
  const curves = [...drawing.querySelectorAll("path[data-from]")];
  const nodes = [...drawing.querySelectorAll("a[data-id]")];

  /** @param {EventTarget | null} target */
  function show(target) {
    const node = target instanceof Element ? target.closest("a[data-id]") : null;
    drawing.classList.toggle("traced", node !== null);
    if (!node) return;
    const near = new Set([...reach(node, "from", "to"), ...reach(node, "to", "from")]);
    for (const curve of curves) curve.classList.toggle("near", near.has(curve));
    const ids = new Set([...near].flatMap((curve) => [curve.dataset.from, curve.dataset.to]));
    for (const one of nodes) one.classList.toggle("near", one === node || ids.has(one.dataset.id));
  }

  /** All curves that lead away from a node in one direction, step by step. */
  function reach(node, end, other) {
    const found = new Set();
    const queue = [node.dataset.id];
    const seen = new Set(queue);
    for (const id of queue) {
      for (const curve of curves) {
        if (curve.dataset[end] !== id) continue;
        found.add(curve);
        if (!seen.has(curve.dataset[other])) {
          seen.add(curve.dataset[other]);
          queue.push(curve.dataset[other]);
        }
      }
    }
    return found;
  }

  drawing.addEventListener("pointerover", (event) => show(event.target));
  drawing.addEventListener("pointerleave", () => show(null));
  drawing.addEventListener("focusin", (event) => show(event.target));
  drawing.addEventListener("focusout", () => show(null));
}
