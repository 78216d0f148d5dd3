"""会后事项: what was agreed to be done, by whom and until when."""

from collections.abc import Sequence

from app.domain.minutes import FollowUp
from app.domain.minutes_words import day_words
from app.exports import house_style as style
from app.exports.house_document import HouseDocument

_COLUMNS = (("序号", 14.0), ("事项", 66.0), ("责任人", 34.0), ("完成时限", 42.0))


def write_follow_ups(document: HouseDocument, follow_ups: Sequence[FollowUp]) -> None:
    """A row each; what was left open stays an empty cell."""
    table = document.table([width for _, width in _COLUMNS], 1 + len(follow_ups))
    table.repeat_header()
    for column, (name, _) in enumerate(_COLUMNS):
        table.write(0, column, name, face=style.HEAD_FACE)
    for row, one in enumerate(follow_ups, 1):
        deadline = day_words(one.deadline) if one.deadline.strip() else ""
        for column, text in enumerate((str(row), one.what, one.owner, deadline)):
            table.write(row, column, text.strip(), centred=column != 1)
        table.set_height(row, style.BODY_LINE)
