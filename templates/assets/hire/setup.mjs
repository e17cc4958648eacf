/** Asks once for the role and the first day; both stay in this browser. */

import { dayOf, workingDays } from "./calendar.mjs";
import { make } from "./page.mjs";
import { keep, load } from "./progress.mjs";

const FURTHEST = 10; // years between today and the first day at most, as in `tuneup plan`

/** @param {any} told @param {any} say @param {() => void} done */
export function setup(told, say, done) {
  const progress = load(told.site);
  const tracks = Object.entries(told.tracks);
  const chosen = progress.track && Object.hasOwn(told.tracks, progress.track) ? progress.track : tracks[0]?.[0];
  const roles = tracks.map(([id, track]) =>
    make("label", {}, make("input", { type: "radio", name: "track", value: id, checked: id === chosen, required: true }), track.role),
  );
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const said = new FormData(/** @type {HTMLFormElement} */ (event.target));
    keep(told.site, (one) => {
      one.track = String(said.get("track"));
      one.start = String(said.get("start"));
      one.name = String(said.get("name") ?? "").trim();
    });
    done();
  };
  const today = dayOf(new Date());
  const next = told.tracks[chosen] ? workingDays(told.tracks[chosen].calendar, today, 1)[0] : today;
  const check = (/** @type {any} */ { target }) => {
    const far = target.value && Math.abs(Number(target.value.slice(0, 4)) - Number(today.slice(0, 4))) > FURTHEST;
    target.setCustomValidity(far ? say("far", { day: target.value, years: FURTHEST, today }) : "");
  };
  return make(
    "form.tu-setup",
    { onsubmit: submit },
    make("fieldset", {}, make("legend", {}, say("role")), make("div.tu-options", {}, ...roles)),
    make("label", {}, make("span", {}, say("start")), make("input.tu-input", { type: "date", name: "start", required: true, value: progress.start ?? next ?? today, oninput: check, onchange: check })),
    make("label", {}, make("span", {}, say("name")), make("input.tu-input", { type: "text", name: "name", value: progress.name ?? "", autocomplete: "name", maxLength: 80 })),
    make("div.tu-setup__go", {}, make("button.tu-button.tu-button--main", { type: "submit" }, say("go")), make("small", {}, say("kept"))),
  );
}
