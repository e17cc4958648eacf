/**
 * A worker for a page that is a file: browsers start none there, so its script runs in a hidden frame of the page.
 * The theme asks for `IFrameWorker` by name to learn where its word lists are.
 */
window.IFrameWorker = class extends EventTarget {
  /** @param {string | URL} address */
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.documentElement.append(frame);
    const inside = /** @type {any} */ (frame.contentWindow);
    const run = (/** @type {string} */ src) =>
      new Promise((done, failed) => {
        const script = inside.document.createElement("script");
        Object.assign(script, { src, onload: done, onerror: () => failed(new Error(`cannot load ${src}`)) });
        inside.document.head.append(script);
      });
    inside.postMessage = (/** @type {any} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
    inside.importScripts = async (/** @type {string[]} */ ...scripts) => {
      for (const src of scripts) await run(src);
    };
    this.ready = run(String(address)).then(() => inside);
  }

  /** @param {any} data */
  postMessage(data) {
    this.ready.then((inside) => inside.dispatchEvent(new inside.MessageEvent("message", { data })));
  }

  terminate() {}
};
if (location.protocol === "file:") window.Worker = /** @type {any} */ (window.IFrameWorker);
