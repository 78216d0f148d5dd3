"""What a listener is handed: no answer, no outcome and never a note before the room has made up its mind."""

from dataclasses import replace

import pytest

from app.domain.deck import Deck, DeckPage
from app.domain.handout_pages import handout_pages
from app.domain.sheet import Choice, Mark, Sheet, SheetKind


def page(page_id: str, kind: SheetKind = SheetKind.QUESTION, ballot: bool = False) -> DeckPage:
    sheet = Sheet(kind, "", page_id, (Choice("A", "甲"),))
    shown = replace(sheet, blocks=(Choice("A", "甲", Mark.RIGHT),)) if ballot else None
    return DeckPage(page_id, page_id, sheet, shown, (("停", "提示"),), ballot=("A",) if ballot else ())


DECK = Deck(
    "讲",
    (
        page("c/facts/1", SheetKind.FACTS),
        page("c/gate/1"),
        page("c/gate/2", ballot=True),
        page("c/gate/3"),
        page("c/outcome/1", SheetKind.OUTCOME),
        page("own/3", ballot=True),
        page("own/4", SheetKind.TEXT),
        page("own/3/2"),
        page("p2/own/1"),
        page("p2/c/lessons/1", SheetKind.LESSONS),
    ),
)


def test_what_tells_the_answer_stays_out_wherever_it_was_moved() -> None:
    kept = handout_pages(DECK, answers=False)
    assert [(number, one.id) for number, one in kept] == [
        (1, "c/facts/1"),
        (2, "c/gate/1"),
        (3, "c/gate/2"),
        (6, "own/3"),
        (7, "own/4"),
        (9, "p2/own/1"),
        (10, "p2/c/lessons/1"),
    ]


def test_with_answers_every_page_is_there_as_revealed() -> None:
    kept = handout_pages(DECK, answers=True)
    assert [number for number, _ in kept] == list(range(1, 11))
    assert kept[2][1].sheet == DECK.pages[2].revealed


@pytest.mark.parametrize("answers", [False, True])
def test_no_page_has_a_note_or_anything_left_to_reveal(answers: bool) -> None:
    assert all(one.revealed is None and one.notes == () for _, one in handout_pages(DECK, answers))
