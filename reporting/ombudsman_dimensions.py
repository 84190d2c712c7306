"""Remedies agreed with the Ombudsman and its requests, by whether they were met in time."""

from dataclasses import dataclass

from django.db.models import Case, CharField, F, Q, Value, When
from django.utils.timezone import localdate

from reporting.dimensions import Dimension, heading


@dataclass(frozen=True)
class Standing(Dimension):
    """In what state something that falls due is; each state is found by the first that fits."""

    states: tuple[tuple[str, str], ...]

    def conditions(self) -> list[Q]:
        """One for each state but the last, which all others are in."""
        raise NotImplementedError

    def groups(self, counted, scope):
        whens = [
            When(condition, then=Value(key))
            for condition, (key, _) in zip(self.conditions(), self.states, strict=False)
        ]
        last, _ = self.states[-1]
        return {"standing": Case(*whens, default=Value(last), output_field=CharField())}

    def headings(self, scope, found):
        return [heading(key, label, key) for key, label in self.states]


class OfRemedies(Standing):
    def conditions(self):
        return [
            Q(task__dropped_on__isnull=False),
            Q(task__done_on__isnull=False, task__evidence_sent_on__lte=F("task__due_on")),
            Q(task__done_on__isnull=False),
            Q(task__due_on__lt=localdate()),
        ]


class OfRequests(Standing):
    def conditions(self):
        decided = Q(enquiry__decided_on__isnull=False) | Q(enquiry__decision__isnull=False)
        return [
            Q(answered_on__lte=F("answer_due_on")),
            Q(answered_on__isnull=False),
            decided,
            Q(answer_due_on__lt=localdate()),
        ]


OF_REMEDIES = OfRemedies(
    (
        ("dropped", "No longer needed"),
        ("on-time", "Done on time"),
        ("done-late", "Done late"),
        ("late", "Late, not done"),
        ("to-do", "Not yet due"),
    )
)
