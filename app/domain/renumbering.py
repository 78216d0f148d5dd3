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
        """What a reader of an article is told: 2018版第一百一十四条; "" where nothing is worth saying."""
        old = [number for number, new in self.numbers if article in new]
        note = dict(self.notes).get(article, "")
        if not old or (self.same_text and old == [article] and not note):
            return ""
        said = "、".join(f"第{to_chinese(int(number))}条" for number in old)
        relation = "原为" if self.same_text else "内容对应"
        return f"{relation}{self.old_words}{said}" + (f"（{note}）" if note else "")

    def now(self) -> dict[str, tuple[str, ...]]:
        """Reference of each old article → references of the new ones."""
        return {
            f"{self.old}/{number}": tuple(f"{self.regulation}/{one}" for one in new) for number, new in self.numbers
        }
