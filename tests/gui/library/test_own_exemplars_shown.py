"""A good practice of the unit in 案例库: read like other exemplars, never taken for one of the program's."""

from datetime import timedelta

import pytest

from app.domain.labels import DISCLAIMER, OWN_DRAFT, OWN_EXEMPLAR, OWN_EXEMPLAR_NOTE
from app.domain.ledger.outcome import GoodPractice
from app.ui.kit.banner import Banner
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.library.case_filter import CaseFilter
from app.ui.library.case_print import case_document
from app.ui.library.library_page import LibraryPage
from app.ui.parts.case_card import CaseCard
from app.ui.presenter import pick_sources
from app.ui.settings.content_section import ContentSection


@pytest.fixture
def draft(services):
    """Listed in 成果归集, in the library as after its background work."""
    made, today = services.ledger, services.ledger.today()
    campaign = made.open_campaign("临时救助专项", today - timedelta(days=60), today + timedelta(days=60))
    story = "2026年3月起窗口试行当场比对。\n四月办结21件，最长3天。"
    entry = services.outcomes.add_practice(GoodPractice("", campaign, "当场比对", "", story))
    services.outcomes.draft_exemplar(entry)
    services.library.adopt(services.library.prepare())
    return next(case for case in services.library.cases() if case.own)


def words(widget):
    said = [one.text() for kind in (Label, Paragraph, Tag) for one in widget.findChildren(kind)]
    return " ".join(said).replace("\n", "").replace("\u200b", "")


def test_its_card_says_that_it_is_a_draft_of_the_unit(draft, services, show_page):
    page = LibraryPage(services.library, services.study, services.annotations)
    show_page(page)
    card = next(one for one in page.grid.cards() if isinstance(one, CaseCard) and one.case_id() == draft.id)
    assert card.accessibleName().startswith(f"{OWN_DRAFT}：当场比对")
    others = [one for one in page.grid.cards() if isinstance(one, CaseCard) and one is not card]
    assert others and not any(OWN_DRAFT in one.accessibleName() for one in others)


def test_one_can_ask_for_the_unit_s_own_only(draft, services, show_page):
    page = LibraryPage(services.library, services.study, services.annotations)
    show_page(page)
    page._filter(CaseFilter.preset({"kind": "own"}))
    assert page.shown_cases() == [draft.id]
    assert OWN_EXEMPLAR in [box.text().rstrip("0123456789 ") for box in page.panel.boxes().values()]
    page._filter(CaseFilter.preset({"kind": "exemplar"}))
    assert draft.id not in page.shown_cases()


def test_it_is_read_and_says_what_it_lacks_and_that_nothing_in_it_is_made_up(draft, open_case):
    page = open_case(draft.id)
    assert "四月办结21件，最长3天。" in "".join(one.toPlainText() for one in page.reader.sheet.texts())
    (banner,) = (one for one in page.findChildren(Banner) if OWN_DRAFT in one.text())
    assert "还缺：副题、封面字、领域" in banner.text()
    assert OWN_DRAFT in [tag.text() for tag in page.findChildren(Tag)]
    assert OWN_EXEMPLAR_NOTE in words(page) and DISCLAIMER not in words(page)
    assert "学后检测" not in words(page)
    page.reader.outline.learned_requested.emit()  # there is no check to pass
    assert page.reader.outline._learned.label() == "已学"


def test_on_paper_too(draft, services):
    text = case_document(services.library.case(draft.id), {}).toPlainText()
    assert OWN_EXEMPLAR_NOTE in text and OWN_DRAFT in text and DISCLAIMER not in text


def test_one_of_the_program_s_is_shown_as_before(draft, open_case):
    page = open_case()
    assert DISCLAIMER in words(page) and OWN_EXEMPLAR_NOTE not in words(page)
    assert not [one for one in page.findChildren(Banner) if OWN_DRAFT in one.text()]


def test_nobody_is_led_to_a_draft_and_it_is_not_projected(draft, services, open_case, qtbot):
    assert draft.id not in [entry.key for entry in pick_sources.cases(services.library, "")]
    page = open_case(draft.id)
    assert page.projection(False) is None
    said, went = [], []
    page.message.connect(lambda tone, text: said.append(text))
    page.navigate.connect(lambda key, argument: went.append(key))
    page.reader.toolbar.asked.emit("project")
    assert went == [] and "没有投影页" in said[0]


def test_the_settings_count_it_apart(draft, services, qtbot):
    section = ContentSection(services.library)
    qtbot.addWidget(section)
    assert f"{len(services.library.cases()) - 1} 个" in words(section)
    assert OWN_EXEMPLAR in words(section) and "1 篇，列在案例库" in words(section)


def test_every_stop_has_a_name(draft, open_case, nameless_stops):
    assert nameless_stops(open_case(draft.id).window_of_test) == []
