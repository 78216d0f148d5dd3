"""What an installed program has to say after its start: the clock stands before its own making."""

import json
from datetime import UTC, datetime
from pathlib import Path


def clock_note(build_facts: Path, now: datetime) -> str:
    """A sentence where the PC's clock stands before the day of the build; else, and from source, nothing."""
    try:
        built = datetime.fromtimestamp(json.loads(build_facts.read_text(encoding="utf-8"))["built"], UTC)
    except (OSError, OverflowError, ValueError, KeyError, TypeError):
        return ""
    if now >= built:
        return ""
    return (
        f"这台电脑的日期是{_day(now)}，早于本程序的制作日期{_day(built)}，很可能不对。"
        "学习和考试记录会记下这个日期，请先校正系统时间，再重新打开。"
    )


def _day(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.year}年{local.month}月{local.day}日"
