"""The words that are the product's own: what cases and questions tell, with the line that each piece begins on."""

from collections.abc import Iterable

from app.domain.case import Case
from app.domain.prose import plain_text, prose_text
from app.domain.question import Question


def case_story(case: Case) -> Iterable[tuple[int, str]]:
    """(line, text); 1 where the line is not kept."""
    yield 1, f"{case.title}。{case.subtitle}"
    for person in case.people:
        yield 1, person.post
    for fact in case.facts:
        yield fact.line, plain_text(fact.text)
    if case.gate:
        options = "。".join(option.text for option in case.gate.options)
        yield case.gate.line, f"{case.gate.stem}。{options}。{plain_text(case.gate.comment)}"
    for sanction in case.sanctions:
        yield sanction.line, f"{sanction.who}，{sanction.organ}，{sanction.words}"
    yield 1, plain_text(case.outcome_note)
    for clause in case.clauses:
        yield clause.line, plain_text(clause.reason)
    for opinion in case.opinions:
        yield 1, plain_text(opinion)
    yield 1, prose_text(case.assessment)
    for cause in case.causes:
        yield cause.line, plain_text(cause.text)
    for gap in case.gaps:
        yield gap.line, f"{gap.step}。{gap.control}。{gap.missing}。{gap.finder}"
    yield 1, prose_text(case.brake)
    for measure in case.measures:
        yield measure.line, f"{measure.what}。{measure.owner}。{measure.proof}。{measure.look_back}"
    for risk in case.post_risks:
        yield 1, risk.text
    for lesson in case.lessons:
        yield 1, lesson.text
    for question in case.discussion:
        yield 1, question
    for check in case.self_checks:
        yield check.line, check.statement
    for note in case.notes:
        yield 1, "。".join(text for _, text in note.lines)


def question_story(question: Question) -> Iterable[tuple[int, str]]:
    """(line of the question, all that it says)."""
    pieces = [question.scenario, question.stem, *(option.text for option in question.options), question.explanation]
    pieces += [reason for _, reason in question.why]
    pieces += [point.text for point in question.points]
    yield question.line, "。".join(piece for piece in pieces if piece)
