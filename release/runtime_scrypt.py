"""Runs first in the packed program: scrypt from the package cryptography instead of from OpenSSL's library.

hashlib gets along without OpenSSL but for scrypt, which the exam packages are locked with. cryptography has it built
in, so that libcrypto (5 MB) can stay out. The same algorithm: what one has locked the other opens (tests/release).
"""

import hashlib


def scrypt(password: bytes, *, salt: bytes, n: int, r: int, p: int, maxmem: int = 0, dklen: int = 64) -> bytes:
    """As hashlib's; cryptography knows no limit of memory."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=dklen, n=n, r=r, p=p).derive(password)


if not hasattr(hashlib, "scrypt"):
    vars(hashlib)["scrypt"] = scrypt
