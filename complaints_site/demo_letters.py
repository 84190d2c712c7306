"""Letters of the demonstration, one in each state, on cases that are being answered."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.timezone import now

from accounts.models import User
from cases.actions.people import correct_person
from cases.models import Assignment, Case, CasePerson
from letters.actions.sending import record_sent_outside, send
from letters.actions.vetting import approve, comment, send_back
from letters.actions.writing import drop_letter, start_letter, submit
from letters.kinds import Kind
from letters.models import Letter, LetterTemplate
from stages.findings import Found
from stages.models import How, Outcome, Stage
from stages.situation import Situation

WRITTEN_BY, VETTED_BY = "officer@example.org", "manager@example.org"
REASONS = {
    Outcome.UPHELD: "The record shows that it was not done, and nobody told you why.",
    Outcome.NOT_UPHELD: "We read the record of those weeks and it was done as it should be.",
}


def load(*, today: date) -> int:
    """Write them; how many. None where there are any."""
    if Letter.objects.exists():
        return 0
    cases = list(answered_now()[:4])
    if len(cases) < 4:
        return 0
    by, vetter = (User.objects.get(email=email) for email in (WRITTEN_BY, VETTED_BY))
    for number, case in enumerate(cases, 1):
        address = f"{number} Sample Lane, Example Town, EX1 {number}XX"
        correct_person(case.letters_go_to(), address=address, by=by)
    response(cases[0], by)
    submit(response(cases[1], by), now=now(), by=by)
    returned = response(cases[2], by)
    submit(returned, now=now(), by=by)
    comment(returned, paragraph=4, text="Say which visits, and on which days.", by=vetter)
    send_back(returned, reason="Name the visits. The rest is good.", now=now(), by=vetter)
    approved = response(cases[3], by)
    submit(approved, now=now(), by=by)
    approve(approved, ticked=[], not_found=[], now=now(), by=vetter)
    send(draft(Situation(cases[0]), Kind.UPDATE, by), on=today, how=How.LETTER, by=by)
    drop_letter(draft(Situation(cases[1]), Kind.UPDATE, by), why="They were called instead", by=by)
    stage = Situation(cases[2]).stage
    outside = {"kind": Kind.ACKNOWLEDGEMENT, "on": cases[2].received_on, "how": How.LETTER}
    record_sent_outside(cases[2], stage=stage, sender="The duty manager", by=by, **outside)
    return Letter.objects.count()


def answered_now():
    """Open cases of children at stage 1 that somebody holds, and whose complainant is named."""
    stages = Stage.objects.filter(case=OuterRef("pk"))
    complains = CasePerson.objects.filter(case=OuterRef("pk"), role="complainant")
    holds = Assignment.objects.filter(case=OuterRef("pk"), capacity="owner", until=None)
    answered = stages.filter(responded_on__isnull=False) | stages.exclude(number=1)
    found = (
        Case.objects.open()
        .whole()
        .filter(
            Exists(stages.filter(number=1, begun_on__isnull=False)),
            ~Exists(answered),
            Exists(complains),
            Exists(holds),
            route__procedure__code="children",
            anonymous=False,
            restricted=False,
            identity_withheld=False,
            points__isnull=False,
        )
    )
    return found.select_related("route__procedure").distinct().order_by("pk")


def response(case: Case, by: User) -> Letter:
    """Every second point is upheld."""
    situation, outcomes = Situation(case), [Outcome.UPHELD, Outcome.NOT_UPHELD]
    points = case.points.at_stage(1)
    found = {
        point: Found(outcomes[n % 2], REASONS[outcomes[n % 2]]) for n, point in enumerate(points)
    }
    return draft(situation, Kind.STAGE_1, by, findings=found)


def draft(situation: Situation, kind: str, by: User, **more) -> Letter:
    template = LetterTemplate.objects.in_use().get(kind=kind, for_child=False)
    to = situation.case.letters_go_to()
    return start_letter(situation, template, to=to, by=by, **more)
