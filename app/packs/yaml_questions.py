"""``content/quizzes/<slug>.yaml`` → questions. A 案例分析 becomes its parts, which share a scenario and a group."""

import re

from app.domain import labels
from app.domain.case import Option
from app.domain.question import BLANK, FALSE, TRUE, KeyPoint, Question, QuestionKind
from app.packs import strict_yaml
from app.packs.fields import Fields
from app.packs.problem_list import ProblemList
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
    "explanation",
    "why",
    "facts",
    "articles",
    "points",
    "parts",
)
POINT_KEYS = ("text", "keys", "score", "articles")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_questions(source: SourceFile, problems: ProblemList) -> tuple[Question, ...]:
    """Every readable question of the file, in its order."""
    try:
        data = strict_yaml.load(source.text)
    except strict_yaml.YamlError as error:
        problems.error(error.line, error.message, error.advice)
        return ()
    if not isinstance(data, strict_yaml.Mapping):
        problems.error(1, "题库文件应有 case 和 questions", "照 docs/content-format.md 的样子写")
        return ()
    fields = Fields(data, problems, FILE_KEYS)
    case = fields.text("case", required=False)
    fields.integer("version", 1, 9999)
    questions: list[Question] = []
    for entry in fields.mappings("questions"):
        questions.extend(_question(entry, case, problems))
    return tuple(questions)


def _question(
    entry: strict_yaml.Mapping, case: str, problems: ProblemList, whole: Question | None = None
) -> list[Question]:
    fields = Fields(entry, problems, KEYS)
    name = fields.text("id")
    if name and not ID.fullmatch(name):
        problems.error(fields.line("id"), f"题号“{name}”不合规", "只用小写字母、数字和 -")
    kind = fields.choice("kind", tuple(QuestionKind))
    stem = fields.text("stem")
    if not (name and kind and stem):
        return []
    topic = whole.topic if whole else fields.choice("topic", labels.DOMAINS)
    difficulty = fields.integer("difficulty", 1, 3, whole.difficulty if whole else None)
    question = Question(
        id=name,
        kind=QuestionKind(kind),
        stem=stem,
        topic=topic,
        difficulty=difficulty,
        case=case,
        options=_options(fields, problems),
        answer=fields.texts("answer", required=False),
        explanation=fields.text("explanation", required=False),
        why=_reasons(fields, problems),
        facts=_facts(fields, problems),
        articles=fields.texts("articles", required=False),
        points=_points(fields, problems),
        scenario=whole.stem if whole else "",
        group=whole.id if whole else "",
        line=entry.line,
    )
    if question.kind is QuestionKind.CASE_STUDY:
        if whole:
            problems.error(entry.line, "案例分析不能套在案例分析里", "把小题的 kind 改成单选、多选等")
            return []
        parts = [part for sub in fields.mappings("parts") for part in _question(sub, case, problems, question)]
        if not 2 <= len(parts) <= 4:
            problems.error(entry.line, f"案例分析“{name}”应有两到四道小题", "在 parts 下补足小题")
        return parts
    if fields.has("parts"):
        problems.error(fields.line("parts"), "只有案例分析才有 parts", "删去 parts，或把 kind 改成案例分析")
    _check_answer(question, fields, problems)
    return [question]


def _options(fields: Fields, problems: ProblemList) -> tuple[Option, ...]:
    mapping = fields.mapping("options", required=False)
    options = []
    for key, text in mapping.items():
        if not re.fullmatch("[A-H]", key) or not isinstance(text, str) or not text:
            problems.error(mapping.lines[key], f"选项“{key}”的写法不对", "写成 A: 选项文字")
            continue
        options.append(Option(key, " ".join(text.split())))
    return tuple(options)


def _reasons(fields: Fields, problems: ProblemList) -> tuple[tuple[str, str], ...]:
    mapping = fields.mapping("why", required=False)
    reasons = []
    for key, text in mapping.items():
        if not isinstance(text, str) or not text:
            problems.error(mapping.lines[key], f"why 中“{key}”没有说明", "写一句它错在哪里")
            continue
        reasons.append((key, " ".join(text.split())))
    return tuple(reasons)


def _facts(fields: Fields, problems: ProblemList) -> tuple[int, ...]:
    texts = fields.texts("facts", required=False)
    if not all(text.isascii() and text.isdigit() for text in texts):
        problems.error(fields.line("facts"), "facts 应是事实编号", "写成 facts: [1, 3]")
        return ()
    return tuple(int(text) for text in texts)


def _points(fields: Fields, problems: ProblemList) -> tuple[KeyPoint, ...]:
    points = []
    for entry in fields.mappings("points", required=False):
        point = Fields(entry, problems, POINT_KEYS)
        points.append(
            KeyPoint(
                point.text("text"), point.texts("keys"), point.integer("score", 1, 100), point.texts("articles", False)
            )
        )
    return tuple(points)


def _check_answer(question: Question, fields: Fields, problems: ProblemList) -> None:
    """That the answer fits the kind and the options; each wrong option needs its reason."""
    line, name, answer, letters = fields.line("answer"), question.id, question.answer, question.letters
    wrong: set[str] = set()
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.ORDER:
            if len(letters) < 3:
                problems.error(fields.line("options"), f"“{name}”选项太少", "至少三个选项")
            if not answer or not set(answer) <= set(letters) or len(set(answer)) != len(answer):
                problems.error(line, f"“{name}”的答案不在选项里或为空", "答案写选项字母，如 B 或 [A, C]")
                return
            if question.kind is QuestionKind.SINGLE and len(answer) != 1:
                problems.error(line, f"单选“{name}”只能有一个答案", "多个答案请改成多选")
            if question.kind is QuestionKind.MULTIPLE and len(answer) < 2:
                problems.error(line, f"多选“{name}”至少两个答案", "只有一个答案请改成单选")
            if question.kind is QuestionKind.ORDER and set(answer) != set(letters):
                problems.error(line, f"排序“{name}”的答案要排全部选项", "把每个字母按先后写一次")
            wrong = set(letters) - set(answer)
        case QuestionKind.TRUE_FALSE:
            if answer not in ((TRUE,), (FALSE,)):
                problems.error(line, f"判断“{name}”的答案只能是 对 或 错", "写 answer: 对")
                return
            wrong = {TRUE, FALSE} - set(answer)
        case QuestionKind.BLANKS:
            if not answer or question.stem.count(BLANK) != len(answer):
                problems.error(line, f"填空“{name}”的空数与答案数不一致", f"题干中每个空写 {BLANK}，答案一空一项")
        case QuestionKind.SHORT:
            if not question.points:
                problems.error(line, f"简答“{name}”没有评分要点", "在 points 下逐条写 text、keys、score")
    missing = wrong - {key for key, _ in question.why}
    if missing:
        problems.error(
            fields.line("why"), f"“{name}”没有说明 {'、'.join(sorted(missing))} 错在哪里", "在 why 下一项写一句"
        )
    if not question.explanation:
        problems.error(fields.line("explanation"), f"“{name}”缺少解析", "补上 explanation: ……")
