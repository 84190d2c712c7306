"""Tasks: what must be done by a day beside the time limits of a stage."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked
from cases.models import Case, ContactRestriction, Decision
from messages_out.models import Message

from .stage import Stage

CASE_HAS_ENDED = "The case has ended"


class TaskQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        tasks = self.filter(case__in=Case.objects.visible_to(user))
        if user.may(Permission.DECIDE):
            return tasks
        return tasks.filter(for_deciders=False)

    def open(self):
        return self.filter(done_on=None, dropped_on=None)

    def finish_all(self, *, on: date, evidence: str) -> None:
        """What these ask for was recorded: part of the action that recorded it."""
        self.open().update(done_on=on, evidence=evidence)

    def give_up(self, *, on: date, why: str) -> None:
        """These are no longer needed: part of the action that made them so."""
        self.open().update(dropped_on=on, dropped_because=why)

    def shown_on(self, day: date):
        """Without those whose time is still far ahead."""
        return self.filter(Q(shown_from=None) | Q(shown_from__lte=day))

    def end_with_their_case(self, *, on: date) -> None:
        """What ends with a case is no longer to be done: part of the action that ends it."""
        self.filter(outlives_the_case=False).give_up(on=on, why=CASE_HAS_ENDED)

    def take_up_again(self) -> None:
        """What was dropped as the case ended is to be done again."""
        self.filter(dropped_because=CASE_HAS_ENDED).update(dropped_on=None, dropped_because="")


@tracked
class Task(models.Model):
    """Something to do on a case by a day. It ends done, or dropped with the reason.

    ``owner`` is empty where it is for whoever holds the case. ``for_deciders`` keeps it from all
    but complaints managers: it says something that an officer may not know.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Reminder"
        PAYMENT = "payment", "Payment"
        REMEDY = "remedy", "Remedy"
        PROVIDER = "provider", "Chase the provider"
        OMBUDSMAN_ANSWER = "ombudsman_answer", "Answer to the Ombudsman"
        OMBUDSMAN_DRAFT = "ombudsman_draft", "Ombudsman's draft decision"
        OMBUDSMAN_REMEDY = "ombudsman_remedy", "Agreed with the Ombudsman"
        OMBUDSMAN_REPORT = "ombudsman_report", "Ombudsman's public report"
        OMBUDSMAN_SENT_BACK = "ombudsman_sent_back", "Sent back by the Ombudsman"
        RESTRICTION_REVIEW = "restriction_review", "Restriction of contact"
        RESTRICTION_TELL = "restriction_tell", "Restriction to be told"
        RESTRICTION_APPEAL = "restriction_appeal", "Appeal against a restriction"
        DECISION = "decision", "Decision to be made"
        TELL = "tell", "Somebody to be told"
        SAFEGUARDING = "safeguarding", "Safeguarding"
        DRAFT = "draft", "Draft answer"
        LEARNING = "learning", "Learning form"
        NEW_DATE = "new_date", "New date to be told"
        UPDATE = "update", "Update to the complainant"
        TERMS = "terms", "Terms to be confirmed"
        LONG_STOP = "long_stop", "Long stop missed"
        CHASE_STATEMENT = "chase_statement", "Ask again about the statement"
        JOINT = "joint", "Joint work with the NHS"
        PROCEEDINGS = "proceedings", "Review of proceedings"
        SPLIT = "split", "Part to be split off"
        MEDIATION_OFFER = "mediation_offer", "Mediation offered"
        MEDIATION = "mediation", "Mediation"
        RIGHT_TO_GO_ON = "right_to_go_on", "Right to go on"
        ADVOCACY = "advocacy", "Advocacy"
        ADVOCACY_REFERRAL = "advocacy_referral", "Referral to advocacy"
        ADVOCATE = "advocate", "Advocate"
        ASK_AFTERWARDS = "ask_afterwards", "Ask after closing"
        RESTRICTED_MATCH = "restricted_match", "Earlier restricted case"
        SERVICE_REQUEST = "service_request", "Request to a service"
        LETTER_TO_VET = "letter_to_vet", "Letter to be vetted"
        LETTER_TO_CLEAR = "letter_to_clear", "Letter to be signed off or signed"
        LETTER_BACK = "letter_back", "Letter back with its author"
        LETTER_TO_SEND = "letter_to_send", "Letter to be sent"
        MESSAGE = "message", "E-mail that did not arrive"

    case = models.ForeignKey(Case, models.PROTECT, related_name="tasks")
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="tasks")
    kind = models.CharField(max_length=30, choices=Kind, default=Kind.REMINDER)
    what = models.CharField("what is to be done", max_length=300)
    due_on = models.DateField("due")
    counted_from = models.DateField(
        "counted in working days from",
        null=True,
        blank=True,
        help_text="Empty where its day was named, or is that of a deadline",
    )
    shown_from = models.DateField(
        null=True, blank=True, help_text="The first day on a desk; empty where it is there at once"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    restriction = models.ForeignKey(
        ContactRestriction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        help_text="The restriction that it is about",
    )
    message = models.ForeignKey(
        Message,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        help_text="The e-mail that did not arrive",
    )
    for_deciders = models.BooleanField(default=False)
    outlives_the_case = models.BooleanField(
        default=False, help_text="It is still to be done when the case has been closed"
    )
    needs_evidence = models.BooleanField(
        default=False, help_text="It counts as done only with what shows it"
    )
    confirmed_on = models.DateField(
        "taken on by its owner", null=True, blank=True, help_text="The owner said: I will do it"
    )
    evidence_goes_to = models.CharField(
        max_length=100, blank=True, help_text="To whom what shows it must be sent before it is done"
    )
    evidence_sent_on = models.DateField("evidence sent", null=True, blank=True)
    done_on = models.DateField("done", null=True, blank=True)
    evidence = models.TextField("what was done, and what shows it", blank=True)
    dropped_on = models.DateField("no longer needed", null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)
    decision_kind = models.CharField(
        "which decision is to be made", max_length=30, choices=Decision.Kind, blank=True
    )
    decision = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tasks",
        help_text="The decision that somebody is to be told",
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["due_on"],
                name="task_open",
                condition=Q(done_on=None, dropped_on=None),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="task_ends_once",
                condition=Q(done_on=None) | Q(dropped_on=None),
                violation_error_message="A task is either done or no longer needed.",
            ),
            models.CheckConstraint(
                name="task_dropped_with_a_reason",
                condition=Q(dropped_on=None) | ~Q(dropped_because=""),
                violation_error_message="Say why it is no longer needed.",
            ),
            models.CheckConstraint(
                name="task_done_with_evidence",
                condition=Q(needs_evidence=False) | Q(done_on=None) | ~Q(evidence=""),
                violation_error_message="Say what shows that it was done.",
            ),
            models.CheckConstraint(
                name="task_done_once_its_evidence_was_sent",
                condition=Q(evidence_goes_to="")
                | Q(done_on=None)
                | Q(evidence_sent_on__isnull=False),
                violation_error_message="Enter the date on which the evidence was sent.",
            ),
            models.CheckConstraint(
                name="task_confirmed_by_its_owner",
                condition=Q(confirmed_on=None) | Q(owner__isnull=False),
                violation_error_message="Only a task that has an owner is taken on.",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.dropped_on is None

    def is_shown_on(self, day: date) -> bool:
        """Still to be done, and its time not far ahead."""
        return self.is_open and (self.shown_from is None or self.shown_from <= day)

    @property
    def ends_with_its_step(self) -> bool:
        """Nobody can tick it off or drop it: what it asks for has to be recorded."""
        if self.kind == self.Kind.DECISION:
            return self.decision_kind == Decision.Kind.LATE_REQUEST
        return self.kind in END_WITH_THEIR_STEP

    def is_late(self, *, on: date) -> bool:
        return self.is_open and on > self.due_on

    @property
    def was_late(self) -> bool:
        """Done, but after its day: what must be sent counts as done when it was sent."""
        return bool(self.done_on) and (self.evidence_sent_on or self.done_on) > self.due_on


# What these ask for is a fact of its own, and is recorded as one
END_WITH_THEIR_STEP = {
    Task.Kind.SAFEGUARDING,
    Task.Kind.MEDIATION_OFFER,
    Task.Kind.MEDIATION,
    Task.Kind.RIGHT_TO_GO_ON,
    Task.Kind.ADVOCACY,
    Task.Kind.ADVOCACY_REFERRAL,
    Task.Kind.ADVOCATE,
    Task.Kind.SERVICE_REQUEST,
    Task.Kind.LETTER_TO_VET,
    Task.Kind.LETTER_TO_CLEAR,
    Task.Kind.LETTER_BACK,
    Task.Kind.LETTER_TO_SEND,
    Task.Kind.MESSAGE,
}
