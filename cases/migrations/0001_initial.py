import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Channel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="channel_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="channel_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChannelEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.channel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ComplainantType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "is_young_person",
                    models.BooleanField(
                        default=False,
                        help_text="Counts as a complaint made by a child or young person",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="complainanttype_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="complainanttype_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComplainantTypeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "is_young_person",
                    models.BooleanField(
                        default=False,
                        help_text="Counts as a complaint made by a child or young person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.complainanttype",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Directorate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "social_care",
                    models.BooleanField(
                        default=False,
                        help_text="Counted together in figures of children's and adults' social care",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="directorate_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="directorate_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectorateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "social_care",
                    models.BooleanField(
                        default=False,
                        help_text="Counted together in figures of children's and adults' social care",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.directorate",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EqualityAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("gender", "Gender"),
                            ("ethnicity", "Ethnic origin"),
                            ("disability", "Disability"),
                            ("age_band", "Age"),
                            ("religion", "Religion or belief"),
                            ("sexual_orientation", "Sexual orientation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("scheme", models.CharField(max_length=100, verbose_name="list it comes from")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answer", "Answer"),
                            ("declined", "Declined"),
                            ("not_asked", "Not asked"),
                            ("not_recorded", "Not recorded"),
                        ],
                        default="answer",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["dimension", "scheme", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dimension", "scheme", "name"), name="equality_answer_in_scheme"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EqualityAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("gender", "Gender"),
                            ("ethnicity", "Ethnic origin"),
                            ("disability", "Disability"),
                            ("age_band", "Age"),
                            ("religion", "Religion or belief"),
                            ("sexual_orientation", "Sexual orientation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("scheme", models.CharField(max_length=100, verbose_name="list it comes from")),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answer", "Answer"),
                            ("declined", "Declined"),
                            ("not_asked", "Not asked"),
                            ("not_recorded", "Not recorded"),
                        ],
                        default="answer",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.equalityanswer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Log",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                ("key", models.SlugField(max_length=40, unique=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="log_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="log_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                ("key", models.SlugField(db_index=False, max_length=40)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.log",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PassedOnBy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="passedonby_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="passedonby_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassedOnByEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.passedonby",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "care_system_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number in the social care system"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=60)),
                ("address", models.TextField(blank=True)),
                (
                    "contact_rule",
                    models.TextField(blank=True, verbose_name="how they may safely be contacted"),
                ),
                ("address_is_safe", models.BooleanField(default=True)),
                ("telephone_is_safe", models.BooleanField(default=True)),
                ("no_post", models.BooleanField(default=False)),
                ("no_messages", models.BooleanField(default=False)),
                (
                    "must_never_know",
                    models.TextField(
                        blank=True, verbose_name="who must never know of the complaint"
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=100)),
                ("format_needed", models.CharField(blank=True, max_length=100)),
                (
                    "adjustments",
                    models.TextField(blank=True, verbose_name="reasonable adjustments"),
                ),
                ("needs_reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the person also signs in here: staff who are complained about",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_person",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["name", "id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["name"], name="person_name_letters", opclasses=["gin_trgm_ops"]
                    ),
                    models.Index(
                        condition=models.Q(("care_system_number", ""), _negated=True),
                        fields=["care_system_number"],
                        name="person_care_system_number",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=300)),
                (
                    "care_system_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number in the social care system"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=60)),
                ("address", models.TextField(blank=True)),
                (
                    "contact_rule",
                    models.TextField(blank=True, verbose_name="how they may safely be contacted"),
                ),
                ("address_is_safe", models.BooleanField(default=True)),
                ("telephone_is_safe", models.BooleanField(default=True)),
                ("no_post", models.BooleanField(default=False)),
                ("no_messages", models.BooleanField(default=False)),
                (
                    "must_never_know",
                    models.TextField(
                        blank=True, verbose_name="who must never know of the complaint"
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=100)),
                ("format_needed", models.CharField(blank=True, max_length=100)),
                (
                    "adjustments",
                    models.TextField(blank=True, verbose_name="reasonable adjustments"),
                ),
                ("needs_reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.person",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where the person also signs in here: staff who are complained about",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="provider_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="provider_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.provider",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReferenceCounter",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="ServiceArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "usual_procedure",
                    models.CharField(
                        default="corporate",
                        help_text="Key of the procedure that a complaint runs on until triage",
                        max_length=30,
                    ),
                ),
                (
                    "directorate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="service_areas",
                        to="cases.directorate",
                    ),
                ),
                (
                    "heads",
                    models.ManyToManyField(
                        blank=True, related_name="heads_service_areas", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="servicearea_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="servicearea_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Compliment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField()),
                ("from_whom", models.CharField(blank=True, max_length=200, verbose_name="from")),
                ("text", models.TextField(blank=True)),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compliments",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["-received_on", "-id"],
                "indexes": [models.Index(fields=["received_on"], name="compliment_received")],
            },
        ),
        migrations.CreateModel(
            name="ComplimentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("received_on", models.DateField()),
                ("from_whom", models.CharField(blank=True, max_length=200, verbose_name="from")),
                ("text", models.TextField(blank=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.compliment",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("members_enquiry", "Members' enquiry"),
                            ("mp_enquiry", "MP enquiry"),
                            ("professional_complaint", "Professional complaint"),
                            ("service_request", "Service request"),
                        ],
                        max_length=30,
                    ),
                ),
                ("received_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["-received_on", "-id"],
                "indexes": [models.Index(fields=["received_on"], name="contact_received")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__gte", models.F("received_on")),
                            ("closed_on", None),
                            _connector="OR",
                        ),
                        name="contact_closed_on_or_after_received_on",
                        violation_error_message="A contact cannot close before it was received.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("members_enquiry", "Members' enquiry"),
                            ("mp_enquiry", "MP enquiry"),
                            ("professional_complaint", "Professional complaint"),
                            ("service_request", "Service request"),
                        ],
                        max_length=30,
                    ),
                ),
                ("received_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.contact",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceAreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                (
                    "usual_procedure",
                    models.CharField(
                        default="corporate",
                        help_text="Key of the procedure that a complaint runs on until triage",
                        max_length=30,
                    ),
                ),
                (
                    "directorate",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.directorate",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CategoryScheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                ("stage_number", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="categoryscheme_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="categoryscheme_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="categories",
                        to="cases.categoryscheme",
                    ),
                ),
            ],
            options={
                "ordering": ["scheme", "position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "name"), name="category_name_in_scheme"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=40, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("complaint", "Complaint"), ("representation", "Representation")],
                        default="complaint",
                        max_length=20,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="date received")),
                ("made_on", models.DateField(blank=True, null=True, verbose_name="date made")),
                ("summary", models.TextField(blank=True, verbose_name="what was said")),
                (
                    "historical",
                    models.BooleanField(default=False, verbose_name="about things long past"),
                ),
                (
                    "joint_body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="NHS body of a joint complaint"
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("safeguarding", models.BooleanField(default=False)),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="date withdrawn"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="date closed")),
                ("close_reason", models.CharField(blank=True, max_length=200)),
                (
                    "content_hash",
                    models.CharField(
                        blank=True,
                        help_text="Of its lines in the log it was imported from",
                        max_length=64,
                    ),
                ),
                (
                    "issues",
                    models.ManyToManyField(
                        blank=True,
                        related_name="cases_raising",
                        to="cases.category",
                        verbose_name="every nature raised",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="cases.category",
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.channel",
                    ),
                ),
                (
                    "complainant_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.complainanttype",
                    ),
                ),
                (
                    "passed_on_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.passedonby",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="cases.provider",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["-received_on", "-id"],
                "indexes": [
                    models.Index(fields=["-received_on", "-id"], name="case_received"),
                    models.Index(fields=["service_area", "-received_on"], name="case_service_area"),
                    models.Index(
                        condition=models.Q(("closed_on", None)),
                        fields=["-received_on"],
                        name="case_open",
                    ),
                    models.Index(
                        condition=models.Q(("restricted", True)),
                        fields=["received_on"],
                        name="case_restricted",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["summary"], name="case_summary_words", opclasses=["gin_trgm_ops"]
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["reference"],
                        name="case_reference_letters",
                        opclasses=["gin_trgm_ops"],
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_on__lte", models.F("received_on")),
                            ("made_on", None),
                            _connector="OR",
                        ),
                        name="case_made_on_or_before_received_on",
                        violation_error_message="A complaint cannot be received before it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on__gte", models.F("received_on")),
                            ("withdrawn_on", None),
                            _connector="OR",
                        ),
                        name="case_withdrawn_on_or_after_received_on",
                        violation_error_message="A complaint cannot be withdrawn before it was received.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__gte", models.F("received_on")),
                            ("closed_on", None),
                            _connector="OR",
                        ),
                        name="case_closed_on_or_after_received_on",
                        violation_error_message="A case cannot close before it was received.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdvocacyReferral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("referred_on", models.DateField()),
                (
                    "provider",
                    models.CharField(blank=True, max_length=200, verbose_name="advocacy provider"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("resolved", "Resolved without complaint"),
                            ("complaint", "Became a complaint"),
                            ("declined", "Declined"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advocacy_referrals",
                        to="cases.case",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "ordering": ["referred_on", "id"],
                "indexes": [models.Index(fields=["referred_on"], name="advocacy_referred")],
            },
        ),
        migrations.CreateModel(
            name="CategorySchemeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Where it stands in the list"),
                ),
                ("in_use_from", models.DateField(blank=True, null=True)),
                ("in_use_until", models.DateField(blank=True, null=True)),
                ("stage_number", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.categoryscheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                        ],
                        max_length=30,
                    ),
                ),
                ("decided_on", models.DateField()),
                ("decision", models.CharField(max_length=300)),
                ("reason", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["decided_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="DecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                        ],
                        max_length=30,
                    ),
                ),
                ("decided_on", models.DateField()),
                ("decision", models.CharField(max_length=300)),
                ("reason", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.decision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Equalities",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        choices=[("service_user", "Service user"), ("complainant", "Complainant")],
                        max_length=20,
                    ),
                ),
                (
                    "disability_question",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="the question as asked"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="equalities",
                        to="cases.case",
                    ),
                ),
                (
                    "age_band",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "disability",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "gender",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "religion",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "sexual_orientation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "equalities",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "about"), name="equalities_of_each_side_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EqualitiesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "about",
                    models.CharField(
                        choices=[("service_user", "Service user"), ("complainant", "Complainant")],
                        max_length=20,
                    ),
                ),
                (
                    "disability_question",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="the question as asked"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.equalities",
                    ),
                ),
                (
                    "age_band",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "disability",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "gender",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "religion",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
                (
                    "sexual_orientation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.equalityanswer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log_entries",
                        to="cases.case",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="cases.log",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.category",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "log entries",
                "ordering": ["log", "case"],
                "indexes": [models.Index(fields=["log", "received_on"], name="log_entry_received")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "log"), name="case_once_on_a_log")
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEntryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("received_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "log",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.log",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.category",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.logentry",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "by_name",
                    models.CharField(
                        blank=True, help_text="Where no user wrote it", max_length=200
                    ),
                ),
                ("text", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="NoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("on", models.DateField()),
                (
                    "by_name",
                    models.CharField(
                        blank=True, help_text="Where no user wrote it", max_length=200
                    ),
                ),
                ("text", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.note",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("desired_outcome", models.TextField(blank=True)),
                (
                    "is_primary",
                    models.BooleanField(default=False, verbose_name="the primary point"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="cases.case",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.category",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="point_number_in_case"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_primary", True)),
                        fields=("case",),
                        name="one_primary_point",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("desired_outcome", models.TextField(blank=True)),
                (
                    "is_primary",
                    models.BooleanField(default=False, verbose_name="the primary point"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.category",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.point",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "team",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="team or person without a log-in"
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("owner", "Holds the case"),
                            ("responder", "Answers the complaint"),
                            ("vetter", "Vets its letters"),
                            ("adjudicator", "Adjudicates"),
                            ("director", "Decides the response to the panel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("until", None)),
                        fields=["user", "case"],
                        name="assignment_running",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("capacity", "owner"), ("until", None)),
                        fields=("case",),
                        name="one_owner_at_a_time",
                        violation_error_message="The case has an owner already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("user__isnull", False),
                            models.Q(("team", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assignment_to_someone",
                        violation_error_message="Say to whom the case goes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "team",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="team or person without a log-in"
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("owner", "Holds the case"),
                            ("responder", "Answers the complaint"),
                            ("vetter", "Vets its letters"),
                            ("adjudicator", "Adjudicates"),
                            ("director", "Decides the response to the panel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.assignment",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdvocacyReferralEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("referred_on", models.DateField()),
                (
                    "provider",
                    models.CharField(blank=True, max_length=200, verbose_name="advocacy provider"),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("resolved", "Resolved without complaint"),
                            ("complaint", "Became a complaint"),
                            ("declined", "Declined"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.advocacyreferral",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("why", models.CharField(max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="cases.case",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked_from",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case", "other"), name="case_linked_once"),
                    models.CheckConstraint(
                        condition=models.Q(("case", models.F("other")), _negated=True),
                        name="case_not_linked_to_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("why", models.CharField(max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.caselink",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CasePerson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("complainant", "Complainant"),
                            ("service_user", "Service user"),
                            ("representative", "Representative"),
                            ("advocate", "Advocate"),
                            ("complained_about", "Complained about"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="relation to the service user"
                    ),
                ),
                (
                    "authority_evidence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="evidence of authority to act"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="cases.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="cases.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "person", "role"), name="person_has_a_role_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CasePersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("complainant", "Complainant"),
                            ("service_user", "Service user"),
                            ("representative", "Representative"),
                            ("advocate", "Advocate"),
                            ("complained_about", "Complained about"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "relation",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="relation to the service user"
                    ),
                ),
                (
                    "authority_evidence",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="evidence of authority to act"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.caseperson",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseViewing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="viewings",
                        to="cases.case",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [models.Index(fields=["case", "-at"], name="viewing_of_case")],
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reference", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("complaint", "Complaint"), ("representation", "Representation")],
                        default="complaint",
                        max_length=20,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="date received")),
                ("made_on", models.DateField(blank=True, null=True, verbose_name="date made")),
                ("summary", models.TextField(blank=True, verbose_name="what was said")),
                (
                    "historical",
                    models.BooleanField(default=False, verbose_name="about things long past"),
                ),
                (
                    "joint_body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="NHS body of a joint complaint"
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("safeguarding", models.BooleanField(default=False)),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="date withdrawn"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="date closed")),
                ("close_reason", models.CharField(blank=True, max_length=200)),
                (
                    "content_hash",
                    models.CharField(
                        blank=True,
                        help_text="Of its lines in the log it was imported from",
                        max_length=64,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.case",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.category",
                    ),
                ),
                (
                    "channel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.channel",
                    ),
                ),
                (
                    "complainant_type",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.complainanttype",
                    ),
                ),
                (
                    "passed_on_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.passedonby",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.provider",
                    ),
                ),
                (
                    "service_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CategoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.category",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.categoryscheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="categoryscheme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryschemeevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_number") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."stage_number" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6c4c89256b0a3c6cc9243ede7baa132c6468326a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e4707",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_categoryscheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="categoryscheme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryschemeevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_number") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."stage_number" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6429c27c0dd8f0df6dbcffb2d67b9d3ab6c30666",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33ea9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_categoryscheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="categoryscheme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryschemeevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_number") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."stage_number" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e2b2291cd515859b794e5f22d198453db52d13ec",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0cf8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_categoryscheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_channelevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5badd32af93f55ee5ed7d87c164cbdee8de1495e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_395b7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_channel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_channelevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="576eb08ce2b3e909584b56fa8a6ab683ba7a50d5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e9ab",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_channel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channel",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_channelevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9c685e2c0651e70f8b83abe92fd3d9dba81efd5b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_89a04",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_channel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complainanttype",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complainanttypeevent" ("id", "in_use_from", "in_use_until", "is_young_person", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."is_young_person", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2a0506f66ace1848bb1182c46e030a521753d349",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61add",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_complainanttype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complainanttype",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complainanttypeevent" ("id", "in_use_from", "in_use_until", "is_young_person", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."is_young_person", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cec10cf379534611f0a91ffb4b0eb325f4dc49df",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5919b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_complainanttype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complainanttype",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complainanttypeevent" ("id", "in_use_from", "in_use_until", "is_young_person", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."is_young_person", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="13cf9e4a97e534e0f8fff973e6db79918c3b70a1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7fb5",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_complainanttype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directorate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_directorateevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "social_care") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."social_care" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="21d3bf2f9a99c574f7fd1a4b2ad2412edfbe5021",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_92129",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_directorate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directorate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_directorateevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "social_care") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."social_care" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="508e213dd29d95ea53a7cd500d84b415bfdb7cdd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_83482",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_directorate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directorate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_directorateevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "social_care") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."social_care" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d37338deeebe8ef282858d17d207cdb82fd71ddf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0a19f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_directorate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalityanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalityanswerevent" ("dimension", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme") SELECT new_values."dimension", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."scheme" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cfa49ea2cb281d32d8f0a370ffb0aed987aa230f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_75f7e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_equalityanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalityanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalityanswerevent" ("dimension", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme") SELECT new_values."dimension", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."scheme" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0aa2c76b7933b1d05808da7baa68b4787dd06e45",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73d7d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_equalityanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalityanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalityanswerevent" ("dimension", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme") SELECT old_values."dimension", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."scheme" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9fc8319d1144587a3c9eb95e807ab8771b54b2e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f2811",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_equalityanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="log",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logevent" ("id", "in_use_from", "in_use_until", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."key", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4bef4b0441b509bce76a05599e686fa40485a0b4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb4e1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_log",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="log",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logevent" ("id", "in_use_from", "in_use_until", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."key", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3282a6620221c9761e0239bb712e651bfe15b3c9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3b1d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_log",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="log",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logevent" ("id", "in_use_from", "in_use_until", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."key", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="df1b35d1c31fb05635b15a59ab3c86f798e6619d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_16534",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_log",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passedonby",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_passedonbyevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82cbcc2809c7e39274aa5d9fad6432e6824ee3a2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55417",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_passedonby",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passedonby",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_passedonbyevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="14f84bf53e992ba60ed67e5c798e6748e5413f5b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_58012",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_passedonby",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passedonby",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_passedonbyevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="14d004d472c8e857f79abdcec3b38dbbfbb9a815",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_90caa",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_passedonby",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provider",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e59fbbeb44321516701f87728f712c6d75762ecc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1f70c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_provider",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provider",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="838d9a6bad7830a7b1d0f09213056267fbc3b2df",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_16386",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_provider",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="provider",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_providerevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="38aad52a4cd1c360cedc2ce5ce2c14e9b74ae502",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3856c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_provider",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b0ec62af8418e6ca9437501d5916597dd21b1b77",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bb2da",
                    table="cases_assignmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "until", "user_id") SELECT new_values."capacity", new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since", new_values."team", new_values."until", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="90ee7875ffbbc46657df5bba3d7e612e428cd8eb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7bb6a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "until", "user_id") SELECT new_values."capacity", new_values."case_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since", new_values."team", new_values."until", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ab1b1c102e55356f77997d4024b3ab665bea8f65",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e4d0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_assignmentevent" ("capacity", "case_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "team", "until", "user_id") SELECT old_values."capacity", old_values."case_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since", old_values."team", old_values."until", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a6259c6c9fe34703ddf2f994822f947708d7d147",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f7d10",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caselink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caselinkevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "why") SELECT new_values."case_id", new_values."id", new_values."other_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e8f7c4c52365b3913a2812623189e802784f818",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2b4de",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_caselink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caselink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caselinkevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "why") SELECT new_values."case_id", new_values."id", new_values."other_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d7134cd20d7ca3741fea5ccbbc1e97b94c3c4df3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_15f08",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_caselink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caselink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caselinkevent" ("case_id", "id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "why") SELECT old_values."case_id", old_values."id", old_values."other_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a26cc2b996f674e18a4baf6932316f76dd7a283b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99dd1",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_caselink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caselinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="846a6b670ce6ed8b58b8df6f7a4537155b1968b4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8423d",
                    table="cases_caselinkevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseviewing",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44ab071f968bcaba8ce8c7d0ce0d849c367d936e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8f846",
                    table="cases_caseviewing",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="categoryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0f6f3b845c751e937042f7127926a0814265fbad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aa147",
                    table="cases_categoryevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="category",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") SELECT new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."scheme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e3b64c20bbbd2e944619a3b0a4ca8ee7717c5ff6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b8e27",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_category",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="category",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") SELECT new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."scheme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8cbf8543b2ab59b81011ff91e6ecaf6a6d92a913",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d61bc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_category",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="category",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_categoryevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") SELECT old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."scheme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8fd585fbf43ad00048a4f603c62fb0a20819e855",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_907f9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_category",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="categoryschemeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3a3f32ca57946a04d54ecb4cff49032d87675a33",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_53474",
                    table="cases_categoryschemeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="channelevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="616832b560f9c6726f5b5e61c08798b64bca38ea",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ac39",
                    table="cases_channelevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complainanttypeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="adc4de04142940b4b72c359da6e329a8f3ba1f60",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8b4ba",
                    table="cases_complainanttypeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a247d498a002e396c8a43fe3d058fd352f1872b5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5e7ef",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1ec0d80aeabea96352e4042f9c3b76951e04fc73",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_19250",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_decisionevent" ("case_id", "decided_by_id", "decided_on", "decision", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."case_id", old_values."decided_by_id", old_values."decided_on", old_values."decision", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a5fcdb9b06d960f4977d01eedc0afb96bc39bc2d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ae3e6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49b26c646f99277a6808078a0af95a79e5a93d1e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56016",
                    table="cases_decisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="directorateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7dcb86275560b14b333a288baacbe15eeb3f2754",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_48314",
                    table="cases_directorateevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalitiesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3efbb082d66eb4db363b8ddb802e7e784cbad006",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c42de",
                    table="cases_equalitiesevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalities",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalitiesevent" ("about", "age_band_id", "case_id", "disability_id", "disability_question", "ethnicity_id", "gender_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "religion_id", "sexual_orientation_id") SELECT new_values."about", new_values."age_band_id", new_values."case_id", new_values."disability_id", new_values."disability_question", new_values."ethnicity_id", new_values."gender_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."religion_id", new_values."sexual_orientation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5aa016b16680d4ec0dd5f21508ffeebf0d601cbd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cbdee",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_equalities",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalities",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalitiesevent" ("about", "age_band_id", "case_id", "disability_id", "disability_question", "ethnicity_id", "gender_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "religion_id", "sexual_orientation_id") SELECT new_values."about", new_values."age_band_id", new_values."case_id", new_values."disability_id", new_values."disability_question", new_values."ethnicity_id", new_values."gender_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."religion_id", new_values."sexual_orientation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="452a15e66de99faded6ab40a089a20ab6e559acf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10fa0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_equalities",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalities",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_equalitiesevent" ("about", "age_band_id", "case_id", "disability_id", "disability_question", "ethnicity_id", "gender_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "religion_id", "sexual_orientation_id") SELECT old_values."about", old_values."age_band_id", old_values."case_id", old_values."disability_id", old_values."disability_question", old_values."ethnicity_id", old_values."gender_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."religion_id", old_values."sexual_orientation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4dc2bcd60e08fcac3072762a251b8dff7052a07c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_20b91",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_equalities",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="equalityanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="70f6229ce7951d6e5682b039455f43a320804a75",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12feb",
                    table="cases_equalityanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c43d77200d04b3bb04fd34ced53d7b3326f0167a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b3275",
                    table="cases_logevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."by_id", new_values."by_name", new_values."case_id", new_values."id", new_values."on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="28a2a2c8ea3bef0ecf6395c649291cd954efc771",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_11671",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."by_id", new_values."by_name", new_values."case_id", new_values."id", new_values."on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5b4987366704211b847f6475cd59ad9ce4a8560c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98d44",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_noteevent" ("by_id", "by_name", "case_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."by_id", old_values."by_name", old_values."case_id", old_values."id", old_values."on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="adc57204b3d9bdabbaac3aa9e5ea7e86a435dd2e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c56dc",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f0b55597f88239f1386469a3b9516459ec06b7f1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b8234",
                    table="cases_noteevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passedonbyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="552cca5c3396814e089eb286bd6ad7a874b2f137",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3cdbb",
                    table="cases_passedonbyevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_reviewed_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT new_values."address", new_values."address_is_safe", new_values."adjustments", new_values."care_system_number", new_values."contact_rule", new_values."email", new_values."format_needed", new_values."id", new_values."language", new_values."must_never_know", new_values."name", new_values."needs_reviewed_on", new_values."no_messages", new_values."no_post", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."telephone", new_values."telephone_is_safe", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6a0b6fc3abbb90de4d67bf25fff950aa005070e5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eb0b4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_reviewed_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT new_values."address", new_values."address_is_safe", new_values."adjustments", new_values."care_system_number", new_values."contact_rule", new_values."email", new_values."format_needed", new_values."id", new_values."language", new_values."must_never_know", new_values."name", new_values."needs_reviewed_on", new_values."no_messages", new_values."no_post", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."telephone", new_values."telephone_is_safe", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6455177210a85c23affe3946f697c2f22b8a8136",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6804f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_personevent" ("address", "address_is_safe", "adjustments", "care_system_number", "contact_rule", "email", "format_needed", "id", "language", "must_never_know", "name", "needs_reviewed_on", "no_messages", "no_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone", "telephone_is_safe", "user_id") SELECT old_values."address", old_values."address_is_safe", old_values."adjustments", old_values."care_system_number", old_values."contact_rule", old_values."email", old_values."format_needed", old_values."id", old_values."language", old_values."must_never_know", old_values."name", old_values."needs_reviewed_on", old_values."no_messages", old_values."no_post", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."telephone", old_values."telephone_is_safe", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b659e75fb24bc0d1f27be6d1282c83b45bddb4e3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_82e57",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casepersonevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a2a698709785fcf8a7523827b6b74f42fc57a3e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_074cf",
                    table="cases_casepersonevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseperson",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT new_values."authority_evidence", new_values."case_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."relation", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8a46d144e5d005ee08acc5e05bfaae107df0dca0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69565",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_caseperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseperson",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT new_values."authority_evidence", new_values."case_id", new_values."id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."relation", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fadfb3236c9a35d4014f26b2c048181fadff9ac6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8fac9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_caseperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseperson",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_casepersonevent" ("authority_evidence", "case_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "relation", "role") SELECT old_values."authority_evidence", old_values."case_id", old_values."id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."relation", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="37debd9cf777fd11089da57d0718a9147832bf1d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_62f18",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_caseperson",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="af3bf5833b7c82049f6c13f8eb5c165eab53c4a9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cd1ac",
                    table="cases_personevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="point",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."case_id", new_values."desired_outcome", new_values."id", new_values."is_primary", new_values."nature_id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6fe8c626613325ea6cea1ad2c4a06cf915d7a9b3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ddec4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_point",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="point",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."case_id", new_values."desired_outcome", new_values."id", new_values."is_primary", new_values."nature_id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1699059014f7854adf4a86973b8c0a11bd239de3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e962a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_point",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="point",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_pointevent" ("case_id", "desired_outcome", "id", "is_primary", "nature_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."case_id", old_values."desired_outcome", old_values."id", old_values."is_primary", old_values."nature_id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6a9f7059be725113660e4042328e9f85c40c22a6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_057a1",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_point",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8d83d26d7b15eff1a8f38dd801edcce1afef50d9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_41ffe",
                    table="cases_pointevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="providerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8d1466b1bcc45f8a2ab5d4f11e6a3d7001296a27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_98e36",
                    table="cases_providerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicearea",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_serviceareaevent" ("directorate_id", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "usual_procedure") SELECT new_values."directorate_id", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."usual_procedure" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="31e99f272f02f309b63e541318cc7f1a038b57c5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_91275",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_servicearea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicearea",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_serviceareaevent" ("directorate_id", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "usual_procedure") SELECT new_values."directorate_id", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."usual_procedure" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ac30f00ffe2b99baff1de88d04d93e98ccf86dac",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_021df",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_servicearea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicearea",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_serviceareaevent" ("directorate_id", "id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "usual_procedure") SELECT old_values."directorate_id", old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."usual_procedure" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="278250595668873e4ed79d65fcfca5731e51ce39",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4b046",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_servicearea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="35d0fcb8277736eef3392f6537797f35f781a6de",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0d381",
                    table="cases_logentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logentryevent" ("case_id", "id", "log_id", "nature_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."case_id", new_values."id", new_values."log_id", new_values."nature_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="76581e78811f0566a96f9b5f189f4c67b453d10f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b30aa",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_logentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logentryevent" ("case_id", "id", "log_id", "nature_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."case_id", new_values."id", new_values."log_id", new_values."nature_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ead16ccee362bbb6cb5abbc0c5ce05eab9f26569",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffe76",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_logentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="logentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_logentryevent" ("case_id", "id", "log_id", "nature_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT old_values."case_id", old_values."id", old_values."log_id", old_values."nature_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="53aa3c7857810a69cbcdb3f6544b211a693fcebf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d5184",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_logentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ec0816a5e696f081505e6385431928e80e52a0a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2689d",
                    table="cases_contactevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("closed_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."closed_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="96b64ef8a2e8f444a9cb284ef9ea74b5773eb52d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_075c0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("closed_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."closed_on", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f517a57ce55d7b25c53fe3d9ca0a22aa209109ca",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d768",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_contactevent" ("closed_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT old_values."closed_on", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f3cf5b8cdfed2be2492c4a8aefe32eb497734aa9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d639",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="complimentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="48146a868a6e8cfe360efa18ab1ebc7f1f92d415",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6c43c",
                    table="cases_complimentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="compliment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complimentevent" ("from_whom", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id", "text") SELECT new_values."from_whom", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c21bec070e2fe5129846f9522ee39ed5b80ed2a9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61dc7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_compliment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="compliment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complimentevent" ("from_whom", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id", "text") SELECT new_values."from_whom", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1505e9bc224748a6f536683177c06858e69f99cc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_24124",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_compliment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="compliment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_complimentevent" ("from_whom", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id", "text") SELECT old_values."from_whom", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="dca13711692a1a2faa4395408b74489cd2e0dc0d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75a26",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_compliment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="65b17c5dc231aae95e4a5d286bcd92a634f3ebd3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_320b9",
                    table="cases_caseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("channel_id", "close_reason", "closed_on", "complainant_type_id", "content_hash", "historical", "id", "joint_body", "kind", "made_on", "nature_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT new_values."channel_id", new_values."close_reason", new_values."closed_on", new_values."complainant_type_id", new_values."content_hash", new_values."historical", new_values."id", new_values."joint_body", new_values."kind", new_values."made_on", new_values."nature_id", new_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."received_on", new_values."reference", new_values."restricted", new_values."safeguarding", new_values."service_area_id", new_values."summary", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="99d779a3f68d2ae3a5c97adf69c92a91b74a33cb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("channel_id", "close_reason", "closed_on", "complainant_type_id", "content_hash", "historical", "id", "joint_body", "kind", "made_on", "nature_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT new_values."channel_id", new_values."close_reason", new_values."closed_on", new_values."complainant_type_id", new_values."content_hash", new_values."historical", new_values."id", new_values."joint_body", new_values."kind", new_values."made_on", new_values."nature_id", new_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."received_on", new_values."reference", new_values."restricted", new_values."safeguarding", new_values."service_area_id", new_values."summary", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="80439d876b422750fcba920bc7b26484f9435c56",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_caseevent" ("channel_id", "close_reason", "closed_on", "complainant_type_id", "content_hash", "historical", "id", "joint_body", "kind", "made_on", "nature_id", "passed_on_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "received_on", "reference", "restricted", "safeguarding", "service_area_id", "summary", "withdrawn_on") SELECT old_values."channel_id", old_values."close_reason", old_values."closed_on", old_values."complainant_type_id", old_values."content_hash", old_values."historical", old_values."id", old_values."joint_body", old_values."kind", old_values."made_on", old_values."nature_id", old_values."passed_on_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."received_on", old_values."reference", old_values."restricted", old_values."safeguarding", old_values."service_area_id", old_values."summary", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ecabff12f72a60b16e77e8091880fd6bb69b6d08",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d49e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacyreferralevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8a5ec2a4b8b8d0b2a2f7b6851701986ec7c39cc5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_badd9",
                    table="cases_advocacyreferralevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacyreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("case_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_on", "service_area_id") SELECT new_values."case_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider", new_values."referred_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="05b3722c1c4a1a115c25729b88885c04f857a0be",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d59ba",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="cases_advocacyreferral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacyreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("case_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_on", "service_area_id") SELECT new_values."case_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider", new_values."referred_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a2470bcad90f757364709a653e4afa8e749cd26",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b773",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="cases_advocacyreferral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="advocacyreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "cases_advocacyreferralevent" ("case_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "referred_on", "service_area_id") SELECT old_values."case_id", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider", old_values."referred_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="681017dbd66978c3f4985885629f244c5c2e530f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cda5b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="cases_advocacyreferral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="serviceareaevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9ec653bf1ba16b28ce8efb932adaba7e1647421",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4ff18",
                    table="cases_serviceareaevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
