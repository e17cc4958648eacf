/** The page of today: what to do now, what this week holds, which client moment comes, and whether all is on track. */

import { between, dayOf } from "./calendar.mjs";
import { bringing, carrying } from "./carry.mjs";
import { course } from "./course.mjs";
import { line, load as bar, repetition, state } from "./item.mjs";
import { address, fill, make, speaker, toldTo, unbroken } from "./page.mjs";
import { adopt, load, trackOf, watch } from "./progress.mjs";
import { setup } from "./setup.mjs";

const A_DAY = 240; // minutes of learning that a day holds at most; the rest of it is work
const LATE_SHOWN = 4;
const SOON = 14; // days before a gate from which it is said what is still open

/** @param {HTMLElement} root */
export function start(root) {
  const told = toldTo(root);
  adopt(told);
  const say = speaker(told.words);
  const top = heading(root);
  let changing = false;

  const show = () => {
    const progress = load(told.site);
    const track = changing ? null : trackOf(told.tracks, progress);
    for (const part of document.querySelectorAll("[data-hire-before]")) part.toggleAttribute("hidden", Boolean(track));
    if (!track) {
      top.back();
      dated(say, null);
      const form = setup(told, say, () => ((changing = false), show(), top.h1.focus()));
      return fill(root, form, changing ? "" : bringing(told, say));
    }
    const now = course(track, told.modules, progress, dayOf(new Date()));
    top.say([say("onboarding"), track.role, now.phase === "during" ? say("day-of", { day: now.number, of: now.of }) : ""], title(say, now), lead(say, now));
    const change = () => ((changing = true), show(), root.querySelector("input")?.focus());
    dated(say, now);
    fill(root, todayRow(told, say, now), weekRow(say, now), clientRow(say, now), trackBox(told, say, now, track), practice(told, say, progress), carrying(told, say, now), foot(say, track, change));
  };

  watch(root, show);
  document.addEventListener("visibilitychange", () => root.isConnected && !changing && show());
  show();
}

/** Client moments by their date, once the first day is known. @param {any} say @param {Now | null} now */
function dated(say, now) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-moment]"))) {
    place.dataset.was ??= place.textContent ?? "";
    const moment = now?.moments.find((one) => one.id === place.dataset.moment);
    place.textContent = moment ? say.short(moment.date) : place.dataset.was;
  }
}

/** The lines above the content, which the page brings along and which go back to what they were. */
function heading(/** @type {HTMLElement} */ root) {
  const h1 = /** @type {HTMLElement} */ (document.querySelector("main h1"));
  const eyebrow = document.querySelector("main .tu-eyebrow");
  const below = root.previousElementSibling?.tagName === "P" ? root.previousElementSibling : null;
  const was = [eyebrow?.textContent ?? "", h1.textContent ?? "", below?.textContent ?? ""];
  h1.tabIndex = -1;
  const put = (/** @type {string[]} */ [above, words, lead]) => {
    if (eyebrow) eyebrow.textContent = above;
    h1.textContent = words;
    if (below) below.textContent = lead;
  };
  return {
    h1,
    say: (/** @type {string[]} */ above, /** @type {string} */ words, /** @type {string} */ lead) => put([above.filter(Boolean).join(" · "), words, lead]),
    back: () => put(was),
  };
}

/** @typedef {ReturnType<typeof course>} Now */

/** @param {any} say @param {Now} now */
function title(say, now) {
  if (now.phase === "before") return say("before", { day: say.day(now.dates[0]) });
  if (now.phase === "after") return now.late.length ? say("after-open", { count: now.late.length }) : say("after");
  const weekday = say.weekday(dayOf(new Date()));
  if (!now.works) return now.holiday ? say("free-for", { weekday, name: now.holiday }) : say("free", { weekday });
  const open = now.today.find((item) => !item.done);
  if (open) return say("heading", { weekday, title: open.module.title });
  if (now.today.length) return say("done", { weekday });
  return now.late.length ? say("late", { weekday, title: now.late[0].module.title }) : say("none", { weekday });
}

