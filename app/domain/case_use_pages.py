"""What the room takes from it: 岗位可学, 警示, 讨论, 对照检视, the quiz, and the end."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain import labels, page_names
from app.domain.case import Case, CaseKind, SelfCheck
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.page_group import Face, pages_of_group
from app.domain.question import Question
from app.domain.question_pages import Asked, for_projection, question_faces, why_notes
from app.domain.sheet import Block, Column, Item, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged
from app.domain.sheet_height import fits

SEARCHED = {
    "监管盲区": "查社会关系、业务关系",
    "纪律意识": "查思想、查习惯",
    "制度机制": "查规定、查落实",
}
CHECK = "照一照：本科室是否存在同类风险"
HAND_OVER = "会后打开“改 · 对照自查”，对着本案的风险情形逐条填：存在、未发现、需核实。存在的，定责任人和期限。"
HAND_ON = "会后从“岗位可学”里挑一件，各人说清从哪一天做起，下次会上看做成了没有。"


def lesson_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    exemplar = case.kind is CaseKind.EXEMPLAR
    name = page_names.LEARNED if exemplar else page_names.LESSONS
    title = "学到了什么" if exemplar else "记住这几句"
    return _list_pages(case, "lessons", name, SheetKind.LESSONS, kicker, title, _lessons(case), notes)


def post_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    posts = tuple(Item(risk.text, risk.post) for risk in case.post_risks)
    return _list_pages(case, "posts", page_names.POSTS, SheetKind.LESSONS, kicker, "各岗位可以学的一件事", posts, notes)


def discussion_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    """All questions on one page, or each on its own."""
    if not case.discussion:
        return ()
    title = "大家说一说"
    items = tuple(Item(text, str(number)) for number, text in enumerate(case.discussion, 1))
    together = Sheet(SheetKind.DISCUSSION, kicker, title, items)
    pages = [items] if fits(together) else [page for item in items for page in paged((item,), title)]
    faces = tuple(Face(replace(together, blocks=tuple(page))) for page in pages)
    return pages_of_group(f"{case.slug}/discussion", page_names.DISCUSSION, faces, notes)


def check_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    """Three columns; what is too long for one page goes on, column by column, on the next."""
    if not case.self_checks:
        return ()
    checks = {one: _of(case, one) for one in labels.SELF_CHECK_DIMENSIONS}
    most = max(map(len, checks.values()))
    for rows in range(most, 0, -1):
        parts = [{one: of[start : start + rows] for one, of in checks.items()} for start in range(0, most, rows)]
        pages = [Sheet(SheetKind.SELF_CHECK, kicker, CHECK, _columns(part)) for part in parts]
        if all(map(fits, pages)):
            break
    return pages_of_group(f"{case.slug}/check", page_names.SELF_CHECK, tuple(map(Face, pages)), notes)


def _of(case: Case, dimension: str) -> list[SelfCheck]:
    return [check for check in case.self_checks if check.dimension == dimension]


def _columns(parts: dict[str, list[SelfCheck]]) -> tuple[Block, ...]:
    return tuple(
        Column(dimension, SEARCHED[dimension], tuple(check.statement for check in checks))
        for dimension, checks in parts.items()
    )


def quiz_pages(case: Case, questions: Sequence[Question], count: int, kicker: str) -> tuple[DeckPage, ...]:
    pages: list[DeckPage] = []
    for number, question in enumerate(for_projection(questions, count), 1):
        faces = list(question_faces(Asked.of(question), f"{kicker} · {question.kind.value}题", True))
        asked = next(place for place, face in enumerate(faces) if face.ballot)
        faces[asked] = replace(faces[asked], notes=why_notes(question))
        key = question.id.removeprefix(f"{case.slug}-")
        pages += pages_of_group(f"{case.slug}/quiz-{key}", f"现场作答{number}", faces)
    return tuple(pages)


def closing_pages(case: Case) -> tuple[DeckPage, ...]:
    """What to take away, and what is to be done after the meeting."""
    title = "带走这几句"
    hand_over = HAND_ON if case.kind is CaseKind.EXEMPLAR else HAND_OVER
    blocks: tuple[Block, ...] = (*_lessons(case), Text(hand_over, strong=True))
    faces = tuple(Face(Sheet(SheetKind.CLOSING, "", title, page)) for page in paged(blocks, title))
    return pages_of_group(f"{case.slug}/closing", "结束", faces)


def _lessons(case: Case) -> tuple[Item, ...]:
    return tuple(Item(lesson.text, str(number), f"【{lesson.fact}】") for number, lesson in enumerate(case.lessons, 1))


def _list_pages(
    case: Case, key: str, name: str, kind: SheetKind, kicker: str, title: str, items: tuple[Item, ...], notes: Notes
) -> tuple[DeckPage, ...]:
    if not items:
        return ()
    faces = tuple(Face(Sheet(kind, kicker, title, page)) for page in paged(items, title))
    return pages_of_group(f"{case.slug}/{key}", name, faces, notes)
