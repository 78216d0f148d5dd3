from dataclasses import replace

import pytest

from app.domain.case import Sanction, Section
from app.domain.progress import READING
from app.ui.kit.run import Run
from app.ui.library.case_pieces import case_pieces, reading_sections
from app.ui.library.case_print import case_document, write_pdf
from app.ui.library.piece import Piece, flat, offset_of, spans


@pytest.fixture
def pieces():
    return (Piece("a", runs=(Run("一二三"),)), Piece("t", "table", rows=(("x",),)), Piece("b", runs=(Run("四五"),)))


def test_places_and_offsets_are_each_other_s_inverse(pieces):
    text = flat(pieces)
    for piece in pieces:
        start = offset_of(pieces, piece.anchor)
        assert text[start : start + len(piece.text)] == piece.text


def test_a_span_over_several_pieces_is_cut_at_their_ends(pieces):
    start = flat(pieces).index("二")
    end = flat(pieces).index("五")
    assert spans(pieces, start, end) == [("a", 1, 3), ("b", 0, 1)]


def test_every_case_has_its_sections_in_reading_order(services):
    for summary in services.library.cases():
        case = services.library.case(summary.id)
        sections = reading_sections(case)
        assert list(sections) == [section for section in READING if section in sections]
        assert sections[:2] == (Section.FACTS, Section.GATE)


def test_anchors_are_unique_within_a_case(services):
    for summary in services.library.cases():
        found = case_pieces(services.library.case(summary.id), lambda _: True)
        anchors = [piece.anchor for several in found.values() for piece in several]
        assert len(anchors) == len(set(anchors))


def test_the_printed_case_is_whole_whatever_the_gate(services, case, tmp_path, show_page):
    pieces = case_pieces(case, lambda _: True)
    printed = case_document(case, pieces).toPlainText()
    assert case.sanctions[0].words in printed and case.gate.stem in printed
    write_pdf(tmp_path / "case.pdf", case, pieces)
    assert (tmp_path / "case.pdf").read_bytes().startswith(b"%PDF")


def test_the_outcome_says_how_long_each_sanction_lasts(case):
    given = (
        Sanction("甲某", "县纪委", "p-serious-warning", "严重警告", 1),
        Sanction("甲某", "县纪委", "admonition", "诫勉", 2),
    )
    changed = replace(case, sanctions=given, outcome_date="2026-08")
    table = case_pieces(changed, lambda _: True)[Section.OUTCOME][0]
    assert [row[3] for row in table.rows] == ["期限（由程序计算）", "影响期一年半，至2028年2月", "—"]
