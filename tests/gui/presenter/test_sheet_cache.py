"""Pictures are ready before they are asked for, never too many, never of another size or theme."""

import pytest
from PySide6.QtCore import QSize

from app.domain.sheet import Sheet
from app.ui.presenter.sheet_cache import MOST, CachedPage, SheetCache
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import DARK_PAGE, LIGHT_PAGE
from tests.gui.presenter.sample_sheets import SHEETS
from tests.gui.presenter.sheet_check import load_page_fonts

PAGES = [CachedPage(name, sheet, number, len(SHEETS)) for number, (name, sheet) in enumerate(SHEETS.items(), 1)]
SIZE = QSize(320, 240)


class _Counting(SheetPainter):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[Sheet] = []

    @property
    def drawn(self) -> int:
        return len(self.sheets)

    def pixmap(self, sheet, *arguments):
        self.sheets.append(sheet)
        return super().pixmap(sheet, *arguments)


@pytest.fixture
def painter() -> _Counting:
    return _Counting()


@pytest.fixture
def cache(qapp, painter) -> SheetCache:
    load_page_fonts()
    made = SheetCache(painter)
    made.set_screen(SIZE)
    return made


def test_a_page_that_was_prepared_is_only_handed_over(cache, painter, qtbot):
    cache.picture(PAGES[2])
    cache.prepare([PAGES[3], PAGES[1], PAGES[4], PAGES[0]])
    qtbot.waitUntil(lambda: len(cache) == MOST)
    drawn = painter.drawn
    for page in PAGES[:5]:
        cache.picture(page)
    assert painter.drawn == drawn == MOST


def test_nothing_is_drawn_before_there_is_time(cache, painter):
    cache.prepare(PAGES[:3])
    assert painter.drawn == 0


def test_what_comes_next_is_drawn_first(cache, painter, qtbot):
    cache.prepare([PAGES[3], PAGES[1]])
    qtbot.waitUntil(lambda: len(cache) == 2)
    assert painter.sheets == [PAGES[3].sheet, PAGES[1].sheet]


def test_a_plan_that_is_overtaken_is_dropped(cache, painter, qtbot):
    cache.prepare(PAGES[:4])
    cache.prepare(PAGES[5:7])
    qtbot.waitUntil(lambda: len(cache) == 2)
    qtbot.wait(5)
    assert painter.sheets == [page.sheet for page in PAGES[5:7]]


def test_there_are_never_more_than_five(cache, qtbot):
    for place, page in enumerate(PAGES):
        cache.picture(page)
        cache.prepare([*PAGES[place + 1 : place + 6]])
        qtbot.wait(1)
        assert len(cache) <= MOST


def test_the_current_page_stays_while_others_are_prepared(cache, qtbot):
    for page in PAGES[:6]:
        cache.picture(page)
    cache.prepare(PAGES[6:10])
    qtbot.waitUntil(lambda: all(cache.has(page) for page in PAGES[6:10]))
    assert cache.has(PAGES[5])


def test_another_size_or_theme_forgets_the_pictures(cache):
    large = QSize(640, 480)
    for change in ((large, 1.0, LIGHT_PAGE), (large, 2.0, LIGHT_PAGE), (large, 2.0, DARK_PAGE)):
        cache.picture(PAGES[0])
        cache.set_screen(*change)
        assert len(cache) == 0
        made = cache.picture(PAGES[0])
        assert made.width() == 640 * change[1]
        cache.set_screen(*change)
        assert len(cache) == 1


def test_a_page_that_changes_gets_another_key_and_another_picture(cache):
    before = cache.picture(PAGES[0])
    after = cache.picture(PAGES[1]._replace(number=1))
    assert before.toImage() != after.toImage()


def test_the_picture_is_what_the_painter_paints(cache, painter):
    page = PAGES[4]
    assert cache.picture(page).toImage() == painter.pixmap(page.sheet, SIZE, page.number, page.total).toImage()


def test_cleared_it_draws_nothing_more(cache, painter, qtbot):
    cache.prepare(PAGES[:4])
    cache.clear()
    qtbot.wait(5)
    assert (len(cache), painter.drawn) == (0, 0)
