"""``content/regulations/<slug>.md`` → Regulation: the law's words are the blockquote, our note is what follows."""

import re

from app.domain.chinese_numbers import to_number
from app.domain.labels import REGULATION_KINDS
from app.domain.regulation import Article, Paragraph, Regulation
from app.packs.fields import Fields
from app.packs.markdown_text import prose
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile

KEYS = (
    "title",
    "short",
    "version",
    "family",
    "kind",
    "issuer",
    "number",
    "adopted",
    "issued",
    "effective",
    "repealed",
    "source",
    "checked",
)
HEADING = re.compile(r"## (?P<label>第(?P<number>[零〇一二三四五六七八九十百千]+)条(?:之(?P<sub>[一二三四五六七八九十]))?)\s*(?P<name>.*)")
ITEM = re.compile(r"[（(][一二三四五六七八九十百]+[)）]")
NOTE_MARK = re.compile(r"^\*\*学习提示\*\*[　\s]*")


def read_regulation(source: SourceFile, problems: ProblemList) -> Regulation | None:
    """The rule in ``source``; None where the head is unusable."""
    parts = source.front_matter(problems)
    if parts is None:
        return None
    head, body = parts
    fields = Fields(head, problems, KEYS)
    slug = source.name.rsplit("/", 1)[-1].removesuffix(".md")
    effective = fields.date("effective")
    articles = _articles(body, problems)
    regulation = Regulation(
        slug=slug,
        title=fields.text("title"),
        short=fields.text("short"),
        version=fields.text("version"),
        family=fields.text("family"),
        kind=fields.choice("kind", REGULATION_KINDS),
        issuer=fields.text("issuer"),
        number=fields.text("number", required=False),
        adopted=fields.date("adopted", required=False),
        issued=fields.date("issued", required=False),
        effective=effective,
        repealed=fields.date("repealed", required=False),
        source=fields.text("source"),
        checked=fields.date("checked", required=False),
        articles=articles,
    )
    if not regulation.short or not regulation.version or not effective:
        return None
    if not re.fullmatch(r"\d{4}", regulation.version):
        problems.error(fields.line("version"), "“version”应是四位年份", "如 version: 2023")
    if not articles:
        problems.error(1, "没有任何条文", "用“## 第一条 名称”和“> 原文”写入条文")
    return regulation


def _articles(body: list[tuple[int, str]], problems: ProblemList) -> tuple[Article, ...]:
    articles: list[Article] = []
    seen: set[str] = set()
    for start, heading, lines in _headed(body, problems):
        found = HEADING.fullmatch(heading)
        number = to_number(found["number"]) if found else None
        if not found or not number:
            problems.error(start, f"标题“{heading[3:20]}”不是条号", "照法规写：## 第一百二十四条 名称")
            continue
        key = str(number) + (f"之{found['sub']}" if found["sub"] else "")
        if key in seen:
            problems.error(start, f"{found['label']}出现了两次", "合并成一条")
            continue
        seen.add(key)
        quote = [(at, line[1:].strip()) for at, line in lines if line.startswith(">")]
        rest = "\n".join(line for _, line in lines if not line.startswith(">")).strip()
        if not any(text for _, text in quote):
            problems.error(start, f"{found['label']}下面没有原文", "标题下面紧接着用“> ”写法规原文")
        if not NOTE_MARK.match(rest):
            problems.error(start, f"{found['label']}没有学习提示", "原文之后另起一段写 **学习提示**　……")
        articles.append(
            Article(key, found["label"], found["name"], _paragraphs(quote), prose(NOTE_MARK.sub("", rest)), start)
        )
    return tuple(articles)


def _headed(
    body: list[tuple[int, str]], problems: ProblemList
) -> list[tuple[int, str, list[tuple[int, str]]]]:
    parts: list[tuple[int, str, list[tuple[int, str]]]] = []
    for number, line in body:
        if line.startswith("## "):
            parts.append((number, line.rstrip(), []))
        elif parts:
            parts[-1][2].append((number, line))
        elif line.strip():
            problems.error(number, "第一个条号之前有文字", "把它移到某一条的学习提示里")
    return parts


def _paragraphs(quote: list[tuple[int, str]]) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    for _, text in quote:
        if not text:
            continue
        if ITEM.match(text) and paragraphs:
            last = paragraphs[-1]
            paragraphs[-1] = Paragraph(last.text, (*last.items, text))
        else:
            paragraphs.append(Paragraph(text))
    return tuple(paragraphs)
