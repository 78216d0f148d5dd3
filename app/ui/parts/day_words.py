"""Dates as a Chinese reader expects them."""

from datetime import datetime


def day_words(iso: str) -> str:
    """2024-01-01 → 2024年1月1日; a month or a year alone stays one."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def moment_words(utc: str) -> str:
    """An aware ISO moment as the local 11月21日 16:40; the year where it is not this one's."""
    try:
        local = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return utc
    year = "" if local.year == datetime.now().astimezone().year else f"{local.year}年"
    return f"{year}{local.month}月{local.day}日 {local:%H:%M}"
