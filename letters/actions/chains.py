"""Who clears which letters, and who stands in for whom: set by those who keep the templates."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from letters.models import LetterChain, Substitution


@action
def load_chains(chains: list[dict], *, by: User | None) -> list[LetterChain]:
    """Set the chain of each kind of letter that has none yet; what is there stays."""
    there = set(LetterChain.objects.values_list("kind", flat=True))
    made = [LetterChain(**told) for told in chains if told["kind"] not in there]
    for chain in made:
        chain.full_clean()
        chain.save()
        record(f"set who clears it: {chain}", chain, by=by)
    return made


@action
def set_chain(chain: LetterChain, *, by: User, **parts) -> None:
    """For letters that are begun from now on; ``parts`` are fields of a chain."""
    for name, value in parts.items():
        setattr(chain, name, value)
    chain.full_clean()
    chain.save()
    record(f"set who clears it: {chain}", chain, by=by)


@action
def stand_in(absent: User, *, substitute: User, from_on: date, until_on: date, by: User) -> None:
    """Say who clears letters in the place of somebody who is away."""
    one = Substitution(absent=absent, substitute=substitute, from_on=from_on, until_on=until_on)
    one.full_clean()
    one.save()
    record(f"set who stands in: {one}, {from_on:%-d %B} to {until_on:%-d %B %Y}", one, by=by)


@action
def end_substitution(one: Substitution, *, on: date, by: User) -> None:
    """They are back: it ends the day before ``on``; one that had not begun goes."""
    record(f"ended who stands in: {one}", one, by=by)
    if one.from_on >= on:
        one.delete()
        return
    one.until_on = date.fromordinal(on.toordinal() - 1)
    one.full_clean()
    one.save()
