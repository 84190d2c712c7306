"""What investigators, independent persons and panels cost: fees and expenses apart."""

from dataclasses import replace

from django.db.models import Sum

from reporting.any_table.standard.made import of_areas
from reporting.any_table.standard.sections import AFTER
from reporting.beside import Beside
from reporting.counted import APPOINTMENTS, SEATS, Counted
from stages.models import Appointment

Role = Appointment.Role


def _as(role: Role, words: str) -> Counted:
    return replace(
        APPOINTMENTS,
        key=f"appointments-{role}",
        many=words,
        words=f"{words}, by the day of their appointment",
        rows=lambda: APPOINTMENTS.rows().filter(role=role),
    )


WHO = (
    ("investigating officers", _as(Role.INVESTIGATING_OFFICER, "investigating officers")),
    ("independent persons", _as(Role.INDEPENDENT_PERSON, "independent persons")),
    ("panels", SEATS),
)
COSTS = Beside(
    key="costs_of_investigations",
    title="Fees and expenses of investigators, independent persons and panels",
    section=AFTER,
    parts=tuple(
        (
            f"{label}: {column}s" if column == "fee" else f"{label}: {column}",
            of_areas(
                f"costs-{counted.key}-{column}",
                counted,
                measure=lambda column=column: Sum(column),
                kind="pounds",
            ),
        )
        for label, counted in WHO
        for column in ("fee", "expenses")
    ),
    definition="Of stages 2 and 3. Pounds and pence, by the day somebody was appointed.",
)
