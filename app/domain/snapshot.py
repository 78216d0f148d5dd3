"""A question as it is kept: one text for one wording, named by its hash."""

import hashlib
import json
from functools import lru_cache

from app.domain.codec import to_plain
from app.domain.question import Question


@lru_cache(maxsize=512)
def serialised(question: Question) -> tuple[str, str]:
    """(JSON text, its SHA-256): the line in the file does not belong to the question."""
    plain = to_plain(question)
    plain.pop("line", None)
    body = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return body, hashlib.sha256(body.encode()).hexdigest()
