"""What people keep of their searches, and what leaves as a file."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import ListColumns, ListExport, SavedSearch, SearchWatch


@action
def export_list(*, by: User, **fields) -> ListExport:
    """Note that a list of cases is exported as a file; ``fields`` say which, how and what for."""
    export = ListExport(by=by, **fields)
    export.full_clean(exclude=["at"])
    export.save()
    names = " with names" if export.with_names else ""
    record(f"exported a list{names}: {export.sentence}"[:500], export, by=by, why=export.purpose)
    return export


@action
def choose_columns(columns: list[str], *, by: User) -> None:
    """Remember the columns that somebody wants to see in their lists."""
    chosen, _ = ListColumns.objects.update_or_create(user=by, defaults={"columns": columns})
    record("chose the columns of the list of cases", chosen, by=by)


@action
def save_search(*, name: str, filter: str, shared_with: str, by: User) -> SavedSearch:
    """Keep a search under a short address; ``filter`` is the query of its list."""
    search = SavedSearch(owner=by, name=name, filter=filter, shared_with=shared_with)
    search.full_clean()
    search.save()
    record(f"saved the search “{search}”", search, by=by)
    return search


@action
def change_search(search: SavedSearch, *, name: str, shared_with: str, by: User) -> None:
    """Give a search another name, or share it with another team or none."""
    search.name, search.shared_with = name, shared_with
    search.full_clean()
    search.save(update_fields=["name", "shared_with"])
    record(f"changed the search “{search}”", search, by=by)


@action
def delete_search(search: SavedSearch, *, on: date, by: User) -> None:
    """Take a search away from everybody; its address says so from then on."""
    search.deleted_on = on
    search.save(update_fields=["deleted_on"])
    record(f"deleted the search “{search}”", search, by=by)


@action
def watch(search: SavedSearch, *, above: int | None, by: User) -> None:
    """Be told when a search finds more than ``above`` cases; no longer, where that is nothing."""
    if above is None:
        SearchWatch.objects.filter(search=search, user=by).delete()
        record(f"stopped watching the search “{search}”", search, by=by)
        return
    anew = {"above": above, "counted": None, "counted_at": None, "passed_at": None}
    SearchWatch.objects.update_or_create(search=search, user=by, defaults=anew)
    record(f"asked to be told when “{search}” passes {above:,}", search, by=by)
