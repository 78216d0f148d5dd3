"""Errors, split by who can act on them."""


class UserError(Exception):
    """Something a person can put right. Its text is Chinese, shown as it is, and says what to do."""


class NewerDataError(UserError):
    """A file was written by a newer version of the product; it was left untouched."""


class DamagedDataError(UserError):
    """A database cannot be read; it was left where it is or moved aside, never deleted."""


class BusyDataError(UserError):
    """Another running copy of the product holds the data."""
