"""What a content folder consists of, counted: for authors who look for gaps."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain import labels
from app.domain.case import Case, CaseKind
from app.domain.content import Content
from app.domain.question import Question, QuestionKind

# A stem that tells of somebody, of words said, or of a sum or day at which something happened.
SITUATION = re.compile(
    "某|[甲乙丙丁戊己庚辛]|你|有人|一[位名户家个张笔次]|说：|“.+”|[0-9一二三四五六七八九十百千万]+(元|岁|份|套|件)|"
    "[0-9]+月|老人|群众|[股科处局院站所乡镇村]长|主任|书记|经办|会计|出纳|窗口"
)
UNUSED = "没有用到"


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` holds (what, count, remark)."""

    title: str
    rows: tuple[tuple[str, int, str], ...]


def statistics(content: Content) -> list[Table]:
    """By domain, discipline, root cause and so on for the cases; by kind, difficulty and key for the questions."""
    cases = [case for case in content.cases if case.kind is CaseKind.CASE]
    wholes = list({question.group or question.id: question for question in reversed(content.questions)}.values())
    return [
        _inventory(content),
        _used("案例：领域", labels.DOMAINS, (case.domain for case in cases)),
        _used("案例：纪律", labels.DISCIPLINES, (case.discipline for case in cases)),
        _used("案例：形态", labels.FORMS, (case.form for case in cases)),
        _used("案例：根因", labels.ROOT_CAUSES, (slug for case in cases for slug in _causes(case))),
        _used("案例：突出问题", labels.PROBLEM_AREAS, (area for case in cases for area in case.problems)),
        _used("题目：领域", labels.DOMAINS, (question.topic for question in wholes)),
        _shares("题目：题型", Counter(_kind(question) for question in wholes)),
        _shares("题目：难度", Counter(f"难度 {question.difficulty}" for question in wholes)),
        _shares("题目：单选答案", Counter(_keys(content.questions))),
        _shares("题目：题干", Counter("情境" if tells(question) else "直问" for question in wholes)),
    ]


def tells(question: Question) -> bool:
    """Whether the stem describes a situation instead of asking for a number or a title."""
    return bool(SITUATION.search(question.scenario + question.stem))


def _inventory(content: Content) -> Table:
    counts = content.counts()
    names = {"cases": "教学案例", "exemplars": "典型做法", "articles": "条文", "questions": "题目", "papers": "试卷"}
    rows = [(word, counts[name], "") for name, word in names.items()]
    missing = sum(bool(rule.missing and not rule.articles) for rule in content.regulations)
    return Table("总数", (*rows, ("法规", len(content.regulations), f"其中 {missing} 部正文待补")))


def _used(title: str, vocabulary: Mapping[str, str], slugs: Iterable[str]) -> Table:
    counted = Counter(slugs)
    rows = ((word, counted[slug], "" if counted[slug] else UNUSED) for slug, word in vocabulary.items())
    return Table(title, tuple(rows))


def _shares(title: str, counted: Counter[str]) -> Table:
    whole = counted.total() or 1
    rows = ((word, counted[word], f"{counted[word] / whole:.1%}") for word in sorted(counted, key=_order))
    return Table(title, tuple(rows))


def _order(word: str) -> tuple[int, str]:
    kinds = [kind.value for kind in QuestionKind]
    return (kinds.index(word) if word in kinds else 0, word)


def _kind(question: Question) -> str:
    return QuestionKind.CASE_STUDY.value if question.group else question.kind.value


def _keys(questions: Iterable[Question]) -> Iterable[str]:
    return (question.answer[0] for question in questions if question.kind is QuestionKind.SINGLE)


def _causes(case: Case) -> set[str]:
    return {*case.root_causes, *(cause.slug for cause in case.causes)}
