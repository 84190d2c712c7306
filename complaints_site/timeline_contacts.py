"""Contacts and papers on the timeline of a case: notes, calls, meetings, e-mails, documents.

The SQL gives what :data:`complaints_site.timeline.ROWS_ABOUT` gives: kind, day, by whom, detail,
words; it is one query with it. The detail is what each of them is, as JSON.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.urls import reverse

from cases.models import Note

NOTE, DOCUMENT, CHANGE = "note", "document", "change"
# Acts that changed the case, and stand on the timeline by no date of their own
CHANGES = (
    "add_person",
    "add_people",
    "add_point",
    "allocate",
    "assign",
    "complete_record",
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
ROWS = f"""
    UNION ALL
    SELECT '{NOTE}', note.on, coalesce(writer.full_name, note.by_name),
           json_build_object('key', note.id, 'how', note.how, 'at', to_char(note.at, 'HH24:MI'),
               'with', note.said_by, 'corrects', corrected.on, 'gone', remover.full_name,
               'moved', note.moved_to_id IS NOT NULL, 'why', note.taken_out_because,
               'files', coalesce(files.listed, '[]'))::text,
           note.text
    FROM cases_note note
    LEFT JOIN accounts_user writer ON writer.id = note.by_id
    LEFT JOIN accounts_user remover ON remover.id = note.taken_out_by_id
    LEFT JOIN cases_note corrected ON corrected.id = note.corrects_id
    LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(paper.id, paper.name) ORDER BY paper.id) AS listed
        FROM documents_document paper
        WHERE paper.note_id = note.id AND paper.taken_out_at IS NULL) files ON true
    WHERE note.case_id = %(case)s
    UNION ALL
    SELECT '{DOCUMENT}', paper.dated_on, coalesce(filer.full_name, ''),
           json_build_object('key', paper.id, 'kind', kind.name, 'gone', remover.full_name,
               'moved', paper.moved_to_id IS NOT NULL, 'why', paper.taken_out_because)::text,
           paper.name
    FROM documents_document paper
    JOIN documents_documentkind kind ON kind.id = paper.kind_id
    LEFT JOIN accounts_user filer ON filer.id = paper.filed_by_id
    LEFT JOIN accounts_user remover ON remover.id = paper.taken_out_by_id
    WHERE paper.case_id = %(case)s AND paper.note_id IS NULL
    UNION ALL
    SELECT '{CHANGE}', (event.at AT TIME ZONE 'Europe/London')::date,
           coalesce(writer.full_name, ''), '', event.sentence
    FROM accounts_event event
    JOIN pghistory_context context ON context.id = event.context_id
    LEFT JOIN accounts_user writer ON writer.id = event.by_id
    WHERE event.about_model = 'cases.case' AND event.about_id = %(case)s
      AND context.metadata ->> 'action' = ANY(%(changes)s)
"""  # noqa: S608 – what is put in is written above
WITHHELD = "Withheld: who complains is not told to the service."


@dataclass(frozen=True)
class Contact:
    """What the timeline shows of one: a title, and links to what can be done with it."""

    title: str
    by: str
    text: str
    links: tuple[tuple[str, str], ...] = ()


def contact_of(kind: str, row: tuple, case, reader) -> Contact | None:
    """A row as it is shown to ``reader``; nothing where a paper is withheld from them."""
    by, detail, words = row
    if kind == CHANGE:
        return Contact(f"Changed: {words}", by, "")
    told = json.loads(detail)
    if told["gone"]:
        return _stub(kind, told)
    if kind == DOCUMENT:
        return None if reader.withholds else _document(told, by, words, case)
    return _note(told, by, words, case, reader)


@dataclass(frozen=True)
class Reader:
    """What the reader of a timeline may know and do."""

    withholds: bool = False
    writes: bool = False
    decides: bool = False


def _stub(kind: str, told: dict) -> Contact:
    what = "Document" if kind == DOCUMENT else Note.How(told["how"]).label
    where = "moved to another case" if told["moved"] else "withdrawn"
    return Contact(f"{what} {where}", told["gone"], f"Why: {told['why']}")


def _document(told: dict, by: str, name: str, case) -> Contact:
    link = (name, reverse("document", args=[case.reference, told["key"]]))
    return Contact(f"{told['kind']}: document filed", by, "", (link,))


def _note(told: dict, by: str, text: str, case, reader: Reader) -> Contact:
    how = Note.How(told["how"])
    title = how.label + (f" at {told['at']}" if told["at"] else "")
    if told["with"] and not reader.withholds:
        title += f" {_WITH.get(how, 'with')} {told['with']}"
    if told["corrects"]:
        day = date.fromisoformat(told["corrects"])
        title += f", correcting that of {day:%-d %B %Y}"
    hidden = reader.withholds and how == Note.How.EMAIL
    return Contact(title, by, WITHHELD if hidden else text, tuple(_links(told, case, reader)))


_WITH = {Note.How.NOTE: "said by", Note.How.EMAIL: "from", Note.How.LETTER: "from or to"}


def _links(told: dict, case, reader: Reader) -> Iterable[tuple[str, str]]:
    if not reader.withholds:
        for key, name in told["files"]:
            yield name, reverse("document", args=[case.reference, key])
    if reader.writes:
        step = reverse("step", args=[case.reference, "note"])
        yield "Correct", f"{step}?corrects={quote(str(told['key']))}"
    if reader.decides:
        yield "Take out", reverse("note-take-out", args=[case.reference, told["key"]])
