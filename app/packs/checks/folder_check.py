"""All checks that need more than one file, or a whole case; one family's own fault costs only that family."""

import logging
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from app.domain.problem import Problem
from app.packs.checks.bank import check_bank
from app.packs.checks.case_dates import check_case_dates
from app.packs.checks.case_links import check_case_links
from app.packs.checks.case_outcome import check_case_outcome
from app.packs.checks.case_people import check_case_people
from app.packs.checks.copied_text import check_copied_text
from app.packs.checks.duplicates import check_duplicates
from app.packs.checks.force import check_clause_force, check_renumberings, check_versions
from app.packs.checks.lookup import Lookup
from app.packs.checks.papers import check_papers
from app.packs.checks.place_names import check_place_names
from app.packs.checks.questions import check_question_links, check_quiz_files
from app.packs.checks.speaker_notes import check_speaker_notes
from app.packs.checks.thresholds import check_thresholds
from app.packs.entry import Folder

Check = Callable[[Folder, Lookup], Iterable[Problem]]

log = logging.getLogger(__name__)


def check_folder(folder: Folder, today: date) -> list[Problem]:
    lookup = Lookup(folder)
    families: tuple[Check, ...] = (
        check_duplicates,
        check_versions,
        check_renumberings,
        check_case_links,
        check_case_dates,
        check_case_people,
        check_case_outcome,
        check_thresholds,
        check_place_names,
        check_copied_text,
        partial(check_clause_force, today=today),
        check_speaker_notes,
        check_quiz_files,
        check_question_links,
        check_bank,
        check_papers,
    )
    found: list[Problem] = []
    for family in families:
        try:
            found.extend(family(folder, lookup))
        except Exception as error:
            log.exception("checking the content")
            found.append(Problem(".", 0, f"有一类检查没有做完（{type(error).__name__}）", "先改正其他问题，再检查一次"))
    return found
