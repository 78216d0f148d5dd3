"""``content/quizzes/papers/<slug>.yaml`` → Paper."""

from app.domain import labels
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, Paper
from app.domain.question import QuestionKind
from app.packs import strict_yaml
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
    "draw",
)
RULE_KEYS = ("kind", "count", "score", "topics", "difficulties")


def read_paper(source: SourceFile, problems: ProblemList) -> Paper | None:
    try:
        data = strict_yaml.load(source.text)
    except strict_yaml.YamlError as error:
        problems.error(error.line, error.message, error.advice)
        return None
    if not isinstance(data, strict_yaml.Mapping):
        problems.error(1, "试卷文件应是“键: 值”", "照 docs/content-format.md 的样子写")
        return None
    fields = Fields(data, problems, KEYS)
    rules = []
    for entry in fields.mappings("draw"):
        rule = Fields(entry, problems, RULE_KEYS)
        kind = rule.choice("kind", [kind for kind in QuestionKind if kind not in ("简答", "案例分析")])
        levels = rule.texts("difficulties", required=False)
        if not set(levels) <= {"1", "2", "3"}:
            problems.error(rule.line("difficulties"), "难度只能是 1、2、3", "写成 difficulties: [1, 2]")
            levels = ()
        if kind:
            rules.append(
                DrawRule(
                    QuestionKind(kind),
                    rule.integer("count", 1, 200),
                    rule.integer("score", 1, 100),
                    rule.choices("topics", labels.DOMAINS, required=False),
                    tuple(int(level) for level in levels),
                )
            )
    multiple = fields.choice("multiple", tuple(MultipleRule))
    breaks = fields.choice("breaks", tuple(BreakPolicy), required=False)
    paper = Paper(
        id=source.name.rsplit("/", 1)[-1].removesuffix(".yaml"),
        title=fields.text("title"),
        description=fields.text("description", required=False),
        minutes=fields.integer("minutes", 1, 300),
        pass_score=fields.integer("pass_score", 1, 1000),
        multiple=MultipleRule(multiple) if multiple else MultipleRule.ALL_OR_NOTHING,
        breaks=BreakPolicy(breaks) if breaks else BreakPolicy.FREE,
        rules=tuple(rules),
        version=fields.integer("version", 1, 9999),
        shuffle_options=fields.choice("shuffle_options", ("true", "false"), required=False) != "false",
    )
    if paper.rules and paper.pass_score > paper.total:
        problems.error(fields.line("pass_score"), f"合格线 {paper.pass_score} 高于满分 {paper.total}", "调低合格线或加题")
    return paper if paper.title and paper.rules else None
