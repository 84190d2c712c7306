from django.db import migrations

# What councils' reports and the Ombudsman's letters take rates per. The numbers are the office's.
FIRST = (
    ("children", "children in the area", 1_000),
    ("residents", "residents", 100_000),
    ("open-cases", "cases open to social care", 100),
)


def add(apps, schema_editor):
    model = apps.get_model("reporting", "Denominator")
    for position, (key, many, per) in enumerate(FIRST):
        model.objects.get_or_create(
            key=key, defaults={"many": many, "per": per, "position": position}
        )


class Migration(migrations.Migration):
    dependencies = [("reporting", "0003_denominators")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
