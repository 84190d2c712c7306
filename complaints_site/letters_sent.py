"""The letters of a case that were sent, as what can go into a file of it."""

from functools import partial

from accounts.models import User
from cases.models import Case
from letters.models import Letter
from letters.printing import pdf_of
from packs.copies import Copy


def letters_sent(case: Case, user: User) -> list[Copy]:
    """Those that were written here; what was sent outside this system is filed as a document."""
    sent = Letter.objects.visible_to(user).filter(case=case, state=Letter.State.SENT)
    sent = (
        sent.filter(sent_outside=False)
        .exclude(sent_copy=None)
        .select_related("sent_copy", "addressee__person", "case")
    )
    return [
        Copy(f"letter-{one.pk}", f"Letter: {one}", one.sent_on, partial(pdf_of, one))
        for one in sent.order_by("sent_on", "pk")
    ]
