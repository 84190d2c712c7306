"""With which cases an investigation is shared, for whoever may see them."""

from collections.abc import Iterable

from accounts.models import User
from cases.models import Case
from stages.models import Stage


def shared_with(stages: Iterable[Stage], user: User) -> list[Case]:
    """The other cases of the joint investigations of ``stages`` that ``user`` may see."""
    stages = list(stages)
    joint = {stage.joint_id for stage in stages} - {None}
    if not joint:
        return []
    others = Case.objects.visible_to(user).filter(stages__joint__in=joint)
    own = {stage.case_id for stage in stages}
    return list(others.exclude(pk__in=own).order_by("reference").distinct())
