"""Text as a document can hold it, whatever was typed or imported."""

import re

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Not allowed in XML; invisible; or turning the direction of writing, which could show a text other than it is.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)


def clean_text(text: str) -> str:
    """Line ends as "\\n", tabs as spaces, without what no document may hold."""
    return _UNFIT.sub("", _BREAKS.sub("\n", text)).replace("\t", " ").strip("\n")


def width(text: str) -> float:
    """In characters of full width: Latin letters and digits count half."""
    return sum(0.5 if character < "\u2e80" and character.isascii() else 1.0 for character in text)
