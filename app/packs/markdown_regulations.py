"""``content/regulations/<slug>.md`` → Regulation: the law's words are the blockquote, our note is what follows."""

import re

from app.domain.chinese_numbers import to_number
from app.domain.labels import REGULATION_KINDS
from app.domain.regulation import Article, Paragraph, Regulation
from app.packs.entry import Entry
from app.packs.fields import Fields
from app.packs.markdown_text import prose
from app.packs.outline import SECTION_HEADING, Lines, Part, text_of
from app.packs.problem_list import ProblemList, clipped
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
    "amended",
    "issued",
    "effective",
    "repealed",
    "revising",
    "source",
    "checked",
    "missing",
    "core",
)
LABEL = re.compile(
    "(?P<label>第(?P<number>[零〇一二三四五六七八九十百千]+)条(?:之(?P<sub>[一二三四五六七八九十]{1,3}))?)"
    r"(?:\s+(?P<name>.*))?"
)
SHORT = re.compile(r"[^@\s`/，。；·、]+")
ITEM = re.compile("[（(](?P<number>[一二三四五六七八九十百]+)[)）]")
NOTE_MARK = re.compile(r"\*\*学习提示\*\*\s*")


def read_regulation(source: SourceFile, problems: ProblemList) -> Entry[Regulation] | None:
    """The rule in ``source``; None where its head is unusable."""
    parts = source.front_matter(problems)
    if parts is None:
        return None
    head, body = parts
    fields = Fields(head, problems, KEYS)
    regulation = _regulation(fields, source.name, _articles(body, problems))
    if regulation.short and not SHORT.fullmatch(regulation.short):
        problems.error(fields.line("short"), f"简称“{clipped(regulation.short)}”不合规", "不用空格、标点、@ 和 /")
        return None
    if regulation.version and not re.fullmatch("[0-9]{4}", regulation.version):
        problems.error(fields.line("version"), "“version”应是四位年份", "如 version: 2023")
        return None
    if not regulation.short or not regulation.version or not regulation.effective:
        return None
    if regulation.repealed and not _lasted(regulation):
        problems.error(fields.line("repealed"), "废止日期不晚于施行日期", "检查 effective 和 repealed")
    if not regulation.articles and not regulation.missing:
        problems.error(1, "没有任何条文", "用“## 第一条 名称”和“> 原文”写入条文")
    return Entry(regulation, source.name, fields.lines)


def _lasted(regulation: Regulation) -> bool:
    """A rule of the unit's own may be found useless on the day on which it was issued."""
    own_day = regulation.own and regulation.repealed == regulation.effective
    return own_day or regulation.repealed > regulation.effective


def _regulation(fields: Fields, name: str, articles: tuple[Article, ...]) -> Regulation:
    return Regulation(
        slug=name.rsplit("/", 1)[-1].removesuffix(".md"),
        title=fields.text("title"),
        short=fields.text("short"),
        version=fields.text("version"),
        family=fields.text("family"),
        kind=fields.choice("kind", REGULATION_KINDS),
        issuer=fields.text("issuer"),
        number=fields.text("number", required=False),
        adopted=fields.date("adopted", required=False),
        issued=fields.date("issued", required=False),
        effective=fields.date("effective"),
        repealed=fields.date("repealed", required=False),
        source=fields.text("source"),
        checked=fields.date("checked", required=False),
        articles=articles,
        amended=fields.date("amended", required=False),
        missing=fields.text("missing", required=False),
        core=fields.texts("core", required=False),
        revising=fields.date("revising", required=False),
    )


def _articles(body: Lines, problems: ProblemList) -> tuple[Article, ...]:
    articles: dict[str, Article] = {}
    order = (0, 0)
    for part in _headed(body, problems):
        found = LABEL.fullmatch(part.name)
        number = to_number(found["number"]) if found else None
        if not found or not number:
            problems.error(part.line, f"标题“{clipped(part.name, 20)}”不是条号", "照法规写：## 第一百二十四条 名称")
            continue
        label, sub = found["label"], found["sub"] or ""
        key = str(number) + (f"之{sub}" if sub else "")
        if key in articles:
            problems.error(part.line, f"{label}出现了两次", "合并成一条")
            continue
        place = (number, to_number(sub) or 0)
        if place < order:
            problems.error(part.line, f"{label}的次序不对", "条文按条号从小到大排")
        order = max(order, place)
        articles[key] = _article(key, label, found["name"] or "", part, problems)
    return tuple(articles.values())


def _headed(body: Lines, problems: ProblemList) -> list[Part]:
    parts: list[Part] = []
    for number, line in body:
        heading = SECTION_HEADING.match(line)
        if heading:
            parts.append(Part(heading[1].strip(), number))
        elif parts:
            parts[-1].lines.append((number, line))
        elif line.strip():
            problems.error(number, "第一个条号之前有文字", "把它移到某一条的学习提示里")
    return parts


def _article(key: str, label: str, name: str, part: Part, problems: ProblemList) -> Article:
    """The law's words end where our own begin: a later quotation must not pass for law."""
    begin = next((at for at, (_, line) in enumerate(part.lines) if line.strip() and line[0] != ">"), len(part.lines))
    quote, others = part.lines[:begin], part.lines[begin:]
    for number, line in others:
        if line.startswith(">"):
            problems.error(number, f"{label}的学习提示里有“>”", "原文紧接在标题下面写完，学习提示里不用 >")
    rest = text_of([(number, line) for number, line in others if not line.startswith(">")]).strip()
    if not any(line.strip("> \t　") for _, line in quote):
        problems.error(part.line, f"{label}下面没有原文", "标题下面紧接着用“> ”写法规原文")
    mark = NOTE_MARK.match(rest)
    note = prose(rest[mark.end() :]) if mark else prose(rest)
    if not mark:
        problems.error(part.line, f"{label}没有学习提示", "原文之后另起一段写 **学习提示**　……")
    elif not note:
        problems.error(part.line, f"{label}的学习提示是空的", "用自己的话写两三句")
    if not name.strip():
        problems.error(part.line, f"{label}没有名称", f"在条号后面空一格写个短名：## {label} 名称")
    return Article(key, label, name.strip(), _paragraphs(quote, label, problems), note, part.line)


def _paragraphs(quote: Lines, label: str, problems: ProblemList) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    for number, line in quote:
        text = line[1:].strip()
        if not text:
            continue
        item = ITEM.match(text)
        if not item or not paragraphs:
            paragraphs.append(Paragraph(text))
            continue
        last = paragraphs[-1]
        paragraphs[-1] = Paragraph(last.text, (*last.items, text))
        if to_number(item["number"]) != len(last.items) + 1:
            # References count 项: with one left out, every later one would name the wrong text.
            advice = f"这里应是第 {len(last.items) + 1} 项：照原文写全各项"
            problems.error(number, f"{label}的项“{item[0]}”不连续", advice)
    return tuple(paragraphs)
