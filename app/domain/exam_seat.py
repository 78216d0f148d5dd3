"""Whose paper an exam is: it goes with the exam from its start to the unit's 成绩册."""

from typing import NamedTuple

from app.domain.exam_session import ExamSession


class ExamSeat(NamedTuple):
    """``exam_id`` names the 单位统考, ``person`` is a key of its roster."""

    exam_id: str
    session: ExamSession
    person: str

    @property
    def written(self) -> str:
        return f"{self.exam_id}/{self.session.value}/{self.person}"

    @classmethod
    def read(cls, written: str) -> "ExamSeat":
        """Raises ValueError where the text names no seat."""
        exam_id, session, person = written.split("/", 2)
        if not exam_id or not person:
            raise ValueError(written)
        return cls(exam_id, ExamSession(session), person)
