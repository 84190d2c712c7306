"""Files that were made of the case for somebody: what went out."""

from complaints_site.timeline.happening import Happening
from packs.models import Pack

ROWS = [
    """
    SELECT 'file-made', (pack.finished_at AT TIME ZONE 'Europe/London')::date, maker.full_name,
           pack.for_whom, pack.pages::text
    FROM packs_pack pack JOIN accounts_user maker ON maker.id = pack.finished_by_id
    WHERE pack.case_id = %(case)s AND pack.finished_at IS NOT NULL
    """
]


def _made(on, by, detail, text):
    reader = Pack(for_whom=detail).reader
    return Happening(on, f"File of the case made for {reader}", by, f"{text} pages")


TITLES = {"file-made": _made}
