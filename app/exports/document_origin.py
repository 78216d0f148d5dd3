"""Where a document comes from, for its foot."""

from dataclasses import dataclass

from app.domain.labels import DISCLAIMER
from app.domain.minutes_words import day_words


@dataclass(frozen=True, slots=True)
class DocumentOrigin:
    """``day``: the ISO date on which the file is made; ``content``: the version of the content it draws on, or ""."""

    day: str
    content: str = ""

    def foot(self, composite: bool, mark: str = "") -> tuple[str, ...]:
        """The small lines of every page. ``composite``: a teaching case is named; ``mark`` stands first."""
        facts = [mark] if mark else []
        if composite and self.content:
            facts += [f"内容版本 {self.content}", day_words(self.day)]
        return (*(["　".join(facts)] if facts else []), *([DISCLAIMER] if composite else []))
