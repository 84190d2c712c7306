"""The chronology of a case as it goes out: from the record, oldest first."""

from cases.models import Case
from complaints_site.timeline import Reader, timeline
from complaints_site.timeline.happening import DATES, NOTES, Happening
from packs.contents import Entry
from stages.models import Stage
from stages.parts_under_way import SHOWN

ALL = 100_000
OF_KINDS = DATES, NOTES  # the documents stand in the index, and changes are for the house


def chronology_of(case: Case) -> list[Entry]:
    """Where who complains is withheld, their name is withheld here too, whoever reads it."""
    withheld = case.identity_withheld or bool(case.part_of and case.part_of.identity_withheld)
    reader = Reader(withholds=withheld, outside=True)
    stages = list(Stage.objects.filter(case=case).select_related(*SHOWN))
    happened: list[Happening] = []
    for kind in OF_KINDS:  # of one day, what is newest comes first in it
        happened += reversed(timeline(case, stages, kind, reader=reader, shown=ALL))
    return [
        Entry(one.on, str(one.title), one.by, str(one.text))
        for one in sorted(happened, key=lambda one: one.on)
    ]
