"""Where the articles of an older rule stand in the one now in force: people still say 原第114条."""

from dataclasses import dataclass

from app.domain.chinese_numbers import to_chinese


@dataclass(frozen=True, slots=True)
class Renumbering:
    """``regulation`` is the newer rule (简称@版本), ``old`` the older one (简称@版本, included or not).

    ``numbers`` holds (old article, new articles); ``notes`` holds (new article, what else changed).
    """

    id: str
    regulation: str
    old: str
    old_words: str
    same_text: bool
    source: str
    numbers: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[tuple[str, str], ...] = ()

    def former(self, article: str) -> str:
        """What a reader of an article is told, and may search for: 原第一百一十四条（2018版）.

        Empty where nothing is worth saying.
        """
        old = [number for number, new in self.numbers if article in new]
        note = dict(self.notes).get(article, "")
        if not old or (self.same_text and old == [article] and not note):
            return ""
        said = "、".join(f"第{to_chinese(int(number))}条" for number in old)
        if self.same_text:
            return f"原{said}（{self.old_words}{f'；{note}' if note else ''}）"
        return f"内容对应{self.old_words}{said}" + (f"（{note}）" if note else "")

    def now(self) -> dict[str, tuple[str, ...]]:
        """Reference of each old article → references of the new ones."""
        return {
            f"{self.old}/{number}": tuple(f"{self.regulation}/{one}" for one in new) for number, new in self.numbers
        }
