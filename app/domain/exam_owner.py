"""Whose a sitting is, where several people sit a unit's exam at one PC."""


def whose(seat: str, candidate: str, owner: str) -> str:
    """ "" for the person whose records these are, else the candidate's name.

    A self-test, which has no ``seat``, is always the owner's; a unit's exam is where the names agree. An owner without
    a name has sat no unit's exam: nobody knows who did.
    """
    return "" if not seat or same_name(candidate, owner) else candidate


def same_name(one: str, other: str) -> bool:
    """Spaces do not count; no name is like no other."""
    plain = "".join(one.split())
    return bool(plain) and plain == "".join(other.split())
