"""Texts that say nearly the same: shares of character n-grams, compared only where two texts share rare ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

COMMON = 60
"""An n-gram that more texts than this contain says nothing about two of them."""


def ngrams(text: str, size: int) -> frozenset[str]:
    """Of the text's letters and digits; white space and punctuation do not count."""
    kept = "".join(character for character in text if character.isalnum())
    return frozenset(kept[place : place + size] for place in range(len(kept) - size + 1))


def near_pairs(texts: Sequence[str], size: int, least: float) -> Iterable[tuple[int, int, float]]:
    """(place, earlier place, share) of all pairs whose Jaccard share of n-grams is at least ``least`` (0…1)."""
    grams = [ngrams(text, size) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(grams):
        shared: Counter[int] = Counter()
        for gram in own:
            known = holders[gram]
            if len(known) < COMMON:
                shared.update(known)
            known.append(place)
        for earlier, count in shared.items():
            # The common ones were not counted: a bound on what the pair can reach saves the exact comparison.
            if count >= least * min(len(own), len(grams[earlier])) / 2:
                share = len(own & grams[earlier]) / len(own | grams[earlier])
                if share >= least:
                    yield place, earlier, share
