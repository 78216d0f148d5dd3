"""What a human must still check before release, drawn from the content itself: docs/content-review.md."""

from collections.abc import Iterable

from app.domain.case import Case, CaseKind
from app.domain.content import Content
from app.domain.labels import SANCTIONS, UNCHECKED
from app.domain.regulation import Regulation

PENDING = "待"
"""Authors write 待核, 待人工核对, 待补 where they could not know."""

HEAD = """\
# 上线前须由人核对的内容

本表由 `python3 dev.py run check content --review docs/content-review.md` 从内容生成，不手工修改。
核对完一项，把文件里的 `checked` 改成日期，或删去 `review` 里的那一句，再生成一次。
"""


def review_document(content: Content) -> str:
    """Markdown in Chinese; the same content gives the same text."""
    parts = [
        HEAD,
        "\n".join(_summary(content)),
        "\n".join(_missing(content.regulations)),
        "\n".join(_regulations(content)),
        "\n".join(_doubts(content.cases)),
        "\n".join(_cases(content)),
        "\n".join(_questions(content)),
    ]
    return "\n".join(part for part in parts if part).rstrip() + "\n"


def _open(checked: str) -> bool:
    return checked in ("", UNCHECKED)


def _summary(content: Content) -> Iterable[str]:
    cases = sum(_open(case.checked) for case in content.cases)
    rules = sum(_open(rule.checked) for rule in content.regulations)
    yield "## 总览\n"
    yield "| 内容 | 共有 | 未核 |\n|--|--|--|"
    yield f"| 案例和典型做法 | {len(content.cases)} | {cases} |"
    yield f"| 法规 | {len(content.regulations)} | {rules} |"
    yield f"| 条文 | {content.counts()['articles']} | 随所在法规核对 |"
    yield f"| 题目 | {content.counts()['questions']} | 随所引条文和案例核对 |\n"


def _missing(regulations: Iterable[Regulation]) -> Iterable[str]:
    yield "## 正文待补的法规\n"
    for rule in regulations:
        if rule.missing:
            yield f"- 《{rule.title}》（`{rule.slug}`）：{rule.missing}"
    yield ""


def _regulations(content: Content) -> Iterable[str]:
    yield "## 逐字核对的法规\n"
    yield "对照官方原件核对原文、版本、日期、文号；说明栏里是作者没有把握的地方。\n"
    yield "| 法规 | 版本 | 条数 | 施行日期 | 说明 |\n|--|--|--|--|--|"
    for rule in content.regulations:
        if rule.articles and _open(rule.checked):
            notes = [rule.source] if PENDING in rule.source else []
            notes += ["文号待核"] if rule.number in ("", "待核") else []
            row = (f"《{rule.title}》`{rule.slug}`", rule.version, str(len(rule.articles)), rule.effective)
            yield f"| {' | '.join(row)} | {'；'.join(notes)} |"
    yield ""
    for renumbering in content.renumberings:
        yield f"- 条号对照 `{renumbering.id}`：{len(renumbering.numbers)} 条；{renumbering.source}"
    yield ""


def _doubts(cases: Iterable[Case]) -> Iterable[str]:
    yield "## 请纪检人员核定的事\n"
    for case in cases:
        if case.review:
            yield f"### {case.number} {case.title}\n"
            yield from (f"- {sentence}" for sentence in case.review)
            yield ""


def _cases(content: Content) -> Iterable[str]:
    yield "## 逐个核对的案例\n"
    yield "条款、要件、处分种类和轻重由纪检人员定稿；情节、单据、说法请业务股室看一遍。\n"
    yield "| 编号 | 案例 | 引用条款 | 处分、处理 |\n|--|--|--|--|"
    for case in content.cases:
        if not _open(case.checked):
            continue
        references = dict.fromkeys(written for clause in case.clauses for written in clause.references)
        given = (f"{one.who} {SANCTIONS[one.slug]}" for one in case.sanctions)
        kind = "" if case.kind is CaseKind.CASE else "（典型做法）"
        row = (str(case.number), f"{case.title}{kind} `{case.slug}`", "、".join(references), "；".join(given) or "—")
        yield f"| {' | '.join(row)} |"
    yield ""


def _questions(content: Content) -> Iterable[str]:
    """Files of questions, with how many rest on which rules: what changes with a rule must be looked at again."""
    yield "## 逐册核对的题库\n"
    yield "答案由法规条文支持，逐题对照所引条文；题目引用的法规一有修订，就要重看那一册。\n"
    yield "| 题库 | 题数 | 引用的法规 |\n|--|--|--|"
    files: dict[str, list[str]] = {}
    rules: dict[str, dict[str, None]] = {}
    for question in content.questions:
        file = content.files[question.id]
        files.setdefault(file, []).append(question.group or question.id)
        rules.setdefault(file, {}).update((written.partition("/")[0], None) for written in question.articles)
    for file, ids in sorted(files.items()):
        yield f"| `{file}` | {len(set(ids))} | {'、'.join(sorted(rules[file]))} |"
    yield ""
