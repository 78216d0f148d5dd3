"""A statement of risk (存在……的情形。) as the problem that it is, once it has been found."""

import re

FRAME = re.compile("(?:存在)?(.+?)的情形", re.DOTALL)
EDGES = re.compile(r"^\s+|[\s。．.；;]+$")


def problem_words(statement: str) -> str:
    """What stands between 存在 and 的情形, without a full stop; the words themselves where there is no such frame.

    Applied again it changes nothing, and it leaves something of every statement that is not blank.
    """
    said = _trimmed(statement)
    while (found := FRAME.fullmatch(said)) and (inner := _trimmed(found[1])):
        said = inner
    return said


def _trimmed(text: str) -> str:
    """``text`` itself where it is nothing but stops."""
    return EDGES.sub("", text) or text.strip()
