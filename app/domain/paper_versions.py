"""Versions A and B of a drawn paper: the same questions in another order, from the same seed."""

import random
from collections.abc import Sequence
from dataclasses import replace

from app.domain.drawing import DrawnQuestion
from app.domain.paper import Paper
from app.domain.paper_heading import NO_HEADING, PaperHeading
from app.domain.printed_paper import PrintedPaper
from app.domain.printed_question import PrintedQuestion
from app.domain.printed_section import PrintedSection
from app.domain.printed_unit import PrintedUnit
from app.domain.question import QuestionKind

Unit = tuple[DrawnQuestion, ...]


def paper_versions(
    paper: Paper,
    drawn: Sequence[DrawnQuestion],
    seed: int,
    content: str,
    day: str,
    heading: PaperHeading = NO_HEADING,
) -> tuple[PrintedPaper, PrintedPaper]:
    """A in the order drawn, kind by kind; B with other orders of questions and options. Parts of a case stay in order.

    ``content`` names the version of the bank, ``day`` is an ISO date.
    """
    by_kind = _by_kind(drawn)
    chance = random.Random(f"{seed}-B")
    other = {
        kind: [tuple(_turned(part, paper.shuffle_options, chance) for part in unit) for unit in _moved(units, chance)]
        for kind, units in by_kind.items()
    }
    rules = (paper.minutes, paper.pass_score, paper.multiple)
    first = PrintedPaper(paper.title, "A", seed, *rules, content, day, _sections(by_kind), heading)
    return first, replace(first, letter="B", sections=_sections(other))


def _by_kind(drawn: Sequence[DrawnQuestion]) -> dict[QuestionKind, list[Unit]]:
    units: dict[str, list[DrawnQuestion]] = {}
    for one in drawn:
        units.setdefault(f"g {one.question.group}" if one.question.group else f"q {one.question.id}", []).append(one)
    kinds: dict[QuestionKind, list[Unit]] = {}
    for unit in units.values():
        question = unit[0].question
        kinds.setdefault(QuestionKind.CASE_STUDY if question.group else question.kind, []).append(tuple(unit))
    return kinds


def _sections(by_kind: dict[QuestionKind, list[Unit]]) -> tuple[PrintedSection, ...]:
    made: list[PrintedSection] = []
    number = 0
    for place, (kind, units) in enumerate(by_kind.items(), 1):
        printed = []
        for unit in units:
            questions = tuple(
                PrintedQuestion(number + at, one.question, one.score, one.order) for at, one in enumerate(unit, 1)
            )
            number += len(unit)
            printed.append(PrintedUnit(unit[0].question.scenario, questions))
        made.append(PrintedSection(place, kind, tuple(printed)))
    return tuple(made)


def _moved(units: list[Unit], chance: random.Random) -> list[Unit]:
    moved = list(units)
    while len(units) > 1 and moved == units:
        chance.shuffle(moved)
    return moved


def _turned(one: DrawnQuestion, shuffle: bool, chance: random.Random) -> DrawnQuestion:
    """With its options in another order, where the paper lets them move; a 排序 never in the right one."""
    ordering = one.question.kind is QuestionKind.ORDER
    if not shuffle or len(one.order) < (3 if ordering else 2):
        return one
    order = list(one.order)
    taken = (one.order, one.question.answer) if ordering else (one.order,)
    while tuple(order) in taken:
        chance.shuffle(order)
    return replace(one, order=tuple(order))
