"""Dates as a Chinese reader expects them."""

from datetime import datetime


def day_words(iso: str) -> str:
    """2024-01-01 → 2024年1月1日; a month or a year alone stays one."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def moment_words(utc: str) -> str:
    """An aware ISO moment as the local 2026年11月21日 16:40."""
    try:
        local = datetime.fromisoformat(utc).astimezone()
    except ValueError:
        return utc
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
