"""What a page was made from, as a short hash: a page whose hash is another now was changed by a content update."""

import hashlib
import json

from app.domain.codec import to_plain


def source_hash(*made_from: object) -> str:
    """Of dataclasses, texts and numbers, line numbers of the source file left out."""
    plain = json.dumps(_without_lines(to_plain(made_from)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def _without_lines(plain: object) -> object:
    if isinstance(plain, dict):
        return {key: _without_lines(value) for key, value in plain.items() if key != "line"}
    if isinstance(plain, list):
        return [_without_lines(entry) for entry in plain]
    return plain
