"""A person on this PC."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Learner:
    """``id`` names the folder of their records; ``aim`` is 自己学 / 组织学习 / 两者都有."""

    id: str
    name: str = ""
    unit: str = ""
    aim: str = ""

    @property
    def shown_name(self) -> str:
        return self.name or "本机用户"
