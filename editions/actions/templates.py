"""The council's Word template: uploaded, checked, and used from then on."""

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.trail import action, record
from documents import vault
from editions.exports.word_template import NoTemplate, lacking
from editions.models import CoverField, WordTemplate


@action
def upload_template(name: str, content: bytes, *, by: User) -> WordTemplate:
    """What it lacks is kept with it, and listed."""
    fields = list(CoverField.objects.filter(in_use_until=None).values_list("name", flat=True))
    try:
        lacks = lacking(content, fields)
    except NoTemplate as error:
        raise ValidationError(str(error)) from error
    template = WordTemplate(name=name[-200:], sha256=vault.store(content), lacks=lacks)
    template.uploaded_by = by
    template.full_clean()
    template.save()
    record(f"uploaded the Word template “{template}”", template, by=by)
    return template
