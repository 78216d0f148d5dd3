"""Finding questions of the bank by words, topic and kind: to put on a paper by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.bank import Whole
from app.domain.question import Question, QuestionKind
from app.services.library_service import LibraryService

MOST_HITS = 3_000
"""More than any bank of ours matches: what the index finds is narrowed here, not there."""


@dataclass(frozen=True, slots=True)
class Found:
    """``wholes`` are the first ones, in order; ``total`` counts all."""

    wholes: tuple[Whole, ...]
    total: int


class QuestionFinder:
    """A 案例分析 is found where any of its parts is."""

    def __init__(self, library: LibraryService, wholes: Sequence[Whole]) -> None:
        self._library, self._wholes = library, wholes

    def find(self, words: str = "", topic: str = "", kind: QuestionKind | None = None, limit: int = 40) -> Found:
        """Empty words, topic or kind admit everything. Best matches first; without words in the bank's order."""
        offered = self._searched(words) if words.strip() else self._wholes
        matching = [
            whole for whole in offered if (not topic or whole.topic == topic) and (kind is None or whole.kind is kind)
        ]
        return Found(tuple(matching[:limit]), len(matching))

    def parts(self, ids: Sequence[str]) -> list[Question]:
        """The questions themselves, in order; those that left the bank are not there."""
        return self._library.questions(ids)

    def _searched(self, words: str) -> list[Whole]:
        by_id = {name: whole for whole in self._wholes for name in whole.ids}
        hits = self._library.index.search(words, MOST_HITS, "question")
        found = dict.fromkeys(by_id[ref].key for _, ref, _, _ in hits if ref in by_id)
        by_key = {whole.key: whole for whole in self._wholes}
        return [by_key[key] for key in found]
