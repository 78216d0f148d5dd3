"""What a column holds as JSON, read again. SQLite's own check does not see a wrong byte within a text."""

import json
from typing import Any, TypeVar

from app.domain.codec import from_plain
from app.domain.errors import DamagedDataError

T = TypeVar("T")
DAMAGED = (
    "数据文件里有一处已损坏，这部分内容读不出来，其他内容不受影响。"
    "请在“设置—数据”里打开数据文件夹，关闭软件后复制整个文件夹作为备份，再联系维护人员。"
)


class UnreadableError(DamagedDataError, ValueError):
    """A text that is stored and is not what was stored."""


def stored(cls: type[T], text: str) -> T:
    """Raises UnreadableError where it is none."""
    try:
        return from_plain(cls, json.loads(text))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise UnreadableError(DAMAGED) from error


def stored_json(text: str) -> Any:
    """Raises UnreadableError where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(DAMAGED) from error
