/** Speaking in place of typing, only where the browser understands speech on the device: no sound leaves it. */

import { make } from "./page.mjs";

/**
 * A button and a status line; nothing where the browser would send the sound away or would have to fetch a model first.
 * @param {any} say @param {(text: string) => void} heard
 */
export async function listener(say, heard) {
  const Recognition = /** @type {any} */ (window).SpeechRecognition;
  const langs = [document.documentElement.lang || "en"];
  if (!Recognition || typeof Recognition.available !== "function" || !("processLocally" in Recognition.prototype)) return null;
  const state = await Recognition.available({ langs, processLocally: true }).catch(() => "unavailable");
  if (state !== "available") return null;

  const told = make("span.tu-soft", { role: "status" });
  const button = make("button.tu-button", { type: "button", id: "recite-speak" }, say("speak"));
  /** @type {any} */
  let running = null;
  const end = () => {
    running = null;
    button.textContent = say("speak");
    told.textContent = "";
  };
  button.addEventListener("click", () => {
    if (running) return running.stop();
    running = Object.assign(new Recognition(), { lang: langs[0], processLocally: true, continuous: true, interimResults: true });
    running.onresult = (/** @type {any} */ event) => heard([...event.results].map((one) => one[0].transcript).join(" "));
    running.onend = end;
    running.onerror = end;
    running.start();
    button.textContent = say("stop");
    told.textContent = say("listening");
  });
  return [button, told];
}
