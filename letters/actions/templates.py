"""Templates of letters: loaded, rewritten as a new version, published."""

from datetime import date

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from letters.filling import faults_of
from letters.models import LetterTemplate


@action
def load_templates(letters: list[dict], *, on: date, by: User | None) -> list[LetterTemplate]:
    """Publish as its first version each letter that has none yet; what is there stays."""
    there = set(LetterTemplate.objects.values_list("kind", "for_child"))
    made = []
    for told in letters:
        template = LetterTemplate(version=1, published_on=on, made_by=by, **told)
        template.body = template.body.strip()
        if (template.kind, template.for_child) in there:
            continue
        _refuse_faults(template.body)
        template.full_clean()
        template.save()
        record(f"published the template {template}", template, by=by)
        made.append(template)
    return made


@action
def write_template(kind: str, *, for_child: bool, body: str, by: User) -> LetterTemplate:
    """Save the version in the making; it is begun where there is none."""
    _refuse_faults(body)
    versions = LetterTemplate.objects.filter(kind=kind, for_child=for_child)
    template = versions.filter(published_on=None).select_for_update().first()
    if template is None:
        last = versions.first()
        number = last.version + 1 if last else 1
        template = LetterTemplate(kind=kind, for_child=for_child, version=number)
    template.body, template.made_by = body, by
    template.full_clean()
    template.save()
    record(f"rewrote the template {template}", template, by=by)
    return template


@action
def publish_template(template: LetterTemplate, *, on: date, by: User) -> None:
    """From now on letters are drafted from it; those that were, keep the version they have."""
    if template.published_on:
        raise ValidationError("This version is published already.")
    template.published_on = on
    template.save(update_fields=["published_on"])
    record(f"published the template {template}", template, by=by)


def _refuse_faults(body: str) -> None:
    if faults := faults_of(body):
        raise ValidationError(faults)
