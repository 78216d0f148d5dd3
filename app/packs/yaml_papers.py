"""``content/quizzes/papers/<slug>.yaml`` → Paper."""

from app.domain import labels
from app.domain.paper import BreakPolicy, DrawRule, FixedQuestion, MultipleRule, OverduePolicy, Paper
from app.domain.question import QuestionKind
from app.packs import strict_yaml
from app.packs.case_head import SLUG
from app.packs.entry import Entry
from app.packs.fields import Fields
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile

KEYS = (
    "title",
    "description",
    "minutes",
    "pass_score",
    "multiple",
    "breaks",
    "shuffle_options",
    "version",
    "overdue",
    "show_leaves",
    "place",
    "fixed",
    "draw",
)
RULE_KEYS = ("kind", "count", "score", "topics", "difficulties", "regulations")
FIXED_KEYS = ("id", "score")
MAX_RULES, MAX_FIXED = 50, 200
LEAST_CASE_STUDY = 4
"""Points: a 案例分析 has up to four parts, and none of them is worth nothing."""


def read_paper(source: SourceFile, problems: ProblemList) -> Entry[Paper] | None:
    """None where anything is wrong: a paper must draw exactly what its author meant, or nothing.

    The entry's lines hold each rule's own under "draw 0", "draw 1" …
    """
    data = source.mapping("试卷文件应是“键: 值”", problems)
    if data is None:
        return None
    fields = Fields(data, problems, KEYS)
    entries = fields.mappings("draw", required=not fields.has("fixed"))
    if len(entries) > MAX_RULES:
        problems.error(fields.line("draw"), f"抽题规则超过 {MAX_RULES} 条", "合并相近的规则")
        return None
    rules = [rule for entry in entries if (rule := _rule(entry, problems))]
    paper = _paper(fields, source.name, tuple(rules), _fixed(fields, problems))
    if not SLUG.fullmatch(paper.id):
        problems.error(0, "试卷文件名不合规", "文件名只用小写字母、数字和 -")
    if paper.total and paper.pass_score > paper.total:
        message = f"合格线 {paper.pass_score} 高于满分 {paper.total}"
        problems.error(fields.line("pass_score"), message, "调低合格线或加题")
    lines = fields.lines | {f"draw {place}": entry.line for place, entry in enumerate(entries)}
    return None if problems.has_errors else Entry(paper, source.name, lines)


def _fixed(fields: Fields, problems: ProblemList) -> tuple[FixedQuestion, ...]:
    entries = fields.mappings("fixed", required=False)
    if entries and fields.has("draw"):
        problems.error(fields.line("fixed"), "固定的题和抽题规则不能一起用", "留下 fixed 或 draw")
    if len(entries) > MAX_FIXED:
        problems.error(fields.line("fixed"), f"固定的题超过 {MAX_FIXED} 道", "分成几份试卷")
        return ()
    read = [Fields(entry, problems, FIXED_KEYS) for entry in entries]
    fixed = tuple(FixedQuestion(one.text("id"), one.integer("score", 1, 100)) for one in read)
    names = [one.question_id for one in fixed]
    for place, one in enumerate(read):
        if names[place] in names[:place]:
            problems.error(one.line("id"), f"“{names[place]}”写了两次", "删去一处")
    return fixed


def _paper(fields: Fields, name: str, rules: tuple[DrawRule, ...], fixed: tuple[FixedQuestion, ...]) -> Paper:
    multiple = fields.choice("multiple", tuple(MultipleRule))
    breaks = fields.choice("breaks", tuple(BreakPolicy), required=False)
    overdue = fields.choice("overdue", tuple(OverduePolicy), required=False)
    return Paper(
        id=name.rsplit("/", 1)[-1].removesuffix(".yaml"),
        title=fields.text("title"),
        description=fields.text("description", required=False),
        minutes=fields.integer("minutes", 1, 300),
        pass_score=fields.integer("pass_score", 1, 1000),
        multiple=MultipleRule(multiple) if multiple else MultipleRule.ALL_OR_NOTHING,
        breaks=BreakPolicy(breaks) if breaks else BreakPolicy.FREE,
        rules=rules,
        version=fields.integer("version", 1, 9999),
        shuffle_options=fields.choice("shuffle_options", ("true", "false"), required=False) != "false",
        overdue=OverduePolicy(overdue) if overdue else OverduePolicy.AUTO,
        show_leaves=fields.choice("show_leaves", ("true", "false"), required=False) == "true",
        fixed=fixed,
        place=fields.integer("place", 1, 99, default=50),
    )


def _rule(entry: strict_yaml.Mapping, problems: ProblemList) -> DrawRule | None:
    rule = Fields(entry, problems, RULE_KEYS)
    kind = rule.choice("kind", tuple(QuestionKind))
    least = LEAST_CASE_STUDY if kind == QuestionKind.CASE_STUDY else 1
    count, score = rule.integer("count", 1, 200), rule.integer("score", least, 100)
    topics = rule.choices("topics", labels.DOMAINS, required=False)
    levels = rule.choices("difficulties", ("1", "2", "3"), required=False)
    cited = rule.texts("regulations", required=False)
    return DrawRule(QuestionKind(kind), count, score, topics, tuple(map(int, levels)), cited) if kind else None
