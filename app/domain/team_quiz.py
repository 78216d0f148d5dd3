"""分组竞答 on the one PC: points of two to six teams by question. Never names of people."""

from dataclasses import dataclass, replace

FEWEST, MOST = 2, 6
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class TeamQuiz:
    """``points``: (page id, points of each team in order), one entry a question. Without teams it is off."""

    teams: tuple[str, ...] = ()
    points: tuple[tuple[str, tuple[int, ...]], ...] = ()

    @classmethod
    def of(cls, names: tuple[str, ...]) -> "TeamQuiz":
        """Blank names become 第一组 …. Raises ValueError for fewer than 2 or more than 6, or one name twice."""
        if not FEWEST <= len(names) <= MOST:
            raise ValueError(f"{len(names)} teams")
        shown = tuple(name.strip() or f"第{'一二三四五六'[place]}组" for place, name in enumerate(names))
        if len(set(shown)) != len(shown):
            raise ValueError("two teams of one name")
        return cls(shown)

    @property
    def on(self) -> bool:
        return bool(self.teams)

    @property
    def totals(self) -> tuple[int, ...]:
        """In the order of the teams, which is never that of their points."""
        return tuple(sum(row[place] for _, row in self.points) for place in range(len(self.teams)))

    def of_page(self, page_id: str) -> tuple[int, ...]:
        return dict(self.points).get(page_id, (0,) * len(self.teams))

    def scored(self, page_id: str, team: int, points: int) -> "TeamQuiz":
        """What a team gets for one question, replacing what it had; 0 to 100. Raises ValueError for no such team."""
        if not 0 <= team < len(self.teams):
            raise ValueError(f"no team {team}")
        row = list(self.of_page(page_id))
        row[team] = min(max(points, 0), MOST_POINTS)
        known = any(name == page_id for name, _ in self.points)
        changed = tuple((name, tuple(row) if name == page_id else old) for name, old in self.points)
        return replace(self, points=changed if known else (*self.points, (page_id, tuple(row))))
