"""A data folder with small content, opened and opened again as the program does it."""

from pathlib import Path

from app.bootstrap import open_app
from app.domain.case import Case, CaseKind, Gate, Option
from app.domain.clock import Clock
from app.domain.content import Content
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, Paper
from app.domain.prose import Run
from app.domain.question import Question, QuestionKind
from app.paths import AppPaths
from app.services.services import Services
from app.storage.content_compiler import build

LETTERS = "ABCD"


def choices() -> tuple[Option, ...]:
    return tuple(Option(letter, f"做法{letter}") for letter in LETTERS)


def question(number: int, kind: QuestionKind = QuestionKind.SINGLE, **changes: object) -> Question:
    values: dict[str, object] = {
        "id": f"q{number:02}",
        "kind": kind,
        "stem": f"第{number}题：低保审核确认应当怎么做？",
        "topic": ("群众身边", "资金管理")[number % 2],
        "difficulty": 1,
        "case": "di-bao",
        "options": choices() if kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER) else (),
        "answer": {
            QuestionKind.SINGLE: ("B",),
            QuestionKind.MULTIPLE: ("A", "C"),
            QuestionKind.TRUE_FALSE: ("对",),
            QuestionKind.BLANKS: ("7天|七天", "公示"),
            QuestionKind.ORDER: ("C", "A", "B", "D"),
        }.get(kind, ()),
        "articles": ("条例@2023/124",),
    }
    return Question(**(values | changes))  # type: ignore[arg-type]


def case(number: int = 1) -> Case:
    return Case(
        id="builtin/case/di-bao",
        slug="di-bao",
        number=number,
        kind=CaseKind.CASE,
        title="低保绿色通道",
        subtitle="人情保是怎样办成的",
        cover="群众身边",
        composite=True,
        domain="subsistence-allowance",
        root_causes=("power-abuse",),
        problems=("malfeasance",),
        discipline="mass",
        form="form-3",
        posts=("经办",),
        period="2024",
        outcome_date="2025-06-01",
        people=(),
        difficulty=1,
        minutes=15,
        quiz="di-bao",
        version=1,
        checked="2026-01-01",
        gate=Gate("经办人", 2, "你怎么办？", choices(), "B", (Run("先核对再办理。"),), 10),
    )


def paper(breaks: BreakPolicy, minutes: int = 10) -> Paper:
    rules = (
        DrawRule(QuestionKind.SINGLE, 6, 10),
        DrawRule(QuestionKind.MULTIPLE, 2, 10),
        DrawRule(QuestionKind.TRUE_FALSE, 1, 10),
        DrawRule(QuestionKind.BLANKS, 1, 10),
    )
    name = "free" if breaks is BreakPolicy.FREE else "counts"
    return Paper(name, f"试卷（{breaks}）", "", minutes, 60, MultipleRule.PARTIAL, breaks, rules)


def small_content() -> Content:
    kinds = [QuestionKind.SINGLE] * 8 + [QuestionKind.MULTIPLE] * 3 + [QuestionKind.TRUE_FALSE] * 2
    kinds += [QuestionKind.BLANKS] * 2 + [QuestionKind.ORDER, QuestionKind.SHORT]
    return Content(
        cases=(case(),),
        regulations=(),
        questions=tuple(question(number, kind) for number, kind in enumerate(kinds, 1)),
        papers=(paper(BreakPolicy.FREE), paper(BreakPolicy.COUNTS)),
        problems=(),
        files={},
    )


class House:
    """``open`` is a start of the program; a process that is killed is one that never closes."""

    def __init__(self, data: Path, clock: Clock | None = None) -> None:
        self.paths = AppPaths(data, data.parent / "content", data.parent / "resources")
        self.clock = clock
        self.index = self.paths.cache / "content-0123456789abcdef.db"

    def open(self) -> Services:
        services = open_app(self.paths, clock=self.clock, seed=7)
        if not self.index.exists():
            build(small_content(), self.index)
        services.library.open_newest()
        return services

    @property
    def profile(self) -> Path:
        """The one person's database."""
        (found,) = self.paths.data.glob("profiles/*/profile.db")
        return found
