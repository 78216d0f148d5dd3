"""How a speaker's notes are labelled on paper."""

_LABELS = {"停": "停一停", "问": "追问", "误": "常见误解"}


def note_label(kind: str) -> str:
    """停 → 停一停; "" for a plain note."""
    return _LABELS.get(kind, kind)


def seconds_words(seconds: int) -> str:
    """90 → 1 分 30 秒, 1500 → 25 分钟."""
    minutes, rest = divmod(max(seconds, 0), 60)
    if not minutes:
        return f"{rest} 秒"
    return f"{minutes} 分 {rest} 秒" if rest else f"{minutes} 分钟"
