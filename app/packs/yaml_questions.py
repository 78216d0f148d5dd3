"""``content/quizzes/<slug>.yaml`` → questions. A 案例分析 becomes its parts, which share a scenario and a group."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain import labels
from app.domain.case import Option
from app.domain.question import KeyPoint, Question, QuestionKind
from app.packs import strict_yaml
from app.packs.answer_rules import check_answer
from app.packs.case_head import SLUG
from app.packs.entry import Entry
from app.packs.fields import Fields, tidied
from app.packs.marks import Mark, MarkKind, marks_in
from app.packs.problem_list import ProblemList, clipped
from app.packs.source_file import SourceFile

FILE_KEYS = ("case", "version", "checked", "questions")
KEYS = (
    "id",
    "kind",
    "topic",
    "difficulty",
    "stem",
    "options",
    "answer",
    "any_order",
    "explanation",
    "why",
    "facts",
    "articles",
    "points",
    "parts",
)
POINT_KEYS = ("text", "keys", "score", "articles")
ONLY_IN_PARTS = ("options", "answer", "any_order", "explanation", "why", "facts", "articles", "points")


@dataclass(frozen=True)
class QuestionFile:
    """``case`` is the slug of the case that the questions go with, or empty for a bank of its own."""

    case: str
    case_line: int
    questions: tuple[Entry[Question], ...]


def read_questions(source: SourceFile, problems: ProblemList) -> QuestionFile:
    """Every usable question of the file, in its order: one that could never be answered rightly is left out."""
    data = source.mapping("题库文件应有 version 和 questions", problems)
    if data is None:
        return QuestionFile("", 1, ())
    fields = Fields(data, problems, FILE_KEYS)
    case = fields.text("case", required=False)
    fields.text("checked", required=False)
    fields.integer("version", 1, 9999)
    reader = _Reader(source.name, case, problems)
    questions = tuple(question for entry in fields.mappings("questions") for question in reader.read(entry))
    return QuestionFile(case, fields.line("case"), questions)


class _Reader:
    """Reads the questions of one file; knows the ids that the file has used."""

    def __init__(self, file: str, case: str, problems: ProblemList) -> None:
        self._file, self._case, self._problems = file, case, problems
        self._used: dict[str, int] = {}

    def read(self, entry: strict_yaml.Mapping, whole: Question | None = None) -> Iterable[Entry[Question]]:
        """One question, or the parts of a 案例分析; nothing where it is unusable."""
        fields = Fields(entry, self._problems, KEYS)
        name, kind, stem = self._id(fields), fields.choice("kind", tuple(QuestionKind)), fields.text("stem")
        if not (name and kind and stem):
            return
        question = self._question(fields, name, QuestionKind(kind), stem, whole)
        if question.kind is QuestionKind.CASE_STUDY:
            yield from self._parts(fields, question, whole)
            return
        if fields.has("parts"):
            advice = "删去 parts，或把 kind 改成案例分析"
            self._problems.error(fields.line("parts"), "只有案例分析才有 parts", advice)
        if check_answer(question, fields, self._problems):
            yield Entry(question, self._file, fields.lines, tuple(_marks(fields)))

    def _id(self, fields: Fields) -> str:
        name, line = fields.text("id"), fields.line("id")
        if name and not SLUG.fullmatch(name):
            self._problems.error(line, f"题号“{clipped(name)}”不合规", "只用小写字母、数字和 -")
            return ""
        if name in self._used:
            self._problems.error(line, f"题号“{name}”重复", f"第 {self._used[name]} 行已经用过，改一个")
            return ""
        if name:
            self._used[name] = line
        return name

    def _question(self, fields: Fields, name: str, kind: QuestionKind, stem: str, whole: Question | None) -> Question:
        own_topic = whole is None or fields.has("topic")
        answer = fields.texts("answer", required=False)
        if kind is QuestionKind.BLANKS:
            answer = tuple("|".join(form.strip() for form in entry.split("|")) for entry in answer)
        return Question(
            id=name,
            kind=kind,
            stem=stem,
            topic=fields.choice("topic", labels.DOMAINS) if own_topic or whole is None else whole.topic,
            difficulty=fields.integer("difficulty", 1, 3, whole.difficulty if whole else None),
            case=self._case,
            options=self._options(fields),
            answer=answer,
            explanation=fields.text("explanation", required=False),
            why=self._reasons(fields),
            facts=self._facts(fields),
            articles=fields.texts("articles", required=False),
            points=self._points(fields),
            scenario=whole.stem if whole else "",
            group=whole.id if whole else "",
            line=fields.line("id"),
            any_order=fields.choice("any_order", ("true", "false"), required=False) == "true",
        )

    def _parts(self, fields: Fields, question: Question, whole: Question | None) -> Iterable[Entry[Question]]:
        if whole:
            message = "案例分析不能套在案例分析里"
            self._problems.error(question.line, message, "把小题的 kind 改成单选、多选等")
            return
        for key in ONLY_IN_PARTS:
            if fields.has(key):
                self._problems.error(fields.line(key), f"案例分析的“{key}”应写在小题里", "移到 parts 下的某一道小题")
        entries = fields.mappings("parts")
        if not 2 <= len(entries) <= 4:
            message = f"案例分析“{question.id}”有 {len(entries)} 道小题，应有两到四道"
            self._problems.error(question.line, message, "在 parts 下增减小题")
        for entry in entries:
            yield from self.read(entry, question)

    def _options(self, fields: Fields) -> tuple[Option, ...]:
        mapping = fields.mapping("options", required=False)
        options: list[Option] = []
        for key, text in mapping.items():
            if len(key) != 1 or key not in "ABCDEFGH" or not isinstance(text, str) or not text.strip():
                message = f"选项“{clipped(key)}”的写法不对"
                self._problems.error(mapping.lines[key], message, "写成 A: 选项文字")
                continue
            if tidied(text) in [option.text for option in options]:
                self._problems.error(mapping.lines[key], f"选项 {key} 与前面的选项相同", "改写其中一个")
            options.append(Option(key, tidied(text)))
        return tuple(options)

    def _reasons(self, fields: Fields) -> tuple[tuple[str, str], ...]:
        mapping = fields.mapping("why", required=False)
        reasons: list[tuple[str, str]] = []
        for key, text in mapping.items():
            if isinstance(text, str) and text.strip():
                reasons.append((key, tidied(text)))
            else:
                message = f"why 中“{clipped(key)}”没有说明"
                self._problems.error(mapping.lines[key], message, "写一句它错在哪里")
        return tuple(reasons)

    def _facts(self, fields: Fields) -> tuple[int, ...]:
        texts = fields.texts("facts", required=False)
        if not all(text.isascii() and text.isdigit() and len(text) <= 3 for text in texts):
            self._problems.error(fields.line("facts"), "facts 应是事实编号", "写成 facts: [1, 3]")
            return ()
        return tuple(int(text) for text in texts)

    def _points(self, fields: Fields) -> tuple[KeyPoint, ...]:
        points: list[KeyPoint] = []
        for entry in fields.mappings("points", required=False):
            point = Fields(entry, self._problems, POINT_KEYS)
            text, keys = point.text("text"), point.texts("keys")
            points.append(KeyPoint(text, keys, point.integer("score", 1, 100), point.texts("articles", False)))
        return tuple(points)


def _marks(fields: Fields) -> Iterable[Mark]:
    """What the question points at, in its lists and in its words."""
    yield from _listed(fields, "facts", MarkKind.FACT)
    yield from _listed(fields, "articles", MarkKind.ARTICLE)
    for entry in fields.mappings("points", required=False):
        yield from _listed(Fields(entry, ProblemList(""), POINT_KEYS), "articles", MarkKind.ARTICLE)
    for key in ("stem", "explanation"):
        yield from marks_in(fields.line(key), fields.text(key, required=False))
    for key in ("options", "why"):
        mapping = fields.mapping(key, required=False)
        for name, text in mapping.items():
            yield from marks_in(mapping.lines[name], text if isinstance(text, str) else "")


def _listed(fields: Fields, key: str, kind: MarkKind) -> Iterable[Mark]:
    texts = fields.texts(key, required=False)
    for text, line in zip(texts, fields.entry_lines(key), strict=False):
        if text.isdigit() or kind is MarkKind.ARTICLE:
            yield Mark(line, kind, text.lstrip("0") or "0" if kind is MarkKind.FACT else text)
