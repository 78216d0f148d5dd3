"""The code on a 学习情况记录单: sixteen characters that stand for everything in an exam's record.

80 bits of SHA-256 in the alphabet of RFC 4648 base32 (A–Z, 2–7: no 0, 1, 8 or 9 to mistake for a letter), in groups of
four.
"""

import base64
import unicodedata
from collections.abc import Iterable

_BYTES = 10
_LENGTH = 16
_MISREAD = str.maketrans("018", "OIB")
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def check_code(facts: str, hashes: Iterable[bytes]) -> str:
    """``facts`` is one canonical text, ``hashes`` those of the exam's own events (32 bytes each), in order."""
    import hashlib  # OpenSSL: not before there is something to anchor

    digest = hashlib.sha256(hashlib.sha256(facts.encode()).digest())
    for one in hashes:
        digest.update(one)
    letters = base64.b32encode(digest.digest()[:_BYTES]).decode()
    return "-".join(letters[at : at + 4] for at in range(0, _LENGTH, 4))


def read_code(typed: str) -> str:
    """The code as a person typed it: small letters, full width, spaces and 0, 1, 8 for O, I, B do not matter.

    Raises ValueError where it cannot be one.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    letters = "".join(letter for letter in plain if letter in _ALPHABET)
    rest = "".join(letter for letter in plain if letter not in _ALPHABET)
    if len(letters) != _LENGTH or rest.strip(" -—–‐_.·\t"):
        raise ValueError(typed)
    return "-".join(letters[at : at + 4] for at in range(0, _LENGTH, 4))
