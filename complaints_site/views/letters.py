"""The letters of a case, on a tab of its file; and those that can be written now."""

from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.views.case_file import opened, tab
from letters.kinds import Kind, is_written_at
from letters.models import Letter


@require_safe
@needs(Permission.OPEN_CASES)
def letters(request, reference):
    file = opened(request, reference)
    latest = file.stages[-1] if file.stages else None
    may_write = request.user.may(Permission.WRITE_LETTERS) and not file.withholds
    found = Letter.objects.visible_to(request.user).filter(case=file.case)
    listed = list(found.select_related("author", "addressee__person", "stage__definition", "task"))
    kinds = kinds_now(file) if may_write and latest else []
    return tab(
        request,
        "case-letters",
        file,
        letters=listed,
        kinds=kinds,
        wanted=wanted(file.case, listed) if kinds else None,
        may_record=request.user.may(Permission.RUN_CASE),
        today=localdate(),
    )


def kinds_now(file) -> list[tuple[str, str]]:
    """Those that are written at this stage of this procedure."""
    if file.procedure is None:
        return []
    code, stage = file.procedure.code, file.stages[-1].definition
    ended = {Kind.WITHDRAWAL: file.case.withdrawn_on, Kind.CLOSING: file.case.closed_on}
    fitting = [kind for kind in Kind if is_written_at(kind, code, stage)]
    return [(kind.value, kind.label) for kind in fitting if ended.get(kind, True)]


def wanted(case, letters: list[Letter]) -> Kind | None:
    """The letter that tells how the case ended, where none was written."""
    there = {one.kind for one in letters if one.state != Letter.State.DROPPED}
    if case.withdrawn_on:
        kind = Kind.WITHDRAWAL
    elif case.closed_on:
        refused = case.decisions.filter(kind="refused").exists()
        kind = Kind.REFUSAL if refused else Kind.CLOSING
    else:
        return None
    return None if kind in there else kind
