"""讲稿 and 讲义: the speaker's holds everything, the listeners' only what they may see."""

import hashlib
import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from app.domain.deck import Deck, DeckPage
from app.domain.labels import DISCLAIMER
from app.domain.sheet import Choice, Mark, Sheet, SheetKind
from app.exports.handout_document import HandoutDocument
from app.exports.page_picture import PagePicture
from app.exports.speaker_script_document import SpeakerScriptDocument
from tests.unit.exports.meetings import ORIGIN, foot, row_facts, tables
from tests.unit.exports.papers import text
from tests.unit.exports.test_hostile_texts import HOSTILE, everything_is_xml

NOTES = (("停", "停30秒。"), ("问", "你会看哪一栏？"), ("误", "以为后补也算。"), ("", "随手记一句。"))


def png(shade: int) -> bytes:
    """A grey page of 4:3, unlike every other shade."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade]) * 8 for _ in range(6))
    head = struct.pack(">IIBBBBB", 8, 6, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def page(number: int, reveals: bool = False, composite: bool = True) -> DeckPage:
    sheet = Sheet(SheetKind.QUESTION, "", f"问〔{number}〕", (Choice("A", "甲"),), composite)
    shown = replace(sheet, blocks=(Choice("A", "甲", Mark.RIGHT),)) if reveals else None
    return DeckPage(f"c/{number}", f"页〔{number}〕", sheet, shown, NOTES if reveals else (), 90)


def deck(count: int, composite: bool = True) -> Deck:
    return Deck("低保绿色通道", tuple(page(n, n % 2 == 0, composite) for n in range(1, count + 1)))


def pictures(of: Deck) -> dict[str, PagePicture]:
    return {one.id: PagePicture(png(n), png(100 + n) if one.revealed else b"") for n, one in enumerate(of.pages)}


def held_pictures(document: bytes) -> set[str]:
    with zipfile.ZipFile(BytesIO(document)) as files:
        return {hashlib.sha256(files.read(name)).hexdigest() for name in files.namelist() if "/media/" in name}


def digests(*wanted: bytes) -> set[str]:
    return {hashlib.sha256(one).hexdigest() for one in wanted}


def test_the_script_has_both_pictures_and_every_note() -> None:
    of = deck(4)
    document = SpeakerScriptDocument(of, pictures(of), ORIGIN).to_bytes()
    (table,) = tables(document)
    assert table[1][1] == (
        "2. 页〔2〕（1 分 30 秒）\n停一停：停30秒。\n追问：你会看哪一栏？\n常见误解：以为后补也算。\n随手记一句。"
    )
    assert "揭晓以后" in table[1][0] and "揭晓以后" not in table[0][0]
    assert "共 4 页，计划 6 分钟" in text(document) and "不发给听众" in text(document)
    every = pictures(of).values()
    assert held_pictures(document) == digests(*(p.sheet for p in every), *(p.revealed for p in every if p.revealed))
    assert all(row_facts(document, 0, "cantSplit"))


def test_notes_longer_than_a_sheet_may_run_on() -> None:
    of = Deck("讲", (replace(page(1), notes=(("", "长" * 32_768),)), page(2)))
    document = SpeakerScriptDocument(of, pictures(of), ORIGIN).to_bytes()
    assert row_facts(document, 0, "cantSplit") == [False, True]
    assert text(document).count("长") == 32_768


@pytest.mark.parametrize("per_sheet", [3, 6])
@pytest.mark.parametrize("count", [1, 3, 7, 12])
def test_the_handout_has_so_many_pages_on_a_sheet_and_no_note(per_sheet: int, count: int) -> None:
    of = deck(count)
    document = HandoutDocument(of, pictures(of), per_sheet, False, ORIGIN).to_bytes()
    sheets = -(-count // per_sheet)
    assert len(tables(document)) == sheets
    assert f"第 {sheets} 张，共 {sheets} 张" in text(document)
    assert [f"{n}. 页〔{n}〕" in text(document) for n in range(1, count + 1)] == [True] * count
    assert not [words for _, words in NOTES if words in text(document)]


def test_answers_are_not_in_the_file_unless_they_were_asked_for() -> None:
    of = deck(6)
    every = pictures(of)
    before = digests(*(one.sheet for one in every.values()))
    after = digests(*(one.revealed or one.sheet for one in every.values()))
    withheld = HandoutDocument(of, every, 6, False, ORIGIN).to_bytes()
    shown = HandoutDocument(of, every, 6, True, ORIGIN).to_bytes()
    assert held_pictures(withheld) == before and "含答案" not in text(withheld)
    assert held_pictures(shown) == after and "含答案" in text(shown)


def test_only_three_or_six() -> None:
    with pytest.raises(ValueError):
        HandoutDocument(deck(2), {}, 4, False, ORIGIN)


def test_the_disclaimer_follows_the_pages() -> None:
    for composite, lines in ((True, ["内容版本 0123abcd　2026年11月18日", DISCLAIMER]), (False, [])):
        of = deck(2, composite)
        assert foot(SpeakerScriptDocument(of, pictures(of), ORIGIN).to_bytes()) == lines
        assert foot(HandoutDocument(of, pictures(of), 3, False, ORIGIN).to_bytes()) == lines


def test_a_page_without_a_picture_still_has_its_name_and_notes() -> None:
    of = deck(2)
    assert "2. 页〔2〕" in text(SpeakerScriptDocument(of, {}, ORIGIN).to_bytes())
    document = HandoutDocument(of, {}, 6, True, ORIGIN).to_bytes()
    assert "2. 页〔2〕" in text(document) and not Document(BytesIO(document)).inline_shapes


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_stands_there_as_text(words: str) -> None:
    of = Deck(words, (replace(page(2, True), name=words, notes=(("问", words), (words, words))),))
    script = SpeakerScriptDocument(of, pictures(of), ORIGIN).to_bytes()
    for made in (script, HandoutDocument(of, pictures(of), 3, True, ORIGIN).to_bytes()):
        everything_is_xml(made)
    assert HOSTILE[words].strip() in text(script)
