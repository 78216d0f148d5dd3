"""A question on pages: the room sees stem and options, votes, and then the answer and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain import sheet_measure as m
from app.domain.case import Option
from app.domain.line_breaks import line_count
from app.domain.page_edit import Notes
from app.domain.page_group import Face
from app.domain.question import FALSE, TRUE, Question, QuestionKind
from app.domain.sheet import Block, Choice, Mark, Sheet, SheetKind, Text
from app.domain.sheet_fit import Blocks, paged
from app.domain.sheet_height import fits

ANSWER, READ, CHOOSE = "答案与解析", "先读题", "怎么选？"
TRUE_OR_FALSE = (Option(TRUE, "这个说法对"), Option(FALSE, "这个说法不对"))


@dataclass(frozen=True, slots=True)
class Asked:
    """Anything with options: a question of the bank, a case's 停一停, a question of one's own."""

    stem: str
    options: tuple[Option, ...]
    answer: tuple[str, ...]
    comment: str
    head: str = ANSWER
    """Of the page with the reason; the answer's letters follow."""

    @classmethod
    def of(cls, question: Question) -> "Asked":
        options = question.options
        if question.kind is QuestionKind.TRUE_FALSE:
            options = TRUE_OR_FALSE
        return cls(question.stem, options, question.answer, question.explanation)


def for_projection(questions: Sequence[Question], count: int) -> tuple[Question, ...]:
    """Up to ``count`` single, multiple and judgement questions in their order, those whose stem and options
    share a page before longer ones."""
    asked = [question for question in questions if question.kind.chooses and not question.group]
    short = [question for question in asked if question_faces(Asked.of(question), "一", True)[0].ballot]
    long = [question for question in asked if question not in short]
    chosen = (*short, *long)[: max(count, 0)]
    return tuple(question for question in asked if question in chosen)


def question_faces(
    asked: Asked, kicker: str, composite: bool, kind: SheetKind = SheetKind.QUESTION
) -> tuple[Face, ...]:
    """Stem and options on one page where they fit, else the stem first; the reason on the same page, revealed, where
    it fits, else on pages of its own after it. The vote is taken on the page with the (last) options."""
    stem, title, blocks = _laid_out(asked, kicker, composite, kind)
    *earlier, blocks = paged(blocks, title)
    sheet = Sheet(kind, kicker, title, blocks, composite)
    marked = tuple(_marked(block, asked.answer) for block in blocks)
    shown = replace(sheet, blocks=marked)
    ballot = tuple(option.key for option in asked.options)
    reason = (Text(asked.comment),) if asked.comment else ()
    together = replace(shown, blocks=(*marked, *reason))
    first = tuple(Face(Sheet(kind, kicker, READ, page, composite)) for page in (*stem, *earlier))
    if not reason or fits(together):
        return (*first, Face(sheet, together, ballot))
    head = f"{asked.head}：{'、'.join(asked.answer)}"
    after = tuple(Face(Sheet(kind, kicker, head, page, composite)) for page in paged(reason, head))
    return (*first, Face(sheet, shown, ballot), *after)


def why_notes(question: Question) -> Notes:
    """For the speaker: what is wrong with each wrong option."""
    return tuple(("误", f"选{key}：{text}") for key, text in question.why)


def _laid_out(asked: Asked, kicker: str, composite: bool, kind: SheetKind) -> tuple[tuple[Blocks, ...], str, Blocks]:
    """Pages with the stem alone, then title and blocks of the page with the options."""
    choices: tuple[Block, ...] = tuple(Choice(option.key, option.text) for option in asked.options)
    if line_count(asked.stem, m.WIDTH / m.TITLE) <= m.TITLE_LINES and "\n" not in asked.stem:
        if fits(Sheet(kind, kicker, asked.stem, choices, composite)):
            return (), asked.stem, choices
    else:
        whole = (Text(asked.stem, strong=True), *choices)
        if fits(Sheet(kind, kicker, CHOOSE, whole, composite)):
            return (), CHOOSE, whole
    return paged((Text(asked.stem, strong=True),), READ), _asking(asked.stem), choices


def _asking(stem: str) -> str:
    """The stem's last sentence, by which the options are understood; a short title where it is long."""
    sentences = [found for found in re.findall("[^。！？；\n]+[。！？；]?[”’）]*", stem) if found.strip()]
    last = sentences[-1].strip() if sentences else ""
    return last if last and line_count(last, m.WIDTH / m.TITLE) == 1 else CHOOSE


def _marked(block: Block, answer: tuple[str, ...]) -> Block:
    if not isinstance(block, Choice):
        return block
    return replace(block, mark=Mark.RIGHT if block.key in answer else Mark.WRONG)
