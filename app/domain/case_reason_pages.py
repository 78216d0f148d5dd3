"""How it could happen: 原因 (three pages), 控制缺口, 刹车点."""

from app.domain import labels, page_names
from app.domain.case import Case
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.page_group import Face, pages_of_group
from app.domain.prose import spoken, spoken_lines
from app.domain.sheet import Block, Item, Row, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged

TITLES = {"个人": "个人：一步步是怎么走过来的", "制度": "制度：哪里留了口子", "监督": "监督：谁本可以看见"}
EXEMPLAR_TITLES = {"个人": "个人：凭什么做得到", "制度": "制度：靠什么撑得住", "监督": "监督：谁在后面看着"}
KEYS = {"个人": "person", "制度": "system", "监督": "supervision"}
GAP_HEADER = Row(("环节", "应有控制", "实际缺失", "本应由谁发现"))


def cause_pages(case: Case, group: str, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    """Of one of labels.CAUSE_GROUPS."""
    return _cause_pages(case, group, TITLES[group], kicker, page_names.CAUSES[group], notes)


def reason_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    """An exemplar's 为何做得到: all groups under one name."""
    pages: list[DeckPage] = []
    for group in labels.CAUSE_GROUPS:
        own = () if pages else notes
        pages += _cause_pages(case, group, EXEMPLAR_TITLES[group], kicker, f"{page_names.REASONS}·{group}", own)
    return tuple(pages)


def gap_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    if not case.gaps:
        return ()
    title = "哪些关口没有守住"
    rows = tuple(Row((f"{gap.number} {gap.step}", gap.control, gap.missing, gap.finder)) for gap in case.gaps)
    pages = paged((GAP_HEADER, *rows), title)
    faces = tuple(Face(Sheet(SheetKind.GAPS, kicker, title, page)) for page in pages)
    return pages_of_group(f"{case.slug}/gaps", page_names.GAPS, faces, notes)


def brake_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    paragraphs = tuple(map(Text, spoken_lines(case.brake)))
    if not paragraphs:
        return ()
    title = "第一次可以停下的那一刻"
    faces = tuple(Face(Sheet(SheetKind.BRAKE, kicker, title, page)) for page in paged(paragraphs, title))
    return pages_of_group(f"{case.slug}/brake", page_names.BRAKE, faces, notes)


def _cause_pages(case: Case, group: str, title: str, kicker: str, name: str, notes: Notes) -> tuple[DeckPage, ...]:
    blocks: list[Block] = []
    for cause in case.causes:
        if cause.group == group:
            marks = "".join(f"【{fact}】" for fact in cause.facts)
            mark = f"{labels.ROOT_CAUSES.get(cause.slug, '')} {marks}".strip()
            blocks.append(Item(spoken(cause.text), mark))
    if not blocks:
        return ()
    faces = tuple(Face(Sheet(SheetKind.CAUSES, kicker, title, page)) for page in paged(blocks, title))
    return pages_of_group(f"{case.slug}/causes-{KEYS[group]}", name, faces, notes)
