"""What happened, the moment to decide, and how it ended: 封面, 案情, 停一停, 处理结果."""

from app.domain import labels, page_names
from app.domain.case import Case, CaseKind, Fact
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.page_group import Face, pages_of_group
from app.domain.partial_day import day_words
from app.domain.prose import spoken
from app.domain.question_pages import Asked, question_faces
from app.domain.sanction_term import sanction_term
from app.domain.sheet import Block, Item, Moment, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged

AFTER_DATE = ("，", "上午", "下午", "中午", "早", "晚", "夜", "凌晨")
ROLES = {"经办": "你是经办人", "分管": "你是分管领导", "监督": "你负责监督"}


def cover_pages(case: Case, notes: Notes, minutes: int) -> tuple[DeckPage, ...]:
    """Nothing of the outcome: neither discipline nor sanction."""
    kind = labels.CASE_KINDS[case.kind.value]
    blocks = (Text(case.subtitle), Text(f"约 {minutes} 分钟"))
    sheet = Sheet(SheetKind.COVER, f"{kind} · {labels.domain_label(case.domain)}", case.title, blocks)
    return pages_of_group(f"{case.slug}/cover", page_names.COVER, (Face(sheet),), notes)


def facts_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    exemplar = case.kind is CaseKind.EXEMPLAR
    title = "他们是怎么做的" if exemplar else "发生了什么"
    moments = tuple(Moment(day_words(fact.date), fact_text(fact), f"【{fact.number}】") for fact in case.facts)
    faces = tuple(Face(Sheet(SheetKind.FACTS, kicker, title, blocks)) for blocks in paged(moments, title))
    name = page_names.STORY if exemplar else page_names.FACTS
    return pages_of_group(f"{case.slug}/facts", name, faces, notes)


def fact_text(fact: Fact) -> str:
    """Without the date that it opens with, which the time line shows; 2025年3月起 stays whole."""
    text = spoken(fact.text)
    rest = text.removeprefix(day_words(fact.date))
    if rest == text or not rest.startswith(AFTER_DATE):
        return text
    return rest.removeprefix("，")


def gate_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    gate = case.gate
    if gate is None:
        return ()
    asked = Asked(gate.stem, gate.options, (gate.answer,), spoken(gate.comment), "这时应当选")
    moment = next((fact for fact in case.facts if fact.number == gate.moment), None)
    when = f" · 【{moment.number}】{day_words(moment.date)}" if moment else ""
    faces = question_faces(asked, f"{kicker} · {ROLES.get(gate.role, gate.role)}{when}", True)
    return pages_of_group(f"{case.slug}/gate", page_names.GATE, faces, notes)


def outcome_pages(case: Case, kicker: str, notes: Notes) -> tuple[DeckPage, ...]:
    title = "怎么处理的"
    blocks: list[Block] = []
    for sanction in case.sanctions:
        term = sanction_term(sanction)
        said = f"{sanction.organ}：{sanction.words}" + (f"（{term.words}）" if term else "")
        blocks.append(Item(said, sanction.who))
    note = spoken(case.outcome_note)
    if note:
        blocks.append(Text(note, source="处理结果为示意，不作定性量纪依据"))
    if not blocks:
        return ()
    faces = tuple(Face(Sheet(SheetKind.OUTCOME, kicker, title, page)) for page in paged(blocks, title))
    return pages_of_group(f"{case.slug}/outcome", page_names.OUTCOME, faces, notes)
