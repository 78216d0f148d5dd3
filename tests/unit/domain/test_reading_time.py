"""How long a page takes, and that a case takes between twenty minutes and an hour."""

import pytest

from app.domain.deck import DeckPage
from app.domain.reading_time import LEAST, TALK, VOTE, page_seconds, pause_seconds, planned
from app.domain.sheet import Item, Quotation, Sheet, SheetKind, Text


@pytest.mark.parametrize(
    ("line", "units", "seconds"),
    [
        ("十秒，请大家心里估一个数", 1, 10),
        ("十五秒，看监督那一行", 1, 15),
        ("半分钟，画两把椅子", 1, 30),
        ("一分钟，先问选A的人", 1, 60),
        ("两分钟，请一位扮丁某", 1, 120),
        ("一分半钟，看完再说", 1, 90),
        ("20秒", 1, 20),
        ("【2】念到“都是上午”停十秒，让人自己看出一三五。", 1, 10),
        ("每题三分钟", 3, 540),
        ("每行十秒", 4, 40),
        ("三句各五秒", 1, 15),
        ("第一题二分钟，二、三题各四分钟，第三题当场指定谁去改表。", 3, 600),
        ("念完第三句，安静一会儿", 3, 0),
        ("现在起四十分钟", 1, 300),
    ],
)
def test_pauses_are_read_from_the_words(line: str, units: int, seconds: int) -> None:
    assert pause_seconds(line, units) == seconds


def test_text_is_read_at_three_hundred_characters_a_minute_and_a_rule_faster() -> None:
    assert page_seconds(Sheet(SheetKind.TEXT, "", "", (Text("他" * 300),))) == 60
    assert page_seconds(Sheet(SheetKind.CLAUSE, "", "", (Quotation("他" * 300, ""),))) == 30


def test_a_vote_and_a_revealed_text_take_their_time() -> None:
    sheet = Sheet(SheetKind.QUESTION, "", "", (Text("他" * 150),))
    revealed = Sheet(SheetKind.QUESTION, "", "", (Text("他" * 300),))
    assert page_seconds(sheet, ballot=True) == 30 + VOTE
    assert page_seconds(sheet, revealed) == 60
    assert page_seconds(Sheet(SheetKind.PART, "", "")) == LEAST


def test_a_discussion_takes_what_the_notes_say_or_a_fixed_time_a_question() -> None:
    sheet = Sheet(SheetKind.DISCUSSION, "", "", (Item("", "1"), Item("", "2")))
    assert page_seconds(sheet) == 2 * TALK
    assert page_seconds(sheet, notes=(("停", "每题三分钟"),)) == 360


@pytest.mark.parametrize("seconds", [10, 700, 1500, 4000, 9000])
def test_a_case_takes_between_twenty_minutes_and_an_hour(seconds: int) -> None:
    sheet = Sheet(SheetKind.TEXT, "", "")
    pages = tuple(DeckPage(str(number), "", sheet, seconds=seconds) for number in range(3))
    total = sum(page.seconds for page in planned(pages))
    assert total == min(max(3 * seconds, 1200), 3600)
    assert planned(()) == ()
