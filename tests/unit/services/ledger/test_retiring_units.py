"""A unit that still leads open issues is not retired: nobody would report them any more."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from tests.unit.ledgers import text


def retired(office, place=0):
    return replace(office.ledger.unit(office.units[place]), retired=True)


def test_it_is_refused_with_how_many_and_which(office):
    office.add()
    office.add(confirmed=False)
    office.add(unit=1)
    with pytest.raises(UserError, match=r"社会救助股还牵头 2 个未销号问题（第 1、2 号）"):
        office.ledger.change_unit(retired(office))
    assert not office.ledger.unit(office.units[0]).retired


def test_it_goes_once_they_are_void_or_led_by_another_unit_or_their_campaign_is_over(office):
    first, second = office.add(), office.add()
    office.issues.void(first, "重复登记")
    issue = office.issues.get(second)
    office.issues.edit(second, text(office.units[1]), issue.version)
    office.ledger.change_unit(retired(office))
    with pytest.raises(UserError, match="第 2 号"):
        office.ledger.change_unit(retired(office, 1))
    office.ledger.retire_campaign(office.campaign)
    office.ledger.change_unit(retired(office, 1))


def test_of_a_unit_that_is_retired_already_the_rest_may_still_be_changed(office):
    office.ledger.change_unit(retired(office))
    office.add()  # as it was before such were refused
    office.ledger.change_unit(replace(retired(office), head="赵某"))
    assert office.ledger.unit(office.units[0]).head == "赵某"
