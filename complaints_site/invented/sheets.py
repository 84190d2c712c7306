"""The sheets of a made case log, written line by line."""

import csv
from contextlib import ExitStack
from datetime import date
from pathlib import Path

CASE_LOG = (
    "reference kind received_on made_on acknowledged_on procedure directorate service_area "
    "nature_of_complaint issues complainant_type channel passed_on_by owner logs summary "
    "historical stage_reached stage1_extended stage1_responded_on stage1_outcome "
    "stage2_requested_on stage2_started_on stage2_extended stage2_responded_on stage2_outcome "
    "stage2_nature stage3_requested_on stage3_panel_on stage3_report_on stage3_responded_on "
    "stage3_outcome ombudsman_received_on ombudsman_decided_on ombudsman_decision withdrawn_on "
    "closed_on close_reason joint_body gender ethnicity disability age_band religion "
    "sexual_orientation complainant_gender complainant_ethnicity"
)
COLUMNS = {
    "case_log": CASE_LOG,
    "log_entries": "reference log received_on service_area nature_of_complaint",
    "people": (
        "reference role name relation care_system_number email telephone address contact_rule "
        "authority_evidence"
    ),
    "points": (
        "reference number text nature primary stage investigator_finding adjudication_finding "
        "panel_finding"
    ),
    "stage_dates": "reference stage event on",
    "extensions": "reference stage from_due_on to_due_on reason told_on",
    "holds": "reference stage from_on to_on reason told_on",
    "decisions": "reference kind decided_on decision reason",
    "notes": "reference on by text",
    "mediations": "reference service_area offered_on held_on stage_avoided outcome",
    "payments": "reference service_area stage kind amount offered_on accepted_on paid_on",
    "lessons": ("reference raised_on service_area text lead due_on done_on evidence recurring"),
    "advocacy_referrals": "reference service_area referred_on provider outcome",
    "compliments": "received_on directorate service_area from text",
    "contacts": "received_on kind directorate service_area closed_on",
}


class Sheets:
    """``sheets.add("notes", reference=…, on=…)`` writes a line; what is not given stays empty.

    What lies after ``last`` has not happened yet when the log is made: see :meth:`has_happened`.
    """

    def __init__(self, folder: Path, last: date):
        self.folder, self.last = folder, last
        self.files = ExitStack()

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.columns = {name: columns.split() for name, columns in COLUMNS.items()}
        self.writers = {name: self._open(name) for name in COLUMNS}
        return self

    def __exit__(self, *error):
        return self.files.__exit__(*error)

    def _open(self, name: str):
        path = self.folder / f"{name}.csv"
        file = self.files.enter_context(path.open("w", encoding="utf-8", newline=""))
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(self.columns[name])
        return writer

    def add(self, sheet: str, **told) -> None:
        self.writers[sheet].writerow([told.pop(column, "") for column in self.columns[sheet]])
        if told:
            raise TypeError(f"The sheet {sheet} has no column {', '.join(told)}.")

    def has_happened(self, day: date | None) -> bool:
        return day is not None and day <= self.last
