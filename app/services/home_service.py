"""What 首页 asks before it asks any other service, so that those need not be made at start."""

from app.storage.glance_store import GlanceStore


class HomeService:
    def __init__(self, glance: GlanceStore) -> None:
        self._glance = glance

    def wrong_questions(self) -> int:
        """How many are in the wrong-answer book."""
        return self._glance.wrong_questions()

    def exam_waiting(self) -> bool:
        """Whether an exam was begun and not handed in; ask the exams what became of it."""
        return self._glance.exam_running()
