"""What can happen next, as one table: each step with who may take it, when, and what it does.

The table drives the buttons of the case page and the checks before a step. A step that cannot be
taken says why, in the user's words.
"""

from dataclasses import dataclass

from accounts.models import User
from stages.situation import Situation
from stages.steps import (
    advocacy,
    afterwards,
    answering,
    before,
    behaviour,
    deciding,
    eligibility,
    ending,
    investigating,
    joint,
    mediation,
    ombudsman,
    parts,
    people,
    proceedings,
    providing,
    recording,
    requesting,
    safeguarding,
    timing,
)
from stages.steps.step import Step

__all__ = ["BY_KEY", "GROUPS", "STEPS", "Group", "Step", "steps_of"]


@dataclass(frozen=True)
class Group:
    """Steps that belong together, as a page heads them."""

    label: str
    steps: tuple[Step, ...]


GROUPS = (
    Group("Before stage 1", before.STEPS),
    Group("The answer", answering.STEPS),
    Group("Time", timing.STEPS),
    Group("Investigation and panel", investigating.STEPS),
    Group("Contracted provider", providing.STEPS),
    Group("Requests to services", requesting.STEPS),
    Group("Decisions", deciding.STEPS),
    Group("Eligibility and requests", eligibility.STEPS),
    Group("Safeguarding", safeguarding.STEPS),
    Group("A mixed complaint", parts.STEPS),
    Group("Joint work with the NHS", joint.STEPS),
    Group("Court and other proceedings", proceedings.STEPS),
    Group("The file", recording.STEPS),
    Group("Mediation", mediation.STEPS),
    Group("Advocacy", advocacy.STEPS),
    Group("The Ombudsman", ombudsman.STEPS),
    Group("Unacceptable behaviour", behaviour.STEPS),
    Group("People", people.STEPS),
    Group("The end", ending.STEPS),
    Group("After closing", afterwards.STEPS),
)
STEPS = tuple(step for group in GROUPS for step in group.steps)
BY_KEY = {step.key: step for step in STEPS}


def steps_of(situation: Situation, user: User) -> list[tuple[Step, str]]:
    """Every step that could ever apply to this stage, with why it cannot be taken now ("" if it
    can)."""
    return [(step, step.why_not(situation, user)) for step in STEPS]
