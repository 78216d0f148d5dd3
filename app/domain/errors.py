"""Errors, split by who can act on them."""

UNSEEN = dict.fromkeys(
    [
        *(*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0)),
        *(0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)),
        *(*range(0xD800, 0xE000), 0xFFFE, 0xFFFF),
    ],
    "\ufffd",
) | {0x09: " "}
"""For `str.translate`: controls, turns of direction and halves of characters, which a file's name may have, shown as �.
Line feeds stay, tabs are spaces."""


class UserError(Exception):
    """Something a person can put right. Its text is Chinese and says what to do; it can be shown as it is."""

    def __str__(self) -> str:
        return super().__str__().translate(UNSEEN)


class RefusedTextError(UserError):
    """A text that must not be stored at all, as it is: trying again is of no use."""


class NewerDataError(UserError):
    """A file was written by a newer version of the product; it was left untouched."""


class DamagedDataError(UserError):
    """A database cannot be read; it was left where it is or moved aside, never deleted."""


class BusyDataError(UserError):
    """Another running copy of the product holds the data."""
