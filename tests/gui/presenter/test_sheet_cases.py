"""Every page of every case, before and after it is revealed and with both votes: nothing cut, nothing on top of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.case_deck import pages_of_case
from app.domain.deck import DeckPage
from app.domain.sheet import Bars, Sheet
from app.services.services import Services
from app.ui.presenter.sheet_painter import SheetPainter
from tests.gui.presenter.sheet_check import SIZES, load_page_fonts, problems

LEAST_RUNNING = 0.037
"""Of the height: what runs over several lines stays well above the least type even where a page is full."""


@pytest.fixture
def decks(qapp, services: Services) -> dict[str, tuple[DeckPage, ...]]:
    load_page_fonts()
    library = services.library
    questions = library.questions(summary.id for summary in library.question_summaries())
    cases = [library.case(summary.id) for summary in library.cases()]
    return {
        case.slug: pages_of_case(case, library.article, [one for one in questions if one.case == case.slug])
        for case in cases
    }


def test_no_page_of_any_case_is_cut_or_painted_over(decks):
    painter, found = SheetPainter(), []
    assert len(decks) >= 41
    for slug, pages in decks.items():
        assert len(pages) > 8, slug
        for page in pages:
            for sheet in _seen(page):
                for size in SIZES:
                    faults = [*problems(painter, sheet, size), *_small_running(painter, sheet, size)]
                    found += [f"{page.id} {size.width()}: {fault}" for fault in faults]
    assert found == []


def _seen(page: DeckPage) -> Iterator[Sheet]:
    yield page.sheet
    if page.revealed is not None:
        yield page.revealed
    if page.ballot:
        shown = page.revealed or page.sheet
        many = (128,) * len(page.ballot)
        yield replace(shown, blocks=(*shown.blocks, Bars(page.ballot, many, many)))


def _small_running(painter, sheet, size) -> list[str]:
    boxes = painter.boxes(sheet, size)
    running = [box for box in boxes if box.role in ("body", "option", "law")]
    return [f"small type: {box.text}" for box in running if box.size < LEAST_RUNNING * size.height()]
