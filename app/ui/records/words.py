"""Days and minutes as one says them."""

from datetime import date

WEEKDAYS = "一二三四五六日"


def day_words(day: str) -> str:
    """2026-11-21 → 11月21日 周六."""
    found = date.fromisoformat(day)
    return f"{found.month}月{found.day}日 周{WEEKDAYS[found.weekday()]}"


def long_day_words(day: str, today: str) -> str:
    """With 今天 or 昨天, and with the year where it is another one."""
    found, now = date.fromisoformat(day), date.fromisoformat(today)
    year = f"{found.year}年" if found.year != now.year else ""
    near = {0: "今天 · ", 1: "昨天 · "}.get((now - found).days, "")
    return f"{near}{year}{day_words(day)}"


def minutes_words(minutes: int) -> str:
    """126 → 2 小时 6 分钟; 0 → 没有记录."""
    if not minutes:
        return "没有学习记录"
    hours, rest = divmod(minutes, 60)
    return " ".join(([f"{hours} 小时"] if hours else []) + ([f"{rest} 分钟"] if rest or not hours else []))
