"""Bytes and texts with something wrong in them, made from sound ones."""

from random import Random

from tests.fuzz.values import text


def spoilt(chance: Random, data: bytes) -> bytes:
    """Cut off, flipped, taken out, doubled, mixed with others, or any bytes at all."""
    kind = chance.randrange(12)
    if kind == 0:
        return chance.randbytes(chance.choice((0, 1, 4, 100, 5_000)))
    if kind == 1:
        return data[: chance.randrange(len(data) + 1)]
    if kind == 2:
        return data[:4] + chance.randbytes(chance.randrange(300))
    if kind == 3:
        return data + chance.choice((data, b"\0" * 1_000, chance.randbytes(50)))
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 10, 100))):
        _once(chance, made)
    return bytes(made)


def spoilt_text(chance: Random, sound: str, tokens: tuple[str, ...] = ()) -> bytes:
    """``tokens``: what means something in this format. Mostly UTF-8."""
    made = sound
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        begin = chance.randrange(len(made) + 1)
        end = min(len(made), begin + chance.choice((0, 0, 1, 5, 60, 400)))
        other = chance.randrange(len(made) + 1)
        put = chance.choice((text(chance), "", made[begin:end] * 2, made[other : other + 80], *tokens[:40]))
        if tokens and chance.random() < 0.4:
            put = chance.choice(tokens)
        made = (made[:begin] + put + made[end:])[:2_000_000]
    coding = chance.choice(("utf-8",) * 12 + ("gb18030", "utf-16", "utf-8-sig"))
    return made.encode(coding, chance.choice(("replace", "surrogatepass")) if coding.startswith("utf") else "replace")


def _once(chance: Random, made: bytearray) -> None:
    if not made:
        made += chance.randbytes(3)
        return
    at = chance.randrange(len(made))
    kind = chance.randrange(6)
    if kind < 2:
        made[at] ^= 1 << chance.randrange(8)
    elif kind == 2:
        made[at] = chance.choice((0, 255, 127, 128, 32, 34, 60))
    elif kind == 3:
        del made[at : at + chance.choice((1, 4, 100, 2_000))]
    elif kind == 4:
        made[at:at] = chance.choice(
            (b"\0", b"\xff\xfe", b"\xed\xa0\x80", chance.randbytes(8), bytes(made[at : at + 60]))
        )
    else:
        made[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"PK\x03\x04"))