/** @param {any} say @param {Now} now */
function lead(say, now) {
  if (now.phase === "before") return say("before-lead", { count: 1 - now.day });
  if (now.phase === "after") return now.late.length ? say("after-open-lead", { title: now.late[0].module.title }) : say("after-lead");
  const coming = now.next ? ` ${comingUp(say, now.next)}` : "";
  if (!now.works) return coming.trim();
  const open = [...now.late, ...now.today.filter((item) => !item.done)];
  const count = open.length + now.again.length;
  const minutes = open.reduce((sum, item) => sum + item.module.minutes, 0) + now.again.reduce((sum, one) => sum + one.minutes, 0);
  const time = say.time(minutes);
  if (now.day === 1 && open.length) return say("first-lead", { count, some: say.capital(say("things", { count })), time });
  if (!count) return say(now.today.length ? "lead-done" : "lead-none") + coming;
  return say(minutes > A_DAY ? "lead-much" : "lead", { things: say.capital(say("things", { count })), time }) + coming;
}

/** @param {any} say @param {NonNullable<Now["next"]>} next */
function comingUp(say, next) {
  const away = between(dayOf(new Date()), next.date);
  const when = away < 2 ? say(away ? "tomorrow" : "this-day") : say.day(next.date);
  const rest = next.open.length ? say("coming-open", { count: next.open.length, some: say.capital(say.inWords(next.open.length)) }) : say("coming-ready");
  return `${say("coming", { moment: next.title, day: when })} ${rest}`;
}

/** @param {any} told @param {any} say @param {Now} now */
function todayRow(told, say, now) {
  const before = now.phase === "before";
  const today = before ? now.items.filter((item) => item.day === 1) : now.today;
  const late = now.late.map((item) => line(say, told.site, item, { small: [say("since", { day: say.short(item.date) }), waits(told, say, item)] }));
  const rest = late.splice(LATE_SHOWN);
  const lines = [
    ...late,
    ...today.map((item, at) => line(say, told.site, item, { small: small(told, say, item), more: item.done ? null : inside(say, item, at === 0) })),
    ...now.again.map((one) => repetition(say, told.site, one)),
  ];
  if (!lines.length) return "";
  const name = before ? "first-day" : now.works && now.phase === "during" ? "today" : "still-open";
  const more = rest.length ? make("details.tu-quiet", {}, make("summary", {}, say("late-more", { count: rest.length, some: say.capital(say.inWords(rest.length)) })), make("ul.tu-lines", {}, ...rest)) : "";
  return row(say(name), say.short(before ? now.dates[0] : dayOf(new Date())), make("ul.tu-lines", {}, ...lines), more);
}

/** @param {any} told @param {any} say @param {import("./course.mjs").Item} item */
function small(told, say, item) {
  if (item.done) return [item.module.signs && !item.signed ? `${say("signs", { who: say.capital(item.module.signs) })}.` : ""];
  const signs = item.module.signs ? `${say("signs", { who: say.capital(item.module.signs) })}.` : "";
  return [item.module.why ?? "", signs, waits(told, say, item)];
}

/** @param {any} told @param {any} say @param {import("./course.mjs").Item} item */
function waits(told, say, item) {
  const titles = item.waits.map((id) => told.modules[id].title);
  return titles.length ? `${say("blocked", { titles: say.list(titles) })}.` : "";
}

/** What the hire does and opens for a module. */
function inside(/** @type {any} */ say, /** @type {import("./course.mjs").Item} */ item, /** @type {boolean} */ open) {
  const doing = (item.module.do ?? []).map((one) => make("li", {}, one));
  const opening = (item.module.open ?? []).map((one) => {
    const href = one.path ? address(one.path) : one.address;
    return make("li", {}, href ? make("a", { href }, one.title) : one.title, one.minutes ? make("small", {}, ` ${say.time(one.minutes)}`) : "");
  });
  if (!doing.length && !opening.length) return null;
  return make(
    "details.tu-quiet",
    { open },
    make("summary", {}, say(opening.length ? "open" : "do")),
    opening.length > 0 && make("ul", {}, ...opening),
    doing.length > 0 && opening.length > 0 && make("p.tu-soft", {}, say("do")),
    doing.length > 0 && make("ul", {}, ...doing),
  );
}

