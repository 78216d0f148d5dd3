"""The content that is delivered with the product, read once for all tests, and what asks it for articles."""

from datetime import date
from functools import cache
from pathlib import Path

from app.domain.case import Case
from app.domain.content import Content
from app.domain.question import Question
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation
from app.packs.content_folder import read_content

FOLDER = Path(__file__).parents[3] / "content"


@cache
def content() -> Content:
    return read_content(FOLDER, date(2026, 11, 21))


@cache
def _articles() -> dict[str, tuple[Regulation, Article]]:
    return content().articles()


def article_of(written: str) -> tuple[Regulation, Article] | None:
    reference = ArticleReference.parse(written)
    return _articles().get(reference.base) if reference else None


def cases() -> tuple[Case, ...]:
    return content().cases


def questions_of(case: Case) -> tuple[Question, ...]:
    return tuple(question for question in content().questions if question.case == case.slug)
