"""抽点 and 分组竞答: both off until the leader switches them on."""

import random
from collections.abc import Sequence
from dataclasses import replace

from app.domain.attendance import Attendee
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import PersonPicked, TeamScored
from app.domain.live_meeting import LiveMeeting
from app.domain.random_pick import eligible
from app.domain.team_quiz import TeamQuiz
from app.services.meeting_desk import MeetingDesk

LONGEST_TEAM = 12


class MeetingRoom:
    def __init__(self, desk: MeetingDesk, chance: random.Random) -> None:
        self._desk, self._chance = desk, chance

    def allow_pick(self, on: bool) -> LiveMeeting:
        """Switch 抽点 on or off; who had a turn is remembered."""
        live = self._desk.running()
        after = replace(live, pick=live.pick.switched(on))
        with self._desk.journal.record("meeting.picking", live.meeting.id, {"on": on}):
            self._desk.stage.put(after)
        self._desk.live = after
        return after

    def pick(self) -> Attendee:
        """Whose turn it is. The room sees the name only if the speaker hands it to `Presentation.picked`.

        Raises UserError where it is off or nobody can be picked.
        """
        live = self._desk.running()
        if not live.pick.on:
            raise UserError("抽点没有打开。请先在“现场”设置里打开“随机抽点”。")
        if not eligible(live.people):
            raise UserError("没有可以抽点的人：名单里还没有人签到，或都不参加抽点。请先签到。")
        after = replace(live, pick=live.pick.drawn(live.people, self._chance))
        number = after.pick.now
        with self._desk.journal.record("meeting.picked", live.meeting.id, {"number": number}):
            self._desk.stage.put(after)
        self._desk.live = after
        self._desk.bus.publish(PersonPicked(live.meeting.id, number))
        return next(one for one in live.people if one.number == number)

    def form_teams(self, names: Sequence[str]) -> LiveMeeting:
        """Two to six teams; points start at nought. No names at all switch the quiz off.

        Raises UserError where the names will not do.
        """
        live = self._desk.running()
        refuse_graded(*names)
        if any(len(name.strip()) > LONGEST_TEAM for name in names):
            raise UserError(f"组名最多 {LONGEST_TEAM} 字。请写短一些。")
        try:
            quiz = TeamQuiz.of(tuple(names)) if names else TeamQuiz()
        except ValueError as error:
            raise UserError("分组竞答要 2 到 6 组，组名不能相同。请改好后再开始。") from error
        after = replace(live, quiz=quiz)
        with self._desk.journal.record("meeting.teams", live.meeting.id, {"teams": quiz.teams}):
            self._desk.stage.put(after)
        self._desk.live = after
        return after

    def score(self, team: int, points: int) -> LiveMeeting:
        """Points of a team (from 0) for the question on this page, in place of what it had."""
        live = self._desk.running()
        page = live.presentation.page.id
        try:
            quiz = live.quiz.scored(page, team, points)
        except ValueError as error:
            raise UserError("没有这一组。请先在“现场”设置里分组。") from error
        given = quiz.of_page(page)[team]
        after = replace(live, quiz=quiz)
        payload = {"page": page, "team": team, "points": given}
        with self._desk.journal.record("meeting.scored", live.meeting.id, payload):
            self._desk.stage.put(after)
        self._desk.live = after
        self._desk.bus.publish(TeamScored(live.meeting.id, page, team, given))
        return after
