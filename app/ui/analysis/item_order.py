"""In what order the questions stand; those without figures always come last."""

from collections.abc import Callable, Sequence

from app.domain.item_analysis import ItemAnalysis, ItemFigures

ORDERS = {
    "review": "需要复核的在前",
    "facility": "得分率从低到高",
    "-facility": "得分率从高到低",
    "discrimination": "区分度从低到高",
    "-discrimination": "区分度从高到低",
    "-attempts": "作答多的在前",
    "attempts": "作答少的在前",
    "kind": "按题型",
}
_FIGURES: dict[str, Callable[[ItemFigures], float | None]] = {
    "facility": lambda figures: figures.facility,
    "discrimination": lambda figures: figures.discrimination,
    "review": lambda figures: figures.discrimination,
}


def ordered(items: Sequence[ItemAnalysis], order: str) -> list[ItemAnalysis]:
    """By a key of ORDERS; equals keep the order that they came in."""
    name, down = order.lstrip("-"), order.startswith("-")
    if name == "attempts":
        return sorted(items, key=lambda item: item.attempts, reverse=down)
    if name == "kind":
        kinds = list(dict.fromkeys(item.question.kind for item in items))
        return sorted(items, key=lambda item: kinds.index(item.question.kind))
    there: list[tuple[float, ItemAnalysis]] = []
    without: list[tuple[float, ItemAnalysis]] = []
    for item in items:
        value = _FIGURES[name](item.figures) if item.figures is not None else None
        (without if value is None else there).append((value or 0.0, item))
    there.sort(key=lambda pair: pair[0], reverse=down)
    found = [item for _, item in [*there, *without]]
    return sorted(found, key=lambda item: not item.doubtful) if name == "review" else found