/** @param {any} say @param {Now} now */
function weekRow(say, now) {
  const { week } = now;
  if (now.phase === "after") return "";
  const named = between(week.from, week.to) < 7 ? say.weekday : say.short; // with holidays in between, a weekday comes twice
  const days = week.days.map((one) => ({ ...one, items: week.items.filter((item) => item.day === one.day) })).filter((one) => one.items.length);
  const lines = days.map((one) => make("small", {}, make("b", {}, named(one.date)), ` ${say.list(one.items.map((item) => item.module.title))}`));
  const name = now.phase === "before" ? "week-first" : week.from > dayOf(new Date()) ? "week-next" : "week";
  return row(
    say(name),
    `${unbroken(say.short(week.from))} – ${unbroken(say.short(week.to))}`,
    say("of-most", { time: say.time(week.minutes), most: say.time(week.limit) }),
    bar(week.minutes, week.limit),
    ...lines,
    make("p.tu-links", {}, make("a", { href: address("onboarding/week.md") }, say("all-week"))),
  );
}

/** @param {any} say @param {Now} now */
function clientRow(say, now) {
  if (!now.next) return "";
  const links = now.next.open.flatMap((item, at) => [at ? ", " : "", make("a", { href: address(item.module.path) }, item.module.title)]);
  return row(say("client"), say.short(now.next.date), make("b", {}, now.next.title), links.length ? make("small.tu-soft", {}, say("before-it", { titles: "" }), " ", ...links) : "");
}

/** @param {any} told @param {any} say @param {Now} now @param {import("./course.mjs").Track} track */
function trackBox(told, say, now, track) {
  if (now.phase === "before") return "";
  const late = now.late.length > LATE_SHOWN
    ? say("track-much", { some: say.capital(say.inWords(now.late.length)), day: say.short(now.late[0].date) })
    : now.late.length
    ? say("track-late", { count: now.late.length, some: say.capital(say.inWords(now.late.length)), titles: say.list(now.late.map((item) => item.module.title)) })
    : say(now.number > 1 ? "track-yes" : "track-first");
  const parts = [make("b", {}, say("track")), " ", now.late.length ? state("due", say("behind")) : state("in-tune", say("on-track")), ` ${late} `];
  if (now.gate) {
    const { day, date, measures, open } = now.gate;
    if (now.number === 1) return make("div.tu-now", {}, make("p", {}, ...parts, say("gate-first", { date: say.short(date) })));
    parts.push(say(date < dayOf(new Date()) ? "gate-passed" : "gate", { day, date: say.short(date), reached: measures.length - open.length, all: measures.length }), " ");
    if (open.length && between(dayOf(new Date()), date) <= SOON) parts.push(`${say("gate-open", { open: say.list(open.map((one) => one.measure)) })} `);
    parts.push(make("a", { href: `${address(track.path)}#gates` }, say("enter")));
  }
  return make("div.tu-now", {}, make("p", {}, ...parts));
}

/** @param {any} told @param {any} say @param {import("./progress.mjs").Progress} progress */
function practice(told, say, progress) {
  const today = new Date().toISOString();
  const cards = Object.values(progress.cards);
  const due = cards.filter((card) => card.due && card.due <= today).length;
  const said = !cards.length ? say("cards-new") : due ? say("cards", { count: due }) : say("cards-none");
  const links = [["cards", said], ["recite", say("recite")], ["drill", say("drill")]].filter(([page]) => told.practice.includes(page));
  if (!links.length) return "";
  return row(say("practise"), "", make("p.tu-links", {}, ...links.map(([page, words]) => make("a", { href: address(`onboarding/${page}.md`) }, words))));
}

/** @param {any} say @param {import("./course.mjs").Track} track @param {() => void} change */
function foot(say, track, change) {
  return make(
    "p.tu-links",
    {},
    make("a", { href: address(track.path) }, say("my-plan")),
    make("a", { href: address("onboarding/week.md") }, say("print")),
    make("button.tu-link", { type: "button", onclick: change }, say("change")),
  );
}

/** @param {string} name @param {string} when @param {...(Node | string)} what */
function row(name, when, ...what) {
  return make("section.tu-row", {}, make("div", {}, make("h2", {}, name), when), make("div", {}, ...what));
}
