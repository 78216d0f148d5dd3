"""What a candidate of a 单位统考 may see of it on the own PC, and from when: others may still have it before them."""

from dataclasses import dataclass
from datetime import datetime

_SCORE, _NOTHING = "score", "nothing"


@dataclass(frozen=True, slots=True)
class ExamRelease:
    """``opens``: ISO text with its zone, from when everything is shown; ``score``: whether it is shown before."""

    opens: str
    score: bool = True

    @property
    def written(self) -> str:
        return f"{self.opens}/{_SCORE if self.score else _NOTHING}"

    @classmethod
    def read(cls, written: str) -> "ExamRelease":
        """Raises ValueError where the text is none."""
        opens, shown = written.split("/")
        if datetime.fromisoformat(opens).tzinfo is None or shown not in (_SCORE, _NOTHING):
            raise ValueError(written)
        return cls(opens, shown == _SCORE)

    @property
    def opening(self) -> datetime:
        return datetime.fromisoformat(self.opens)

    @property
    def words(self) -> str:
        """In the system's own zone."""
        what = "答案、解析和各题对错" if self.score else "成绩、答案、解析和各题对错"
        return f"统考还没有全部结束。{what}，{self.when} 以后可以在这里查看。"

    @property
    def when(self) -> str:
        """From when everything is shown, in the system's own zone."""
        moment = self.opening.astimezone()
        return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"


def withheld(written: str, now: datetime) -> ExamRelease | None:
    """What still holds keys back at this moment; None where everything may be seen, as after every self-test."""
    release = ExamRelease.read(written) if written else None
    return release if release is not None and now < release.opening else None
