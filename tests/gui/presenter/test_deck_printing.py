"""讲稿 and 讲义 as PDF, and the pictures that go into their Word twins."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from app.domain.case_deck import pages_of_case
from app.domain.deck import Deck, DeckPage
from app.domain.handout_pages import handout_pages
from app.domain.labels import DISCLAIMER
from app.domain.sheet import Choice, Mark, Sheet, SheetKind
from app.exports.document_origin import DocumentOrigin
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import set_resources
from app.ui.presenter.handout_pdf import handout_pdf
from app.ui.presenter.page_pictures import page_pictures
from app.ui.presenter.script_pdf import script_pdf
from app.ui.presenter.sheet_painter import SheetPainter

RESOURCES = Path(__file__).parents[3] / "resources"
ORIGIN = DocumentOrigin("2026-11-18", "0123abcd")
NOTES = (("停", "停三十秒。"), ("问", "你会看哪一栏？"), ("", "随手记一句。"))
FOOT = "内容版本0123abcd2026年11月18日"


def page(number: int) -> DeckPage:
    """Its answer stands in no picture but the revealed one."""
    asked = Sheet(SheetKind.QUESTION, "停一停", f"怎么办{number}", (Choice("A", "登记"), Choice("B", "不说")))
    marked = (Choice("A", "登记", Mark.RIGHT), Choice("B", "不说", Mark.WRONG))
    return DeckPage(f"c/{number}", f"作答{number}", asked, replace(asked, blocks=marked), NOTES, 90)


def deck(count: int) -> Deck:
    return Deck("低保绿色通道", tuple(page(number) for number in range(1, count + 1)))


@pytest.fixture
def sheets(qapp):
    set_resources(RESOURCES)
    load_fallback_font(RESOURCES)
    load_title_font(RESOURCES)
    return SheetPainter()


@pytest.fixture
def pages_of(sheets, tmp_path):
    """The text of every page of a PDF, without spaces."""

    def read(pdf: bytes) -> list[str]:
        file = tmp_path / "made.pdf"
        file.write_bytes(pdf)
        document = QPdfDocument()
        assert document.load(str(file)) is QPdfDocument.Error.None_
        texts = [document.getAllText(number).text() for number in range(document.pageCount())]
        assert not document.render(0, QSize(420, 594)).isNull()
        document.close()
        # What some faces draw for ⽤ and the like is told as the radical that looks the same.
        return ["".join(unicodedata.normalize("NFKC", text).split()) for text in texts]

    return read


def test_the_script_names_every_page_with_its_notes(pages_of, sheets):
    made = pages_of(script_pdf(deck(5), sheets, ORIGIN))
    whole = "".join(made)
    assert all(f"{number}.作答{number}1分30秒" in whole for number in range(1, 6))
    assert whole.count("停一停:停三十秒。") == whole.count("追问:你会看哪一栏?") == whole.count("揭晓以后") == 5
    assert "不发给听众" in made[0]
    plain = unicodedata.normalize("NFKC", DISCLAIMER)
    assert all(FOOT in text and plain in text for text in made)
    assert [f"—{number}—" in text for number, text in enumerate(made, 1)] == [True] * len(made)


def test_notes_longer_than_a_sheet_run_on_and_none_is_lost(pages_of, sheets):
    notes = tuple(("问", f"第{number}句，" + "看" * 300) for number in range(40))
    of = Deck("讲", (page(1), replace(page(2), notes=notes), page(3)))
    made = pages_of(script_pdf(of, sheets, ORIGIN))
    whole = "".join(made)
    assert len(made) > 5 and whole.count("看") == 40 * 300 + 2
    assert [f"第{number}句" in whole for number in range(40)] == [True] * 40
    assert "3.作答3" in made[-1]


@pytest.mark.parametrize(("per_sheet", "wanted"), [(3, 3), (6, 2)])
def test_the_handout_has_no_notes_and_no_answers_unless_asked_for(pages_of, sheets, per_sheet, wanted):
    withheld = pages_of(handout_pdf(deck(7), sheets, per_sheet, False, ORIGIN))
    shown = pages_of(handout_pdf(deck(7), sheets, per_sheet, True, ORIGIN))
    assert len(withheld) == len(shown) == wanted
    assert f"第{wanted}张,共{wanted}张" in withheld[-1]
    assert all(f"{number}.作答{number}" in "".join(withheld) for number in range(1, 8))
    assert not [text for _, text in NOTES if text.rstrip("。？") in "".join(withheld + shown)]
    assert "含答案" in shown[0] and "含答案" not in withheld[0]
    assert handout_pdf(deck(1), sheets, 3, False, ORIGIN) != handout_pdf(deck(1), sheets, 3, True, ORIGIN)


def test_only_three_or_six(sheets):
    with pytest.raises(ValueError):
        handout_pdf(deck(2), sheets, 4, False, ORIGIN)


def test_pictures_are_drawn_of_what_may_be_seen_only(sheets):
    withheld, shown = page_pictures(deck(2), sheets, False), page_pictures(deck(2), sheets, True)
    assert [one.revealed for one in withheld.values()] == [b"", b""]
    for name, one in shown.items():
        assert one.sheet == withheld[name].sheet
        before, after = QImage.fromData(one.sheet, "PNG"), QImage.fromData(one.revealed, "PNG")
        assert before.size() == after.size() == QSize(880, 660) and before != after


@pytest.mark.parametrize("words", ["", "\x00\ud800控\u202e", "长" * 32_768, "=1+1"], ids=range(4))
def test_any_words_make_a_file_that_opens(pages_of, sheets, words):
    of = Deck(words, (replace(page(1), name=words, notes=((words[:9], words),)),))
    assert pages_of(script_pdf(of, sheets, ORIGIN))
    assert pages_of(handout_pdf(of, sheets, 3, False, ORIGIN))


def test_no_page_of_any_case_that_is_handed_out_tells_what_was_right(services):
    library = services.library
    bank, cases = library.bank(), [library.case(one.id) for one in library.cases()]
    assert cases
    for case in cases:
        questions = [one for one in bank if one.case == case.slug]
        of = Deck(case.title, pages_of_case(case, library.article, questions))
        kept = handout_pages(of, answers=False)
        assert len(kept) < len(of.pages)
        for _, one in kept:
            assert not any(block.mark for block in one.sheet.blocks if isinstance(block, Choice))
            assert not one.sheet.title.startswith(("答案与解析", "这时应当选", "怎么处理的"))
