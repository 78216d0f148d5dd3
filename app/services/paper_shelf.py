"""The papers that can be sat: the unit's own and those that come with the content."""

from app.domain.errors import UserError
from app.domain.paper import Paper
from app.services.library_service import LibraryService
from app.storage.paper_store import PaperStore


class PaperShelf:
    def __init__(self, library: LibraryService, store: PaperStore) -> None:
        self._library, self._store = library, store

    def papers(self) -> list[Paper]:
        """The unit's own first. Raises UserError while there is no content."""
        return [*self._store.in_use(), *self._library.papers()]

    def paper(self, paper_id: str) -> Paper:
        """Raises UserError where nobody can sit it (any more)."""
        found = next((paper for paper in self.papers() if paper.id == paper_id), None)
        if found is None:
            raise UserError("找不到这份试卷，可能已作废或从内容中移除。请到“模拟考试”另选一份。")
        return found
