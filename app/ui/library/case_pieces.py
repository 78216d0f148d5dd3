"""A case's sections as pieces, in the order in which a reader goes through them."""

from collections.abc import Callable, Iterator

from app.domain import labels
from app.domain.case import Case, Sanction, Section
from app.domain.progress import READING
from app.domain.prose import BlockKind, Prose
from app.domain.sanction_term import end_of, sanction_term
from app.ui.kit.run import Run
from app.ui.library.piece import Piece
from app.ui.parts.case_text import fact_runs, kit_runs

Known = Callable[[str], bool]
_BOXES = {BlockKind.QUOTE: "quote", BlockKind.HEADING: "flush"}


def case_pieces(case: Case, known: Known) -> dict[Section, tuple[Piece, ...]]:
    """The sections that have something to read (停一停 is a panel of its own and has no pieces)."""
    made = {section: tuple(_section(case, section, known)) for section in READING}
    made[Section.FOOTNOTE] = tuple(_footnotes(case, known))
    return {section: pieces for section, pieces in made.items() if pieces}


def reading_sections(case: Case) -> tuple[Section, ...]:
    """READING without what this case does not have."""
    present = set(case_pieces(case, lambda _: True))
    return tuple(
        section for section in READING if section in present or (section is Section.GATE and case.gate is not None)
    )


def _section(case: Case, section: Section, known: Known) -> Iterator[Piece]:
    match section:
        case Section.FACTS:
            yield from _facts(case, known)
        case Section.OUTCOME:
            yield from _outcome(case, known)
        case Section.CLAUSES:
            for number, line in enumerate(case.clauses, 1):
                yield Piece(f"clause-{number}", "clause", kit_runs(line.reason, known), clause=line)
        case Section.OPINIONS:
            yield from _opinions(case, known)
        case Section.CAUSES:
            yield from _causes(case, known)
        case Section.GAPS:
            yield from _gaps(case)
        case Section.BRAKE:
            yield from _prose("brake", case.brake, known, "key")
        case Section.LESSONS:
            for number, lesson in enumerate(case.lessons, 1):
                yield Piece(f"lesson-{number}", "quote", (Run(lesson.text), *fact_runs((lesson.fact,))))
        case Section.MEASURES:
            yield from _measures(case)
        case Section.POSTS:
            for risk in case.post_risks:
                yield Piece(f"post-{risk.post}", "plain", (Run(f"{risk.post}　", "strong"), Run(risk.text)))
        case Section.DISCUSSION:
            for number, question in enumerate(case.discussion, 1):
                yield Piece(f"discussion-{number}", "item", (Run(f"{number}. ", "red"), Run(question)))


def _facts(case: Case, known: Known) -> Iterator[Piece]:
    for fact in case.facts:
        yield Piece(f"fact-{fact.number}", "plain", (Run(f"【{fact.number}】", "red"), *kit_runs(fact.text, known)))


def _outcome(case: Case, known: Known) -> Iterator[Piece]:
    if case.sanctions:
        rows = [("人员", "决定机关", "处分、处理", "期限（由程序计算）")]
        rows += [(one.who, one.organ, one.words, _term(one, case.outcome_date)) for one in case.sanctions]
        yield Piece("outcome-table", "table", rows=tuple(rows))
    if case.outcome_note:
        yield Piece("outcome-note", "flush", (Run("处理示意　", "strong"), *kit_runs(case.outcome_note, known)))


def _term(sanction: Sanction, decided: str) -> str:
    term = sanction_term(sanction)
    if term is None:
        return "—"
    end = end_of(term, decided)
    return f"{term.words}，至{end}" if end else term.words


def _opinions(case: Case, known: Known) -> Iterator[Piece]:
    for number, opinion in enumerate(case.opinions, 1):
        yield Piece(f"opinion-{number}", "quote", kit_runs(opinion, known))
    if case.assessment:
        yield Piece("assessment-heading", "heading", (Run("评析"),))
        yield from _prose("assessment", case.assessment, known)


def _causes(case: Case, known: Known) -> Iterator[Piece]:
    group = ""
    for number, cause in enumerate(case.causes, 1):
        if cause.group != group:
            group = cause.group
            yield Piece(f"causes-{group}", "heading", (Run(f"{group}方面"),))
        word = labels.ROOT_CAUSES.get(cause.slug, cause.slug)
        head = (*((Run(word, "strong"),) if word else ()), *fact_runs(cause.facts), Run("　"))
        yield Piece(f"cause-{number}", "plain", (*head, *kit_runs(cause.text, known)))


def _gaps(case: Case) -> Iterator[Piece]:
    if case.gaps:
        rows = [("缺口", "流程环节", "应有控制", "实际缺失", "本应由谁发现")]
        rows += [(str(gap.number), gap.step, gap.control, gap.missing, gap.finder) for gap in case.gaps]
        yield Piece("gaps-table", "table", rows=tuple(rows))


def _measures(case: Case) -> Iterator[Piece]:
    for number, measure in enumerate(case.measures, 1):
        gaps = "、".join(f"缺口{gap}" for gap in measure.gaps)
        head = f"{measure.kind}" + (f"（对应{gaps}）" if gaps else "")
        yield Piece(f"measure-{number}", "flush", (Run(f"{head}　", "strong"), Run(measure.what)))
        details = (
            ("责任", measure.owner),
            ("时限", measure.deadline),
            ("佐证", measure.proof),
            ("回头看", measure.look_back),
        )
        said = "；".join(f"{name}：{value}" for name, value in details if value)
        if said:
            yield Piece(f"measure-{number}-how", "item", (Run(said, "faint"),))


def _footnotes(case: Case, known: Known) -> Iterator[Piece]:
    if case.footnotes:
        yield Piece("footnotes-heading", "heading", (Run(Section.FOOTNOTE.heading(case.kind)),))
    for number, note in enumerate(case.footnotes, 1):
        yield Piece(f"footnote-{number}", "small", (Run(f"{note.label}　", "strong"), *kit_runs(note.text, known)))


def _prose(name: str, blocks: Prose, known: Known, kind: str = "plain") -> Iterator[Piece]:
    count = 0
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            count += 1
            rows = tuple(tuple("".join(run.text for run in line).split("\t")) for line in block.lines)
            yield Piece(f"{name}-{count}", "table", rows=rows)
            continue
        for place, line in enumerate(block.lines, 1):
            count += 1
            runs = kit_runs(line, known)
            if block.kind in (BlockKind.BULLETS, BlockKind.NUMBERS):
                mark = f"{place}. " if block.kind is BlockKind.NUMBERS else "· "
                yield Piece(f"{name}-{count}", "item", (Run(mark), *runs))
            else:
                yield Piece(f"{name}-{count}", _BOXES.get(block.kind, kind), runs)
