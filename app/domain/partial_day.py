"""A day, a month or a year in words."""


def day_words(written: str) -> str:
    """2024-01-01 → 2024年1月1日; a month or a year alone stays one."""
    return "".join(
        f"{int(part)}{unit}" for part, unit in zip(written.split("-"), "年月日", strict=False) if part.isdigit()
    )
