"""Practice: reciting, cards, the quiz and made-up prospects, by mouse, by keyboard and without a mouse at all."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.site.conftest import KEPT, Newcomer
from tests.site.test_hire_days import START, WEEK_1, learnt

ONE_LINER = (
    "Kelvaro tells food distributors and hospital pharmacies within 4 minutes that a load is warming, "
    "and proves afterwards that the rest stayed cold."
)


def recited(page: Page, words: str) -> str:
    page.locator("#recite-which").select_option("msg-one-liner")
    page.locator("#recite-said").fill(words)
    page.get_by_role("button", name="Compare").click()
    return page.locator(".tu-recited").inner_text()


def test_a_wrong_number_is_singled_out(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/recite/")
    said = recited(page, f"Um, {ONE_LINER.replace('4 minutes', '6 minutes')}")
    assert "You said 6, and it is 4 minutes. The number is the part that buyers remember." in said
    assert page.locator(".tu-recited del.tu-number").inner_text() == "6"
    assert page.locator(".tu-recited ins.tu-number").inner_text() == "4"
    assert newcomer.kept(page)["recited"]["msg-one-liner"] == 95


def test_word_for_word_is_said_so_and_the_best_is_kept(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/recite/")
    assert "Word for word." in recited(page, f"well, {ONE_LINER.upper().replace(',', '')}")
    page.get_by_role("button", name="Try again").click()
    assert page.evaluate("document.activeElement.id") == "recite-said"
    assert "You missed this:" in recited(page, ONE_LINER.split(",")[0])
    page.reload()
    page.locator("#recite-which").select_option("msg-one-liner")
    expect(page.locator("main")).to_contain_text("Your best: 100 %.")


def test_a_module_leads_to_its_own_wording(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/modules/m01-why-kelvaro/")
    page.get_by_role("link", name="Recite the pitch").nth(1).click()
    page.locator("#recite-said").wait_for()
    assert page.locator("#recite-which").input_value() == "msg-one-liner"


FAKE = """
globalThis.SpeechRecognition = class {
  static available = async (how) => (globalThis.asked = how, '%s');
  get processLocally() { return this.local } set processLocally(yes) { this.local = yes }
  start() {
    globalThis.local = this.local;
    setTimeout(() => this.onresult({ results: [[{ transcript: 'cold and you can prove it' }]] }));
  }
  stop() { this.onend() }
};
"""


def test_speech_is_offered_only_where_the_device_itself_understands_it(newcomer: Newcomer) -> None:
    for state, offered in (("available", True), ("downloadable", False), ("unavailable", False)):
        page = newcomer.comes(START, learnt())
        page.add_init_script(FAKE % state)
        page.goto("onboarding/recite/")
        page.wait_for_function("globalThis.asked?.processLocally === true")
        page.locator("#recite-said").wait_for()
        expect(page.locator("#recite-speak")).to_have_count(1 if offered else 0)
        if offered:
            page.locator("#recite-speak").click()
            expect(page.locator("#recite-said")).to_have_value("cold and you can prove it")
            assert page.evaluate("globalThis.local") is True
            page.locator("#recite-speak").click()
            expect(page.locator("#recite-speak")).to_have_text("Speak it")


def test_without_speech_on_the_device_there_is_no_such_button(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.add_init_script("delete globalThis.SpeechRecognition; globalThis.webkitSpeechRecognition = class {}")
    page.goto("onboarding/recite/")
    page.get_by_role("button", name="Compare").wait_for()
    assert page.locator("#recite-speak").count() == 0


def test_cards_are_learnt_by_keyboard_alone_and_come_back(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/cards/")
    page.get_by_role("button", name="Show the answer").focus()
    expect(page.locator(".tu-deck")).to_contain_text("0 due, 10 new today")
    for left in range(10, 0, -1):
        expect(page.locator(".tu-deck")).to_contain_text(f"{left} new today")
        page.keyboard.press("Enter" if left == 10 else " ")
        expect(page.locator(".tu-card-answer")).to_be_focused()
        page.keyboard.press("4")
    expect(page.locator(".tu-deck h2")).to_have_text("Done for today")
    cards = newcomer.kept(page)["cards"]
    assert len(cards) == 10 and all(card["due"] > "2026-12-03" for card in cards.values())

    newcomer.is_on(page, "2026-12-20")
    page.reload()
    expect(page.locator(".tu-deck")).to_contain_text("10 due, 10 new today")


def test_the_keys_of_the_cards_work_as_soon_as_the_page_is_open(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/cards/")
    expect(page.locator(".tu-card-question")).to_be_focused()
    page.keyboard.press(" ")
    expect(page.locator(".tu-card-answer")).to_be_focused()
    page.keyboard.press("4")
    expect(page.locator(".tu-deck")).to_contain_text("0 due, 9 new today.")


def test_cards_that_come_once_more_today_are_counted(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/cards/")
    for _ in range(10):
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="Good").click()
    expect(page.locator(".tu-deck")).to_contain_text("0 due, 0 new today, 10 once more.")


def test_new_cards_come_as_the_modules_teach_them(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/cards/")
    modules = []
    for _ in range(10):
        question = page.locator(".tu-card-question").inner_text()
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="Easy").click()
        cards = page.locator("[data-card]").evaluate_all(
            "(all, asked) => all.filter((one) => one.querySelector('summary').textContent === asked)"
            ".map((one) => one.dataset.modules)",
            question,
        )
        modules.append(cards[0])
    first = [next((at for at, id in enumerate(WEEK_1) if id in of.split()), None) for of in modules]
    assert all(at is not None for at in first), modules
    assert first == sorted(first, key=lambda at: at or 0) and first[0] == 0


def test_a_card_that_was_hard_comes_back_in_the_same_sitting(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/cards/")
    page.locator("#cards-deck").select_option("objectives")
    first = page.locator(".tu-card-question").inner_text()
    page.get_by_role("button", name="Show the answer").click()
    page.get_by_role("button", name="Again").click()
    asked = []
    while (question := page.locator(".tu-card-question").inner_text()) != first:
        assert question not in asked
        asked.append(question)
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="Easy").click()
    assert len(asked) == 8, "two cards for each of four objectives and one for all of them, without the first"


def test_a_card_whose_answer_has_changed_says_so_and_is_due(newcomer: Newcomer) -> None:
    old = {"due": "2027-06-01T08:00:00.000Z", "stability": 90, "difficulty": 5, "elapsed_days": 0, "scheduled_days": 90}
    old |= {"reps": 4, "lapses": 0, "learning_steps": 0, "state": 2, "says": "old", "first": "2026-12-01"}
    page = newcomer.comes("2026-12-20", learnt(cards={"msg-tagline": old}))
    page.goto("onboarding/cards/")
    deck = page.locator(".tu-deck")
    expect(deck).to_contain_text("1 due")
    expect(deck).to_contain_text("Say it: Tagline")
    expect(deck).to_contain_text("This card has changed since you last saw it.")


def test_a_card_that_no_scheduler_could_read_is_a_new_one(newcomer: Newcomer) -> None:
    broken = {"due": "2026-12-01T08:00:00.000Z", "last_review": "x", "stability": "a", "state": 9, "says": "e6897127"}
    page = newcomer.comes(START, learnt(cards={"msg-tagline": broken, "msg-one-liner": 5, "msg-clients": {}}))
    page.goto("onboarding/cards/")
    expect(page.locator(".tu-deck")).to_contain_text("0 due, 10 new today")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("button", name="Good")).to_be_visible()


def test_cards_come_back_on_the_day_it_is_here(newcomer: Newcomer) -> None:
    """At six in the evening in Los Angeles it is the next day in Greenwich already."""
    page = newcomer.comes(START, learnt(), timezone_id="America/Los_Angeles")
    page.clock.set_fixed_time("2026-11-30T18:00:00-08:00")
    page.goto("onboarding/cards/")
    for _ in range(10):
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="Easy").click()
    expect(page.locator(".tu-deck")).to_contain_text("comes back on Tuesday 8 Dec")


def test_a_link_to_no_wording_still_opens_the_page(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/recite/#%")
    expect(page.get_by_role("button", name="Compare")).to_be_visible()


def test_the_quiz_explains_every_answer_and_keeps_the_best(newcomer: Newcomer) -> None:
    page = newcomer.comes("2026-12-01", learnt("m01-why-kelvaro"))
    page.goto("onboarding/modules/m02-objectives/")
    forms = page.locator(".tu-quiz")
    expect(forms).to_have_count(4)
    forms.first.get_by_role("button", name="Check").click()
    expect(forms.first).to_contain_text("Choose an answer first.")
    for form, answer in zip(forms.all(), ("102 %", "30 June 2027", "90", "40 %"), strict=True):
        form.get_by_label(answer, exact=True).check()
        form.get_by_role("button", name="Check").press("Enter")
        expect(form.locator(".tu-answer")).to_be_focused()
    first = page.locator(".tu-question").first
    expect(first).to_contain_text("Not this one.")
    expect(first).to_contain_text("That was the target until 3 November 2026.")
    expect(page.locator(".tu-score-line")).to_contain_text("3 of 4 right, 75 %. The mark is 80 %.")
    page.get_by_role("button", name="Try again").click()
    assert page.locator(".tu-question details").first.is_hidden()
    for form, answer in zip(forms.all(), ("108 %", "30 June 2027", "90", "40 %"), strict=True):
        form.get_by_label(answer, exact=True).check()
        form.get_by_role("button", name="Check").click()
    expect(page.locator(".tu-score-line")).to_contain_text("Passed.")
    assert newcomer.kept(page)["quiz"] == {"m02-objectives": 100}


def test_the_drill_is_done_by_keyboard_and_says_what_the_table_says(newcomer: Newcomer) -> None:
    page = newcomer.comes(START, learnt())
    page.goto("onboarding/drill/")
    page.get_by_role("button", name="Begin").focus()
    page.keyboard.press("Enter")
    for number in range(1, 11):
        expect(page.locator(".tu-prospect h2")).to_have_text(f"Prospect {number} of 10")
        expect(page.locator(".tu-prospect h2")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Next prospect")).to_be_focused()
        pressed = page.locator(".tu-prospect [aria-pressed=true]")
        assert pressed.count() == 1 and pressed.inner_text().startswith("Tier A"), "one's own answer stays marked"
        cells = page.locator(".tu-prospect td:last-child").all_inner_texts()
        told = page.locator(".tu-prospect [role=status]").inner_text()
        assert f"{sum(float(cell) for cell in cells):g} points" in told or "We walk away" in told
        page.keyboard.press("Enter")
    right, of = newcomer.kept(page)["drill"]["icp-food"]
    assert of == 10
    expect(page.locator(".tu-prospect h2")).to_have_text(f"{right} of 10 right")


def test_the_questions_of_a_module_stay_known_where_it_has_another_id(newcomer: Newcomer, versions: str) -> None:
    page = newcomer.comes("2026-12-03")
    page.goto(f"{versions}2026.4/onboarding/cards/")
    id = page.locator('[data-card^="m03-products."]').first.get_attribute("data-card") or ""
    card = {"due": "2027-01-09T08:00:00Z", "stability": 5, "difficulty": 5, "reps": 1, "state": 2, "says": "x"}
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEPT, json.dumps({"cards": {id: card}})])
    page.goto(f"{versions}2026.5/onboarding/cards/")
    renamed = id.replace("m03-products", "m03-what-we-sell")
    expect(page.locator(f'[data-card="{renamed}"]')).to_have_count(1)
    page.locator(".tu-deck p").first.wait_for()
    assert list(newcomer.kept(page)["cards"]) == [renamed]
