"""Contacts, papers and changes: notes, calls, meetings, e-mails, documents, what was put right.

The detail of a contact or a paper is all that is asked of it, as JSON. How much of it a reader is
shown depends on who they are (:class:`Reader`).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cases.models import Case, Note
from complaints_site.timeline.happening import CHANGES, DOCUMENTS, NOTES, Happening
from stages.working_calendar import in_words

# Acts that changed the case, and stand on the timeline by no date of their own
ACTS = (
    "add_people",
    "add_person",
    "add_point",
    "allocate",
    "assign",
    "change_point",
    "change_service_area",
    "complete_record",
    "correct_date",
    "correct_person",
    "hold",
    "link",
    "override_outcome",
    "reopen",
    "restrict",
    "resume",
    "tell_identity",
    "undo_last",
    "withhold_identity",
)
ROWS_OF_NOTES = """
    SELECT 'contact', note.on, coalesce(writer.full_name, note.by_name),
           json_build_object('key', note.id, 'how', note.how, 'at', to_char(note.at, 'HH24:MI'),
               'with', note.said_by, 'corrects', corrected.on, 'corrected', later.on,
               'gone', remover.full_name,
               'moved', note.moved_to_id IS NOT NULL, 'why', note.taken_out_because,
               'papers', coalesce(papers.listed, '[]'))::text,
           note.text
    FROM cases_note note
    LEFT JOIN accounts_user writer ON writer.id = note.by_id
    LEFT JOIN accounts_user remover ON remover.id = note.taken_out_by_id
    LEFT JOIN cases_note corrected ON corrected.id = note.corrects_id
    LEFT JOIN LATERAL (
        SELECT max(correction.on) AS on FROM cases_note correction
        WHERE correction.corrects_id = note.id AND correction.taken_out_at IS NULL) later ON true
    LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(paper.id, paper.name) ORDER BY paper.id) AS listed
        FROM documents_document paper
        WHERE paper.note_id = note.id AND paper.taken_out_at IS NULL) papers ON true
    WHERE note.case_id = %(case)s
    """
ROWS_OF_PAPERS = """
    SELECT 'paper', paper.dated_on, coalesce(filer.full_name, ''),
           json_build_object('key', paper.id, 'kind', kind.name, 'gone', remover.full_name,
               'moved', paper.moved_to_id IS NOT NULL, 'why', paper.taken_out_because)::text,
           paper.name
    FROM documents_document paper
    JOIN documents_documentkind kind ON kind.id = paper.kind_id
    LEFT JOIN accounts_user filer ON filer.id = paper.filed_by_id
    LEFT JOIN accounts_user remover ON remover.id = paper.taken_out_by_id
    WHERE paper.case_id = %(case)s AND paper.note_id IS NULL
    """
ROWS_OF_CHANGES = f"""
    SELECT 'change', (event.at AT TIME ZONE 'Europe/London')::date,
           coalesce(writer.full_name, ''), '', event.sentence
    FROM accounts_event event
    JOIN pghistory_context context ON context.id = event.context_id
    LEFT JOIN accounts_user writer ON writer.id = event.by_id
    WHERE event.about_model = 'cases.case' AND event.about_id = %(case)s
      AND context.metadata ->> 'action' IN ({", ".join(f"'{act}'" for act in ACTS)})
    """  # noqa: S608 – what is put in is written above
KINDS = {"contact", "paper", "change"}
ROWS = [ROWS_OF_NOTES, ROWS_OF_PAPERS, ROWS_OF_CHANGES]
WITHHELD = "Withheld: who complains is not told to the service."
BESIDE = {Note.How.NOTE: "said by", Note.How.EMAIL: "from", Note.How.LETTER: "from or to"}


@dataclass(frozen=True)
class Reader:
    """What whoever reads the timeline may know, and do."""

    withholds: bool = False
    writes: bool = False
    decides: bool = False
    outside: bool = False  # on paper that leaves the house: of what was taken out, nothing is said


def shown(row: tuple, case: Case, reader: Reader) -> Happening | None:
    """A row as it is shown to ``reader``; nothing where a paper is withheld from them."""
    kind, on, by, detail, words = row
    if kind == "change":
        return Happening(on, f"Changed: {words}", by, kind=CHANGES)
    told = json.loads(detail)
    if told["gone"]:
        return None if reader.outside else _stub(kind, on, told)
    if kind == "paper":
        return None if reader.withholds else _paper(on, by, told, words, case)
    return _contact(on, by, told, words, case, reader)


def _stub(kind: str, on: date, told: dict) -> Happening:
    what = "Document" if kind == "paper" else Note.How(told["how"]).label
    where = "moved to another case" if told["moved"] else "withdrawn"
    of = DOCUMENTS if kind == "paper" else NOTES
    return Happening(on, f"{what} {where}", told["gone"], f"Why: {told['why']}", of)


def _paper(on: date, by: str, told: dict, name: str, case: Case) -> Happening:
    link = (name, reverse("document", args=[case.reference, told["key"]]))
    return Happening(on, f"{told['kind']}: document filed", by, "", DOCUMENTS, links=(link,))


def _contact(on: date, by: str, told: dict, text: str, case: Case, reader: Reader) -> Happening:
    how = Note.How(told["how"])
    hidden = reader.withholds and how == Note.How.EMAIL
    return Happening(
        on,
        _title(how, told, reader),
        by,
        WITHHELD if hidden else text,
        NOTES,
        links=tuple(_links(told, case, reader)),
    )


def _title(how: Note.How, told: dict, reader: Reader) -> str:
    title = how.label + (f" at {told['at']}" if told["at"] else "")
    if told["with"] and not reader.withholds:
        title += f"{':' if how == Note.How.NOTE else ''} {BESIDE.get(how, 'with')} {told['with']}"
    if told["corrects"]:
        title += f", correcting that of {in_words(date.fromisoformat(told['corrects']))}"
    if told["corrected"]:
        title += f" (corrected on {in_words(date.fromisoformat(told['corrected']))})"
    return title


def _links(told: dict, case: Case, reader: Reader) -> Iterable[tuple[str, str]]:
    """What came with it, and what may be done with it."""
    for key, name in [] if reader.withholds else told["papers"]:
        yield name, reverse("document", args=[case.reference, key])
    if reader.writes:
        yield "Correct", f"{reverse('step', args=[case.reference, 'note'])}?corrects={told['key']}"
    if reader.decides:
        yield "Take out", reverse("note-take-out", args=[case.reference, told["key"]])
