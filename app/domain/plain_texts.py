"""Every text in a plain JSON value: what has to be looked at before it is stored."""

from typing import Any


def plain_texts(plain: Any) -> list[str]:
    if isinstance(plain, dict):
        return [text for entry in plain.values() for text in plain_texts(entry)]
    if isinstance(plain, list):
        return [text for entry in plain for text in plain_texts(entry)]
    return [plain] if isinstance(plain, str) else []
