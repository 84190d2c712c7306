"""What goes with a made complaint: its people, notes, equalities, money, lessons, Ombudsman.

And what stands without one: compliments, other contacts, mediations and referrals to advocacy.
"""

import random
from datetime import date, timedelta

from complaints_site.invented import wording
from complaints_site.invented.complaint import Complaint
from complaints_site.invented.office import Area
from complaints_site.invented.sheets import Sheets

PAYMENTS = ["Compensation", "Compensation for distress", "Compensation for time and trouble"]
PAYMENTS += ["Reimbursement", "Loss of service"]
CONTACTS = ["members' enquiry", "MP enquiry", "professional complaint", "service request"]
ADVOCACY = ["resolved without complaint"] * 3 + ["became a complaint", "declined"]
RELATIONS = ["mother", "father", "grandparent", "partner", "neighbour", "self"]
NO_POST = "no post"
COMES_BACK = 0.12
A_DAY = timedelta(days=1)


class People:
    """Those who complain. Some come back: they are the same person in each of their cases."""

    def __init__(self, chosen: random.Random):
        self.chosen = chosen
        self.number = 0
        self.seen: list[dict] = []

    def somebody(self) -> dict:
        if self.seen and self.chosen.random() < COMES_BACK:
            return self.chosen.choice(self.seen)
        chosen = self.chosen
        self.number += 1
        name = wording.name(chosen)
        person = {
            "name": name,
            "email": wording.email(name, self.number),
            "telephone": wording.telephone(chosen),
            "address": wording.address(chosen),
        }
        if chosen.random() < 0.03:
            person["contact_rule"] = NO_POST
        self.seen.append(person)
        return person

    def of(self, complaint: Complaint) -> None:
        chosen, reference = self.chosen, complaint.reference
        add = complaint.sheets.add
        told = {"reference": reference, "relation": chosen.choice(RELATIONS)}
        add("people", role="complainant", **told, **self.somebody())
        if complaint.area.directorate in ("Children's Services", "Adults' Services"):
            self.number += 1
            number = f"CSN-{self.number:07}"
            user = {"name": wording.name(chosen), "care_system_number": number}
            add("people", reference=reference, role="service user", **user)
        if complaint.happens(0.06):
            evidence = {"authority_evidence": "Letter of authority seen"}
            person = self.somebody()
            add("people", reference=reference, role="representative", **evidence, **person)


def put_equalities(complaint: Complaint) -> None:
    chosen, answers = complaint.chosen, complaint.office.answers
    if complaint.happens(0.6):
        complaint.line |= {question: chosen.choice(answers[question]) for question in answers}
    if complaint.happens(0.3):
        for question in ("gender", "ethnicity"):
            complaint.line[f"complainant_{question}"] = chosen.choice(answers[question])


def put_notes(complaint: Complaint) -> None:
    for _ in range(complaint.chosen.choice([0, 1, 1, 2, 3])):
        on = complaint.received_on + A_DAY * complaint.chosen.randrange(1, 40)
        if complaint.sheets.has_happened(on):
            text = complaint.chosen.choice(wording.NOTED)
            note = {"on": on, "by": "Complaints team", "text": text}
            complaint.sheets.add("notes", reference=complaint.reference, **note)


def put_remedies(complaint: Complaint) -> None:
    """Payments and lessons of a complaint that was answered."""
    last = max((on for on in complaint.line.values() if isinstance(on, date)), default=None)
    if "stage1_responded_on" not in complaint.line:
        return
    chosen, reference, area = complaint.chosen, complaint.reference, complaint.area.name
    stage = complaint.line["stage_reached"]
    if complaint.happens(0.04):
        paid_on = last + A_DAY * chosen.randrange(5, 60)
        told = {"service_area": area, "stage": stage, "kind": chosen.choice(PAYMENTS)}
        told |= {"amount": f"{chosen.randrange(2_500, 200_000) / 100:.2f}", "offered_on": last}
        if complaint.sheets.has_happened(paid_on):
            told["paid_on"] = paid_on
        complaint.sheets.add("payments", reference=reference, **told)
    if complaint.happens(0.05):
        due_on, done_on = last + A_DAY * 90, last + A_DAY * chosen.randrange(20, 150)
        told = {"raised_on": last, "service_area": area, "text": chosen.choice(wording.LESSONS)}
        told |= {"lead": "Service manager", "due_on": due_on}
        if complaint.sheets.has_happened(done_on):
            told |= {"done_on": done_on, "evidence": "Note to the team."}
        complaint.sheets.add("lessons", reference=reference, **told)


def put_ombudsman(complaint: Complaint) -> None:
    """A few go to the Ombudsman, some while the council's own stages are open to them."""
    closed_on = complaint.line.get("closed_on")
    if not closed_on or not complaint.happens(0.02):
        return
    asked_on = closed_on + A_DAY * complaint.chosen.randrange(5, 120)
    if complaint.put("ombudsman_received_on", asked_on):
        decided_on = asked_on + A_DAY * complaint.chosen.randrange(20, 200)
        if complaint.put("ombudsman_decided_on", decided_on):
            decision = complaint.chosen.choice(complaint.office.decisions)
            complaint.line["ombudsman_decision"] = decision


def put_caseless(day: date, area: Area, chosen: random.Random, sheets: Sheets) -> None:
    """What comes about as often as complaints, and is none."""
    where = {"directorate": area.directorate, "service_area": area.name}
    if chosen.random() < 0.3:
        said = {"from": wording.name(chosen), "text": "Thank you for the help you gave us."}
        sheets.add("compliments", received_on=day, **where, **said)
    if chosen.random() < 0.25:
        closed_on = day + A_DAY * chosen.randrange(1, 15)
        closed = {"closed_on": closed_on} if sheets.has_happened(closed_on) else {}
        sheets.add("contacts", received_on=day, kind=chosen.choice(CONTACTS), **where, **closed)
    if chosen.random() < 0.02:
        told = {"service_area": area.name, "referred_on": day, "provider": "Sample Voices Advocacy"}
        sheets.add("advocacy_referrals", outcome=ADVOCACY[day.day % len(ADVOCACY)], **told)
