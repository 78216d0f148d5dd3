"""How a session was run last is offered before the next one."""

import json

import pytest

from app.domain.presenter_options import PresenterOptions
from app.services.presenter_choices import KEY
from app.storage.setting_store import SettingStore


def test_before_the_first_session_nobody_is_picked_and_no_name_is_shown(services):
    first = services.presenter_choices.get()
    assert first == PresenterOptions()
    assert not (first.picking or first.teams or first.show_present or first.show_names)


def test_what_was_chosen_is_there_again(services):
    chosen = PresenterOptions("dark", reveal_first=False, notes_size=24, picking=True, show_names=True)
    services.presenter_choices.keep(chosen)
    assert services.presenter_choices.get() == chosen


@pytest.mark.parametrize("kept", ["", "[]", '{"theme": 3}', '{"theme": "pink"}', '{"notes_size": 900}'])
def test_what_cannot_be_read_is_as_if_nothing_was_kept(services, kept):
    SettingStore(services._connection).put(KEY, kept)
    assert services.presenter_choices.get() == PresenterOptions()


def test_a_newer_version_may_know_more(services):
    SettingStore(services._connection).put(KEY, json.dumps({"theme": "dark", "later": 1}))
    assert services.presenter_choices.get().theme == "dark"
