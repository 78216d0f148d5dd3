"""How whoever builds pages asks for the words of a rule; the library service answers."""

from collections.abc import Callable

from app.domain.regulation import Article, Regulation

ArticleLookup = Callable[[str], tuple[Regulation, Article] | None]
"""A reference as authors write it (``简称@版本/条.款.项``) → its rule and article; None where it is not included."""
