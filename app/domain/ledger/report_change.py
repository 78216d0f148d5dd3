"""An entry of a report's history, as a person reads it."""

from dataclasses import dataclass

WORDS = {
    "report.submitted": "报送",
    "report.corrected": "更正",
    "report.returned": "退回",
    "report.checked": "整改办审核",
    "report.cleared": "清除误录问题的内容",
    "report.erased": "误录清除",
    "report.overruled": "保留提示处的文字",
}


@dataclass(frozen=True, slots=True)
class ReportChange:
    """``utc`` is ISO, ``version`` the one that it made or was about."""

    seq: int
    utc: str
    by: str
    words: str
    reason: str
    version: int
