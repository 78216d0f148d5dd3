"""The painter puts every word of a page on it, at any size, in both themes."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.labels import DISCLAIMER
from app.domain.sheet import Bars, Quotation, Sheet, SheetKind, Text
from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import DARK_PAGE, LIGHT_PAGE, colour, page_rect
from tests.gui.presenter.sample_sheets import ANSWER, BOTH_VOTES, QUESTION, SHEETS
from tests.gui.presenter.sheet_check import SIZES, load_page_fonts, problems

PROJECTOR = QSize(1024, 768)
PAIRS = [
    *((ink, "bg") for ink in ("text", "text2", "text3", "red", "ink", "green", "amber")),
    *((ink, "surface2") for ink in ("text", "text2")),
    ("text", "surface3"),
    *((ink, "ink_soft") for ink in ("text", "ink")),
    *((ink, "green_soft") for ink in ("text", "green", "text2")),
    ("red", "red_soft"),
    *(("on_red", fill) for fill in ("ink_fill", "amber_fill", "green_fill", "dimmed", "cover")),
    ("gold", "cover"),
]


@pytest.fixture(autouse=True)
def fonts(qapp) -> None:
    load_page_fonts()


@pytest.fixture
def painter() -> SheetPainter:
    return SheetPainter()


def test_every_kind_of_page_has_a_sample():
    assert {sheet.kind for sheet in SHEETS.values()} == set(SheetKind)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", SHEETS)
def test_a_page_shows_all_its_words_apart_and_large_enough(painter, name, size):
    assert problems(painter, SHEETS[name], size) == []


def test_the_check_itself_finds_what_is_wrong(painter):
    packed = replace(SHEETS["text"], blocks=(Text("没有人能一眼看完的一页。" * 90),))
    found = problems(painter, packed, PROJECTOR)
    assert any(fault.startswith(("overlap", "outside")) for fault in found)
    assert any(fault.startswith("small") for fault in problems(_Shrunken(), QUESTION, PROJECTOR))


class _Shrunken(SheetPainter):
    def boxes(self, sheet, size, number=0, total=0):
        return tuple(replace(box, size=box.size / 2) for box in super().boxes(sheet, size, number, total))


def test_a_page_that_is_a_little_too_full_is_set_smaller_rather_than_cut(painter):
    full = replace(SHEETS["text"], blocks=(Text("低保对象入户抽查比例不低于百分之三十。" * 17),))
    body = next(box for box in painter.boxes(full, PROJECTOR) if box.role == "body")
    assert 0.026 * 768 <= body.size < 0.046 * 768
    assert problems(painter, full, PROJECTOR) == []


def test_body_is_larger_where_the_screen_is_wider(painter):
    sheet = SHEETS["facts"]
    narrow, wide = (
        next(box for box in painter.boxes(sheet, size) if box.role == "body") for size in (PROJECTOR, QSize(1366, 768))
    )
    assert wide.size > narrow.size == pytest.approx(0.046 * 768)


def test_options_stay_where_they_are_when_revealed(painter):
    before, after = (
        [box.rect for box in painter.boxes(sheet, PROJECTOR) if box.role == "option"] for sheet in (QUESTION, ANSWER)
    )
    assert [rect.topLeft() for rect in before] == [rect.topLeft() for rect in after]


def test_a_hidden_question_says_nothing_of_its_answer(painter):
    assert not [box for box in painter.boxes(QUESTION, PROJECTOR) if box.role in ("verdict", "vote", "count")]


def test_a_revealed_option_says_in_words_what_it_is(painter):
    said = [box.text for box in painter.boxes(ANSWER, PROJECTOR) if box.role == "verdict"]
    assert said == ["正确", "不选", "正确", "正确"]


def test_votes_are_shown_as_numbers_of_both_rounds(painter):
    boxes = painter.boxes(SHEETS["votes"], PROJECTOR)
    assert [box.text for box in boxes if box.role == "vote"] == ["第一次", "第二次"] * 4
    assert [box.text for box in boxes if box.role == "count"][:2] == ["31 人", "40 人"]


def test_one_vote_alone_has_no_second(painter):
    sheet = replace(ANSWER, blocks=(*ANSWER.blocks, Bars(BOTH_VOTES.keys, BOTH_VOTES.first)))
    assert {box.text for box in painter.boxes(sheet, PROJECTOR) if box.role == "vote"} == {"第一次"}


def test_an_excerpt_says_so_beside_its_source(painter):
    for excerpt in (True, False):
        sheet = Sheet(SheetKind.CLAUSE, "", "条文", (Quotation("从轻。", "《条例》第五条", excerpt),))
        source = next(box for box in painter.boxes(sheet, PROJECTOR) if box.role == "source")
        assert source.text.endswith("（节选）") is excerpt


def test_the_disclaimer_stands_on_composite_pages_only(painter):
    for composite in (True, False):
        boxes = painter.boxes(replace(SHEETS["text"], composite=composite), PROJECTOR, 3, 9)
        assert any("".join(box.lines) == DISCLAIMER for box in boxes) is composite


def test_the_disclaimer_breaks_where_the_sentence_pauses_and_only_on_narrow_pages(painter):
    lines = {
        size.width(): next(box.lines for box in painter.boxes(QUESTION, size, 99, 100) if box.role == "disclaimer")
        for size in (PROJECTOR, QSize(1920, 1080))
    }
    assert len(lines[1920]) == 1
    assert len(lines[1024]) == 2 and lines[1024][0].endswith("，")


def test_page_n_of_m_is_there_but_not_on_the_cover(painter):
    shown = [box.text for box in painter.boxes(QUESTION, PROJECTOR, 3, 18) if box.role == "number"]
    assert shown == ["3 / 18"]
    assert not [box for box in painter.boxes(SHEETS["cover"], PROJECTOR, 1, 18) if box.role == "number"]


def test_dates_and_amounts_are_never_parted(painter):
    words = "于2026年12月26日收下" + "一二三四五六七八" * 2
    for length in range(12, 30):
        sheet = Sheet(SheetKind.TEXT, "", "标题", (Text("甲" * length + words + "共 3000 元整，全部退回。"),), False)
        body = next(box for box in painter.boxes(sheet, PROJECTOR) if box.role == "body")
        assert any("2026年12月26日" in line for line in body.lines)
        assert any("3000 元" in line for line in body.lines)


@pytest.mark.parametrize("theme", [LIGHT_PAGE, DARK_PAGE], ids=["light", "dark"])
def test_words_can_be_read_in_both_themes(theme):
    assert [(ink, ground) for ink, ground in PAIRS if _contrast(theme, ink, ground) < 4.5] == []


def test_only_the_cover_is_red(painter):
    grounds = {name: painter.image(sheet, PROJECTOR).pixelColor(1000, 20).name() for name, sheet in SHEETS.items()}
    assert grounds.pop("cover") == colour(LIGHT_PAGE, "cover").name()
    assert set(grounds.values()) == {"#ffffff"}


def test_the_dark_theme_is_dark(painter):
    assert painter.image(QUESTION, PROJECTOR, theme=DARK_PAGE).pixelColor(1000, 20).lightness() < 40


def test_a_picture_is_sharp_at_the_ratio_of_the_device(painter):
    made = painter.pixmap(QUESTION, QSize(640, 360), ratio=2.0)
    assert (made.width(), made.height()) == (1280, 720)
    assert made.deviceIndependentSize().width() == 640


def test_it_paints_in_any_rectangle_and_nowhere_else(painter):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    brush = QPainter(image)
    painter.paint(brush, QRectF(100, 60, 160, 120), QUESTION, 1, 2)
    brush.end()
    assert image.pixelColor(99, 70) == image.pixelColor(261, 70) == QColor("#00ff00")
    assert image.pixelColor(255, 62) == QColor("#ffffff")
    assert image.pixelColor(101, 70) == QColor(LIGHT_PAGE.red_fill)


@pytest.mark.parametrize("size", [(2560, 1080), (1080, 1920), (1280, 1024)])
def test_on_other_shapes_of_screen_the_page_keeps_its_own(painter, size):
    rect = QRectF(0, 0, *size)
    page = page_rect(rect)
    assert rect.contains(page) and page.center() == rect.center()
    assert 4 / 3 - 0.001 <= page.width() / page.height() <= 16 / 9 + 0.001
    faults = problems(painter, SHEETS["facts"], QSize(*size))
    assert [fault for fault in faults if not fault.startswith("small")] == []
    assert min(box.size for box in painter.boxes(SHEETS["facts"], QSize(*size))) >= 0.026 * page.height()


def test_a_missing_picture_says_so_in_words(painter):
    said = [box.text for box in painter.boxes(SHEETS["picture"], PROJECTOR)]
    assert "找不到图片“wall.png”。请在备课中重新选择。" in said


def test_a_picture_is_shown_whole_in_the_middle(tmp_path: Path):
    file = tmp_path / "wall.png"
    drawn = QImage(200, 400, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.blue)
    drawn.save(str(file))
    image = SheetPainter(lambda name: file).image(SHEETS["picture"], PROJECTOR)
    blue = [x for x in range(1024) if image.pixelColor(x, 400) == QColor(Qt.GlobalColor.blue)]
    assert abs((blue[0] + blue[-1]) / 2 - 512) < 3
    assert len(blue) < 320  # half as wide as it is high


def test_a_film_has_a_place_on_its_page_and_other_pages_have_none(painter):
    rect = QRectF(0, 0, 1024, 768)
    place = painter.media_rect(SHEETS["media"], rect)
    assert place is not None and rect.contains(place) and place.height() > 300
    assert painter.media_rect(QUESTION, rect) is None


def _contrast(theme: Theme, ink: str, ground: str) -> float:
    light, dark = sorted((_luminance(colour(theme, one)) for one in (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(shown: QColor) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shown.getRgbF()[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
