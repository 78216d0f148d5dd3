"""How long a page takes: reading it aloud, the pauses that the notes ask for, the room's votes and talk.

Text is read at 300 characters a minute, the words of a rule at 600 (what matters of them is read aloud, the rest is
seen). A 停 line of the notes names its pause in words (十秒, 半分钟, 每题三分钟), 15 s where it names none; a 问 line
takes 20 s for an answer from the room; a vote 75 s; a discussion whose notes name no time 150 s a question.
``planned`` keeps a whole case between 20 and 60 minutes: outside of it, every page is stretched or pressed alike.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.chinese_numbers import to_number
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.sheet import Item, Quotation, Row, Sheet, SheetKind
from app.domain.sheet_text import block_text

ALOUD, SEEN = 300, 600
PAUSE, ANSWER, VOTE, TALK, LEAST, LONGEST = 15, 20, 75, 150, 15, 300
SHORTEST_CASE, LONGEST_CASE = 20 * 60, 60 * 60

_NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_TIME = re.compile(f"(?P<half>半)分钟|(?P<number>{_NUMBER})(?P<unit>秒|分半钟?|分钟)")
_SEVERAL = f"(?P<listed>(?:[一二三四五六]、)+[一二三四五六])|(?P<count>{_NUMBER})"
_EACH = re.compile(f"(?:{_SEVERAL})?(?:题|句|行|条|格|段)?[^，；。]{{0,3}}各")
_EVERY = re.compile("每(?:一)?(?:题|句|行|条|格|段|页|列|个)")


def pause_seconds(line: str, units: int = 1) -> int:
    """What a 停 line asks for; ``units`` is how many rows or questions 每行 and 每题 mean. 0 where it names none."""
    total = 0
    start = 0
    for found in _TIME.finditer(line):
        before = re.split("[，。；]", line[start : found.start()])[-1]
        start = found.end()
        total += min(_seconds(found) * _times(before, units), LONGEST * max(units, 1))
    return total


def page_seconds(sheet: Sheet, revealed: Sheet | None = None, notes: Notes = (), ballot: bool = False) -> int:
    """Planned, in whole steps of five seconds."""
    units = sum(isinstance(block, Item) for block in sheet.blocks) + max(
        sum(isinstance(block, Row) for block in sheet.blocks) - 1, 0
    )
    pauses = [pause_seconds(text, max(units, 1)) or PAUSE for kind, text in notes if kind == "停"]
    seconds = reading_seconds(sheet) + sum(pauses) + ANSWER * sum(kind == "问" for kind, _ in notes)
    if revealed is not None:
        seconds += max(reading_seconds(revealed) - reading_seconds(sheet), 0)
    if ballot:
        seconds += VOTE
    if sheet.kind is SheetKind.DISCUSSION and not any(pause_seconds(text) for kind, text in notes if kind == "停"):
        seconds += TALK * max(units, 1)
    return max(round(seconds / 5) * 5, LEAST)


def reading_seconds(sheet: Sheet) -> float:
    quoted = sum(len(block.text) for block in sheet.blocks if isinstance(block, Quotation))
    aloud = len(sheet.title) + sum(len(block_text(block)) for block in sheet.blocks if not isinstance(block, Quotation))
    return aloud * 60 / ALOUD + quoted * 60 / SEEN


def planned(pages: Sequence[DeckPage]) -> tuple[DeckPage, ...]:
    """The pages of a case, between 20 and 60 minutes together."""
    total = sum(page.seconds for page in pages)
    wanted = min(max(total, SHORTEST_CASE), LONGEST_CASE)
    if not total or wanted == total:
        return tuple(pages)
    spread = [max(page.seconds * wanted // total, 5) for page in pages]
    longest = max(range(len(pages)), key=lambda number: spread[number])
    spread[longest] += wanted - sum(spread)
    return tuple(replace(page, seconds=seconds) for page, seconds in zip(pages, spread, strict=True))


def _seconds(found: re.Match[str]) -> int:
    if found["half"]:
        return 30
    number = int(found["number"]) if found["number"].isdigit() else to_number(found["number"]) or 0
    match found["unit"]:
        case "秒":
            return min(number, LONGEST)
        case "分钟":
            return min(number * 60, LONGEST)
        case _:
            return min(number * 60 + 30, LONGEST)


def _times(before: str, units: int) -> int:
    if _EVERY.search(before):
        return max(units, 1)
    each = _EACH.search(before)
    if not each:
        return 1
    if each["listed"]:
        return each["listed"].count("、") + 1
    if each["count"]:
        count = int(each["count"]) if each["count"].isdigit() else to_number(each["count"]) or 1
        return min(count, 9)
    return max(units, 1)
