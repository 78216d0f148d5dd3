"""The words of a rule on pages: all 款 and 项 that are cited, marked 节选 where the article has more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.article_lookup import ArticleLookup
from app.domain.labels import OWN_RULES
from app.domain.partial_day import day_words
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.domain.rule_standing import standing_words
from app.domain.sheet import Quotation, Sheet, SheetKind, Text
from app.domain.sheet_fit import paged

MISSING = "这一条的原文没有收录，请以官方文本为准。"


@dataclass(frozen=True, slots=True)
class Cited:
    """An article (``base`` is its reference) with what is quoted of it; ``title`` is how the page is headed."""

    base: str
    title: str
    block: Quotation | Text


def cited_articles(references: Iterable[str], article_of: ArticleLookup) -> tuple[Cited, ...]:
    """Each article once, in the order of the references, with everything that any of them cites."""
    gathered: dict[str, list[ArticleReference]] = {}
    for written in references:
        reference = ArticleReference.parse(written)
        if reference:
            gathered.setdefault(reference.base, []).append(reference)
    return tuple(_cited(base, cited, article_of(base)) for base, cited in gathered.items())


def cited_words(article: Article, references: Sequence[ArticleReference]) -> tuple[str, bool]:
    """The words that the references name, a line for each 款 and 项, and whether the article says more. A 项 stands
    under the words that open its 款."""
    if any(not reference.paragraph for reference in references):
        return article.text, False
    lines: list[str] = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        items = {reference.item for reference in references if reference.paragraph == number}
        if items:
            named = [item for place, item in enumerate(paragraph.items, 1) if place in items]
            lines += [paragraph.text, *(paragraph.items if 0 in items or not named else named)]
    text = "\n".join(lines)
    return (text, text != article.text) if text else (article.text, False)


def source_line(regulation: Regulation, article: Article) -> str:
    """《中国共产党纪律处分条例》（2023年版）第一百二十四条 · 2024年1月1日起施行"""
    until = f"，{day_words(regulation.repealed)}废止" if regulation.repealed else ""
    if regulation.own:
        until = f"，{words}" if (words := standing_words(regulation)) else ""
        issued = "，".join(filter(None, (regulation.issuer, regulation.number, day_words(regulation.effective))))
        return f"{OWN_RULES}《{regulation.title}》{article.label} · {issued}印发{until}"
    name = f"《{regulation.title}》（{regulation.version}年版）{article.label}"
    return f"{name} · {day_words(regulation.effective)}起施行{until}"


def article_sheets(cited: Cited, kicker: str) -> tuple[Sheet, ...]:
    """The article by itself, no part of a case, over as many pages as it takes."""
    pages = paged((cited.block,), cited.title)
    return tuple(Sheet(SheetKind.CLAUSE, kicker, cited.title, blocks, False) for blocks in pages)


def _cited(base: str, references: Sequence[ArticleReference], found: tuple[Regulation, Article] | None) -> Cited:
    reference = ArticleReference.parse(base) or references[0]
    if found is None:
        return Cited(base, reference.words, Text(MISSING, source=reference.words))
    regulation, article = found
    words, excerpt = cited_words(article, references)
    return Cited(base, reference.words, Quotation(words, source_line(regulation, article), excerpt))
