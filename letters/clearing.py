"""Who may clear a letter where it is in its chain: by their own right, in the place of somebody who
is away, or as a head of service where there is no vetter.

Nobody vets or signs off what they have written in. Whoever is complained about sees nothing of it.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.permissions import RIGHTS, Permission, Role
from cases.models import Case, seen
from letters.models import Letter, LetterChain, LetterDraft, Part, Substitution, Vetting

Capacity = Vetting.Capacity
VETTERS = [role.value for role in Role if Permission.VET_LETTERS in RIGHTS[role]]


@dataclass(frozen=True)
class Right:
    """As whom somebody clears a letter."""

    capacity: Capacity
    in_place_of: User | None = None


def right_of(user: User, letter: Letter, on: date) -> Right | None:
    """``letter`` may have been read with :func:`own_right`."""
    if not letter.is_in_chain:
        return None
    rows = Letter.objects.filter(pk=letter.pk)
    own = vars(letter).get("is_theirs")
    if own or (own is None and rows.annotate(**own_right(user)).get().is_theirs):
        return Right(Capacity.OWN)
    if _is_barred(user, letter):
        return None
    for absent in Substitution.objects.stood_in_for_by(user, on):
        if rows.filter(_own(absent)).exists():
            return Right(Capacity.SUBSTITUTE, absent)
    if _may_as_head(user, letter, on):
        return Right(Capacity.HEAD_OF_SERVICE)
    return None


def own_right(user: User) -> dict:
    """Whether each letter is ``user``'s to clear by their own role, as an annotation."""
    wrote = LetterDraft.objects.filter(letter=OuterRef("pk"), by=user, in_round=None)
    barred = Q(state__in=[Part.SIGN_OFF, Part.VETTING]) & (Q(author=user) | Exists(wrote))
    theirs = Letter.objects.filter(_own(user), pk=OuterRef("pk")).exclude(barred)
    return {"is_theirs": Exists(theirs)}


def letters_for(user: User, on: date) -> QuerySet[Letter]:
    """Those that wait for ``user`` to vet, to sign off or to sign."""
    absent = Substitution.objects.stood_in_for_by(user, on)
    theirs = _own(user)
    for one in absent:
        theirs |= _own(one)
    waiting = Letter.objects.filter(state__in=Part.values)
    if user.has_role(Role.HEAD_OF_SERVICE):
        of_areas = waiting.visible_to(user).filter(state=Letter.State.VETTING)
        theirs |= Q(pk__in=[one.pk for one in of_areas if _may_as_head(user, one, on)])
    found = waiting.filter(theirs)
    written = LetterDraft.objects.filter(by=user, in_round=None).values("letter")
    wrote_in = Q(author=user) | Q(pk__in=written)
    found = found.exclude(Q(state__in=[Part.SIGN_OFF, Part.VETTING]) & wrote_in)
    return found.exclude(case__in=seen.complained_about(user)) if absent else found


def clears_here(user: User, on: date) -> bool:
    """Whether letters may ever wait for ``user``: who else has no such list."""
    if user.may(Permission.VET_LETTERS) or user.has_role(Role.HEAD_OF_SERVICE):
        return True
    named = Q(signed_off_by__overlap=user.roles) | Q(signed_by__overlap=user.roles)
    if LetterChain.objects.filter(named).exists():
        return True
    return bool(Substitution.objects.stood_in_for_by(user, on))


def who_may(letter: Letter, on: date) -> list[User]:
    """Those for whom it waits now, by their own right or as a substitute."""
    roles = VETTERS
    if letter.state != Part.VETTING:
        roles = LetterChain.objects.of(letter.kind).roles_for(letter.state)
    away = _away(on)
    there = dict.fromkeys(away.get(one.pk, one) for one in _active(roles))
    return [one for one in there if right_of(one, letter, on)]


def _own(user: User) -> Q:
    """The letters that are ``user``'s to clear by their role, in cases that they may see."""
    their_cases = Q(case__in=Case.objects.wholly_visible_to(user))
    by_role = Q(pk=None)
    if user.may(Permission.VET_LETTERS):
        by_role |= Q(state=Part.VETTING)
    for part, field in ((Part.SIGN_OFF, "signed_off_by"), (Part.SIGNATURE, "signed_by")):
        kinds = LetterChain.objects.filter(**{f"{field}__overlap": user.roles}).values("kind")
        by_role |= Q(state=part, kind__in=kinds)
    return their_cases & by_role


def _is_barred(user: User, letter: Letter) -> bool:
    if _is_about(user, letter):
        return True
    return letter.state != Part.SIGNATURE and wrote_in(user, letter)


def wrote_in(user: User, letter: Letter) -> bool:
    """As an author: what a vetter changes while vetting does not make it theirs."""
    return letter.author_id == user.pk or letter.drafts.filter(by=user, in_round=None).exists()


def _is_about(user: User, letter: Letter) -> bool:
    return Case.objects.filter(pk=letter.case_id, pk__in=seen.complained_about(user)).exists()


def _may_as_head(user: User, letter: Letter, on: date) -> bool:
    """No vetter is there for it who has not written in it, nor anybody who stands in for one."""
    heads_it = user.has_role(Role.HEAD_OF_SERVICE) and letter.state == Part.VETTING
    if not heads_it or not Letter.objects.visible_to(user).filter(pk=letter.pk).exists():
        return False
    return not any(_vets(one, letter, on) for one in _active(VETTERS) if one.pk != user.pk)


def _vets(user: User, letter: Letter, on: date) -> bool:
    """Whether ``user`` can vet it on this day, or somebody who stands in for them."""
    if not Letter.objects.visible_to(user).filter(pk=letter.pk).exists():
        return False
    away = _away(on)
    there = away.get(user.pk, user)
    return there.is_active and not wrote_in(there, letter) and not _is_about(there, letter)


def _away(on: date) -> dict[int, User]:
    """Who stands in for whom, by the key of who is away."""
    running = Substitution.objects.running_on(on).select_related("substitute")
    return {one.absent_id: one.substitute for one in running}


def _active(roles: list[str]) -> QuerySet[User]:
    return User.objects.filter(is_active=True, roles__overlap=roles)
