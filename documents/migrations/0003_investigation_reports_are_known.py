"""The type that every copy began with is the report of the investigating officer."""

from django.db import migrations


def mark(apps, schema_editor):
    kinds = apps.get_model("documents", "DocumentKind")
    kinds.objects.filter(name="Investigation report").update(means="investigator_report")


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_what_a_document_is_in_the_rules")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
