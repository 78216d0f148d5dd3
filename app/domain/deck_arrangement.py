"""In which order the pages of a deck stand: what the leader arranged, and everything else at its natural place."""


def arrangement(
    built: tuple[str, ...], own: tuple[tuple[str, str], ...], order: tuple[str, ...], skipped: frozenset[str]
) -> tuple[str, ...]:
    """Ids in order. ``own`` are pages of one's own with the id after which they stand ("" or unknown: at the end).

    A page that ``order`` does not know follows the page that stands before it in ``built``; one before all others
    comes first. A skipped page holds no other: so leaving it out moves nothing.
    """
    natural = _natural(built, own)
    known = [one for one in dict.fromkeys(order) if one in set(natural)]
    anchors = set(known) - skipped
    followers: dict[str, list[str]] = {}
    anchor = ""
    for one in natural:
        if one in anchors:
            anchor = one
        elif one not in known:
            followers.setdefault(anchor, []).append(one)
    arranged = followers.get("", [])
    for one in known:
        arranged += [one, *followers.get(one, [])]
    return tuple(arranged)


def _natural(built: tuple[str, ...], own: tuple[tuple[str, str], ...]) -> list[str]:
    natural = list(built)
    last: dict[str, str] = {}
    for page_id, after in own:
        if page_id in natural:
            continue
        before = last.get(after, after)
        place = natural.index(before) + 1 if before in natural else len(natural)
        natural.insert(place, page_id)
        last[after] = page_id
    return natural
