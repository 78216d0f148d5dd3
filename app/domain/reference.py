"""References to articles of rules, as authors write them: ``简称@版本/条.款.项``."""

import re
from dataclasses import dataclass

from app.domain.chinese_numbers import to_chinese
from app.domain.labels import RULE_NAMES

REFERENCE = re.compile(
    r"(?P<short>[^@\s`/，。；\ud800-\udfff]+)@(?P<version>[0-9]{4})/(?P<article>[1-9][0-9]{0,3})(?:之(?P<sub>[一二三四五六七八九十]{1,3}))?"
    r"(?:\.(?P<paragraph>[1-9][0-9]{0,2}))?(?:\.(?P<item>[1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """``short`` and ``version`` name a regulation, ``article`` is "124" or "253之一"; 0 stands for a part not given."""

    short: str
    version: str
    article: str
    paragraph: int = 0
    item: int = 0

    @classmethod
    def parse(cls, text: str) -> "ArticleReference | None":
        """The reference written in ``text``, or None where it does not have the form."""
        found = REFERENCE.fullmatch(text.strip())
        if not found:
            return None
        sub = f"之{found['sub']}" if found["sub"] else ""
        return cls(
            found["short"],
            found["version"],
            found["article"] + sub,
            int(found["paragraph"] or 0),
            int(found["item"] or 0),
        )

    @property
    def regulation(self) -> str:
        """``简称@版本``"""
        return f"{self.short}@{self.version}"

    @property
    def base(self) -> str:
        """The article alone, without 款 and 项: the key by which articles are looked up."""
        return f"{self.regulation}/{self.article}"

    def __str__(self) -> str:
        parts = [self.base]
        if self.paragraph:
            parts.append(str(self.paragraph))
        if self.item:
            parts.append(str(self.item))
        return ".".join(parts)

    @property
    def words(self) -> str:
        """As a person says it: 纪律处分条例第一百二十四条第一款第（二）项."""
        return f"{RULE_NAMES.get(self.short, self.short)}{self.words_without_name}"

    @property
    def words_without_name(self) -> str:
        number, _, sub = self.article.partition("之")
        said = f"第{to_chinese(int(number))}条" + (f"之{sub}" if sub else "")
        if self.paragraph:
            said += f"第{to_chinese(self.paragraph)}款"
        if self.item:
            said += f"第（{to_chinese(self.item)}）项"
        return said
