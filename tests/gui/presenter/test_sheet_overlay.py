"""What lies over a page: pointer, pen, countdown, name, curtain."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.audience_view import AudienceView, Curtain, Stroke
from app.ui.presenter.overlay import countdown_rect, countdown_words, paint_overlay, pointer_rect
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import HEIGHT
from tests.gui.presenter.sample_sheets import QUESTION, SHEETS
from tests.gui.presenter.sheet_check import load_page_fonts

RECT = QRectF(0, 0, 1024, 768)
BARE = AudienceView("question", QUESTION, 3, 9)


@pytest.fixture(autouse=True)
def fonts(qapp) -> None:
    load_page_fonts()


def _painted(view: AudienceView) -> QImage:
    image = QImage(1024, 768, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    paint_overlay(painter, RECT, view)
    painter.end()
    return image


def _changed(view: AudienceView) -> list[tuple[int, int]]:
    image = _painted(view)
    green = QColor("#00ff00").rgb()
    return [(x, y) for x in range(0, 1024, 4) for y in range(0, 768, 4) if image.pixel(x, y) != green]


def test_without_anything_over_it_the_page_is_left_alone():
    assert _changed(BARE) == []


@pytest.mark.parametrize(("curtain", "shown"), [(Curtain.BLACK, "#000000"), (Curtain.WHITE, "#ffffff")])
def test_a_curtain_hides_everything(curtain, shown):
    image = _painted(replace(BARE, curtain=curtain, pointer=(0.5, 0.5), countdown=60, picked="周明"))
    assert {image.pixelColor(x, y).name() for x in range(0, 1024, 16) for y in range(0, 768, 16)} == {shown}


def test_the_pointer_is_a_red_dot_where_it_points():
    image = _painted(replace(BARE, pointer=(0.25, 0.75)))
    assert image.pixelColor(256, 576) == QColor("#ff0000")


def test_what_is_repainted_for_the_pointer_holds_all_of_it():
    box = pointer_rect(RECT, (0.25, 0.75))
    outside = [place for place in _changed(replace(BARE, pointer=(0.25, 0.75))) if not box.contains(*place)]
    assert outside == []


def test_a_stroke_goes_through_its_points():
    image = _painted(replace(BARE, strokes=(Stroke(((0.1, 0.5), (0.9, 0.5))),)))
    assert image.pixelColor(512, 384).red() > 100 and image.pixelColor(512, 384).green() < 60


def test_a_single_tap_of_the_pen_leaves_a_dot():
    assert _changed(replace(BARE, strokes=(Stroke(((0.5, 0.5),)),)))


@pytest.mark.parametrize(
    ("seconds", "words"), [(245, "4:05"), (60, "1:00"), (9, "0:09"), (0, "时间到"), (-30, "时间到")]
)
def test_the_countdown_counts_in_minutes_and_then_says_that_it_is_over(seconds, words):
    assert countdown_words(seconds) == words


@pytest.mark.parametrize("name", ["discussion", "lessons", "brake", "closing"])
def test_the_countdown_covers_no_word_where_there_is_room_beside(name):
    width = HEIGHT * 4 / 3
    boxes = [box.rect for box in SheetPainter().boxes(SHEETS[name], QSize(1333, 1000), 3, 9)]
    panel = countdown_rect(width, boxes)
    assert not [box for box in boxes if box.intersects(panel)]


def test_a_picked_name_is_large_and_in_the_middle():
    rows = {y for _, y in _changed(replace(BARE, picked="欧阳建国"))}
    assert min(rows) < 384 < max(rows) and max(rows) - min(rows) > 200
