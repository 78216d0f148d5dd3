"""Where one is on the way through a 针对性学习."""

from dataclasses import dataclass, replace

from app.domain.labels import domain_label
from app.ui.exam.remedy import RemedyStep


@dataclass(frozen=True, slots=True)
class RemedyTrail:
    """``place`` counts from 0; ``taken`` is shared with the results page, which says there what was opened."""

    exam_id: str
    topic: str
    steps: tuple[RemedyStep, ...]
    taken: set[int]
    place: int

    @property
    def following(self) -> "RemedyTrail | None":
        """At the next step; None after the last."""
        return replace(self, place=self.place + 1) if self.place + 1 < len(self.steps) else None

    @property
    def step(self) -> RemedyStep:
        return self.steps[self.place]

    @property
    def words(self) -> str:
        where = f"第 {self.place + 1} 步，共 {len(self.steps)} 步：{self.step.caption}"
        return f"针对性学习：{domain_label(self.topic)}。{where} {self.step.words}，约 {self.step.minutes} 分钟。"
