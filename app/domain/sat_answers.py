"""What one person answered in a 单位统考, as the organiser keeps it: the questions themselves are in the package.

One JSON list in the order of the paper, each entry ``[place in the package, points, answer]``. An answer is the keys of
the options chosen ("AC"), 对 or 错, or one text a blank. A 简答 is "" for nothing written, else ``[marks, text]``:
marks "?" where nobody has marked it, else a digit a key point ("101"). Before the text was kept it was the marks alone.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from app.domain.exam import ExamItem
from app.domain.marking import Verdict
from app.domain.question import Question

UNMARKED, WRITTEN = "?", "…"
"""``WRITTEN`` stands for the text of a 简答 that was not kept."""
_MOST, _LONGEST, _LONGEST_TEXT = 60, 200, 2_000
"""Parts and letters that are kept: more can only come from a file made by hand, and would not be right anyhow."""


def write_answers(items: Iterable[ExamItem], places: Mapping[str, int]) -> str:
    """``places``: of each question in the package, by its id."""
    entries = [[places[item.question.id], item.score, _entry(item)] for item in items]
    written = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "replace").decode()  # half a character in a file must not stop the store


def read_answers(text: str, questions: Sequence[Question]) -> tuple[ExamItem, ...]:
    """``questions``: those of the package. In what order the options were shown is not kept.

    Raises ValueError, TypeError or IndexError where the text is not of this package.
    """
    entries = enumerate(json.loads(text), 1)
    return tuple(_item(number, questions[place], score, entry) for number, (place, score, entry) in entries)


def _entry(item: ExamItem) -> str | list[str]:
    if not item.question.markable:
        ticks = "".join("01"[tick] for tick in item.ticks[:_MOST])
        return [ticks or UNMARKED, "\n".join(item.answer)[:_LONGEST_TEXT]] if item.answered else ""
    if item.verdict() is Verdict.UNANSWERED:
        return ""
    parts = ["".join(part.split())[:_LONGEST] for part in item.answer[:_MOST]]
    return "".join(parts) if all(len(part) == 1 for part in parts) else parts


def _item(number: int, question: Question, score: int, entry: str | list[str]) -> ExamItem:
    if question.markable:
        return ExamItem(number, question, score, (), tuple(entry))
    marks, text = (entry, WRITTEN) if isinstance(entry, str) else entry
    ticks = () if marks in ("", UNMARKED) else tuple(tick == "1" for tick in marks)
    return ExamItem(number, question, score, (), (text,) if marks else (), ticks=ticks)
