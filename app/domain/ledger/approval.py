"""A step of 销号 as it was signed on paper."""

from dataclasses import dataclass
from datetime import date

PAPER_NOTE = "本表记录纸质审签情况，不替代签字。"


@dataclass(frozen=True, slots=True)
class Approval:
    """``minutes_number`` is that of the minutes, for the step of the meeting only; ``scan`` the evidence id of the
    signed sheet, or ""."""

    step: str
    name: str
    post: str
    on: date
    opinion: str
    minutes_number: str = ""
    scan: str = ""
