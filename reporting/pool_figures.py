"""The figures of who was appointed: how long until their report, and what they cost."""

from django.db.models import DecimalField, F, Q, Sum, Value
from django.db.models.functions import Coalesce

from reporting import sections
from reporting.counted import APPOINTMENTS, SEATS, Counted
from reporting.days import working_days_between
from reporting.figures import Counting, Declared, average
from stages.models import Appointment

Role = Appointment.Role
POUNDS = DecimalField(max_digits=12, decimal_places=2)
WITH_COSTS = Q(fee__isnull=False) | Q(expenses__isnull=False)


def _fee_and_expenses(where: Q) -> Sum:
    parts = [Coalesce(F(name), Value(0), output_field=POUNDS) for name in ("fee", "expenses")]
    return Sum(parts[0] + parts[1], filter=where, output_field=POUNDS)


def _appointed(key: str, label: str, role: Role) -> Counting:
    return Counting(key, label, sections.STAGE_2, APPOINTMENTS, where=lambda scope: Q(role=role))


def _days_to_report(key: str, label: str, role: Role, report: str) -> Counting:
    path = f"stage__{report}"
    return Counting(
        key,
        label,
        sections.STAGE_2,
        APPOINTMENTS,
        where=lambda scope: Q(role=role, ended_on=None, **{f"{path}__isnull": False}),
        measure=average(
            lambda: working_days_between("appointed_on", path, "stage__definition__procedure")
        ),
        kind="days",
    )


def _cost(key: str, label: str, section: str, counted: Counted, where: Q) -> Counting:
    return Counting(
        key,
        label,
        section,
        counted,
        where=lambda scope: where & WITH_COSTS,
        measure=_fee_and_expenses,
        kind="pounds",
    )


POOL_FIGURES: list[Declared] = [
    _appointed(
        "stage2.investigators_appointed",
        "Investigating officers appointed",
        Role.INVESTIGATING_OFFICER,
    ),
    _days_to_report(
        "stage2.investigator_days_to_report",
        "Working days from the appointment to the investigating officer's report, on average",
        Role.INVESTIGATING_OFFICER,
        "investigation_report_on",
    ),
    _cost(
        "stage2.investigators_cost",
        "Fees and expenses of investigating officers",
        sections.STAGE_2,
        APPOINTMENTS,
        Q(role=Role.INVESTIGATING_OFFICER),
    ),
    _appointed(
        "stage2.independent_persons_appointed",
        "Independent persons appointed",
        Role.INDEPENDENT_PERSON,
    ),
    _days_to_report(
        "stage2.independent_person_days_to_report",
        "Working days from the appointment to the independent person's report, on average",
        Role.INDEPENDENT_PERSON,
        "independent_person_report_on",
    ),
    _cost(
        "stage2.independent_persons_cost",
        "Fees and expenses of independent persons",
        sections.STAGE_2,
        APPOINTMENTS,
        Q(role=Role.INDEPENDENT_PERSON),
    ),
    Counting("stage3.panellists_appointed", "Panellists appointed", sections.STAGE_3, SEATS),
    _cost(
        "stage3.panellists_cost", "Fees and expenses of panellists", sections.STAGE_3, SEATS, Q()
    ),
]
