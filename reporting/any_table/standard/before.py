"""Concerns before stage 1: counted and timed apart, never mixed into stage 1."""

from dataclasses import replace

from reporting.any_table.standard.made import asked, of_areas
from reporting.any_table.standard.sections import BEFORE
from reporting.beside import Beside
from reporting.waiting import BECAME_A_COMPLAINT, CONCERNS, SETTLED

KEY = "before_stage_1_times"


def _ended(key: str, words: str, condition):
    return replace(
        CONCERNS,
        key=f"concerns-{key}",
        words=f"{CONCERNS.words}; of these, {words}",
        rows=lambda: CONCERNS.rows().filter(condition),
    )


def _days(measure: str):
    return asked(
        f"{KEY}-{measure}",
        count="concerns",
        rows="service-area",
        measure=f"working-days-{measure}",
    )


BEFORE_STAGE_1 = Beside(
    key=KEY,
    title="Before stage 1: how many, and how long it took to settle them",
    section=BEFORE,
    parts=(
        ("begun", of_areas(f"{KEY}-begun", CONCERNS)),
        ("settled", of_areas(f"{KEY}-settled", _ended("settled", "those settled", SETTLED))),
        (
            "became a complaint",
            of_areas(
                f"{KEY}-complaints",
                _ended("complaints", "those that became a complaint", BECAME_A_COMPLAINT),
            ),
        ),
        ("mean, working days", _days("mean")),
        ("median, working days", _days("median")),
        ("90th percentile, working days", _days("p90")),
        ("longest, working days", _days("longest")),
    ),
)
