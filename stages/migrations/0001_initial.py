import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import stages.working_days


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="BankHoliday",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=100)),
                (
                    "one_off",
                    models.BooleanField(
                        default=False, help_text="Added here, not from the official list"
                    ),
                ),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="BankHolidayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("day", models.DateField(serialize=False)),
                ("title", models.CharField(max_length=100)),
                (
                    "one_off",
                    models.BooleanField(
                        default=False, help_text="Added here, not from the official list"
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
                        to="stages.bankholiday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("working_days", models.PositiveIntegerField(help_text="Bank holidays left out")),
                (
                    "office_days",
                    models.PositiveIntegerField(help_text="Bank holidays and closures left out"),
                ),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="ClosureDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=100)),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="ClosureDayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("day", models.DateField(serialize=False)),
                ("title", models.CharField(max_length=100)),
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
                        to="stages.closureday",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Investigator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("agency", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=60)),
                ("employed_by_council", models.BooleanField(default=False)),
                ("in_pool_from", models.DateField(blank=True, null=True)),
                ("in_pool_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="InvestigatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("agency", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("telephone", models.CharField(blank=True, max_length=60)),
                ("employed_by_council", models.BooleanField(default=False)),
                ("in_pool_from", models.DateField(blank=True, null=True)),
                ("in_pool_until", models.DateField(blank=True, null=True)),
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
                        to="stages.investigator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Mediation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("offered_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("refused_by", models.CharField(blank=True, max_length=100)),
                ("mediator", models.CharField(blank=True, max_length=200)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("terms", models.TextField(blank=True, verbose_name="terms agreed")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "Resolved"),
                            ("partly", "Partly resolved"),
                            ("not_resolved", "Not resolved"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stage_avoided",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Only a stage that had been asked for", null=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mediations",
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
                "ordering": ["held_on", "id"],
                "indexes": [models.Index(fields=["held_on"], name="mediation_held")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_on__gte", models.F("offered_on")),
                            ("held_on", None),
                            ("offered_on", None),
                            _connector="OR",
                        ),
                        name="mediation_held_on_or_after_offered_on",
                        violation_error_message="A mediation cannot be held before it was offered.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""), ("held_on__isnull", False), _connector="OR"
                        ),
                        name="mediation_outcome_of_one_that_was_held",
                        violation_error_message="Only a mediation that was held has an outcome.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MediationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("offered_on", models.DateField(blank=True, null=True)),
                ("accepted_on", models.DateField(blank=True, null=True)),
                ("refused_by", models.CharField(blank=True, max_length=100)),
                ("mediator", models.CharField(blank=True, max_length=200)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("terms", models.TextField(blank=True, verbose_name="terms agreed")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "Resolved"),
                            ("partly", "Partly resolved"),
                            ("not_resolved", "Not resolved"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stage_avoided",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Only a stage that had been asked for", null=True
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
                        to="stages.mediation",
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
            name="OmbudsmanDecision",
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
                    "means",
                    models.CharField(
                        choices=[
                            ("premature", "Sent back: the council had not had its chance"),
                            ("not_considered", "Not considered"),
                            ("not_upheld", "Considered, not upheld"),
                            ("upheld", "Considered, upheld"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("name",), name="ombudsmandecision_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="ombudsmandecision_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OmbudsmanDecisionEvent",
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
                    "means",
                    models.CharField(
                        choices=[
                            ("premature", "Sent back: the council had not had its chance"),
                            ("not_considered", "Not considered"),
                            ("not_upheld", "Considered, not upheld"),
                            ("upheld", "Considered, upheld"),
                        ],
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
                        to="stages.ombudsmandecision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OmbudsmanEnquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ombudsman_reference", models.CharField(blank=True, max_length=40)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ombudsman_enquiries",
                        to="cases.case",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquiries",
                        to="stages.ombudsmandecision",
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
                "verbose_name_plural": "ombudsman enquiries",
                "ordering": ["received_on", "id"],
                "indexes": [models.Index(fields=["decided_on"], name="ombudsman_decided")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__gte", models.F("received_on")),
                            ("decided_on", None),
                            ("received_on", None),
                            _connector="OR",
                        ),
                        name="ombudsman_decided_on_or_after_received_on",
                        violation_error_message="The Ombudsman cannot decide before the enquiry.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OmbudsmanEnquiryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ombudsman_reference", models.CharField(blank=True, max_length=40)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("decided_on", models.DateField(blank=True, null=True)),
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmandecision",
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
                        to="stages.ombudsmanenquiry",
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
            name="Procedure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30)),
                ("version", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                (
                    "aliases",
                    models.JSONField(
                        blank=True, default=list, help_text="Other names in case logs"
                    ),
                ),
                ("in_force_from", models.DateField()),
                ("in_force_until", models.DateField(blank=True, null=True)),
                ("statutory", models.BooleanField(default=False)),
                (
                    "day_one",
                    models.CharField(
                        choices=[
                            (stages.working_days.DayOne["AFTER"], "the day after is day 1"),
                            (stages.working_days.DayOne["SAME"], "the day itself is day 1"),
                            (
                                stages.working_days.DayOne["DEEMED"],
                                "on a day that does not count, the next working day; the day after is day 1",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                ("closure_days_excluded", models.BooleanField(default=False)),
                ("pauses_move_deadlines", models.BooleanField(default=False)),
                (
                    "month_ends_roll",
                    models.BooleanField(
                        default=False,
                        verbose_name="calendar limits move off weekends to the next working day",
                    ),
                ),
                (
                    "posting_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        verbose_name="working days after which a posted letter is deemed received",
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "remark",
                    models.TextField(
                        blank=True, help_text="What is not verified and may be changed"
                    ),
                ),
                (
                    "next_body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where a person may go afterwards"
                    ),
                ),
                (
                    "content_hash",
                    models.CharField(help_text="Of the file it was loaded from", max_length=64),
                ),
            ],
            options={
                "ordering": ["code", "in_force_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("code", "version"), name="procedure_version"),
                    models.UniqueConstraint(
                        fields=("code", "in_force_from"), name="procedure_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_until__gte", models.F("in_force_from")),
                            ("in_force_until", None),
                            _connector="OR",
                        ),
                        name="procedure_in_force_until_after_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcedureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=30)),
                ("version", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                (
                    "aliases",
                    models.JSONField(
                        blank=True, default=list, help_text="Other names in case logs"
                    ),
                ),
                ("in_force_from", models.DateField()),
                ("in_force_until", models.DateField(blank=True, null=True)),
                ("statutory", models.BooleanField(default=False)),
                (
                    "day_one",
                    models.CharField(
                        choices=[
                            (stages.working_days.DayOne["AFTER"], "the day after is day 1"),
                            (stages.working_days.DayOne["SAME"], "the day itself is day 1"),
                            (
                                stages.working_days.DayOne["DEEMED"],
                                "on a day that does not count, the next working day; the day after is day 1",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                ("closure_days_excluded", models.BooleanField(default=False)),
                ("pauses_move_deadlines", models.BooleanField(default=False)),
                (
                    "month_ends_roll",
                    models.BooleanField(
                        default=False,
                        verbose_name="calendar limits move off weekends to the next working day",
                    ),
                ),
                (
                    "posting_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        verbose_name="working days after which a posted letter is deemed received",
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "remark",
                    models.TextField(
                        blank=True, help_text="What is not verified and may be changed"
                    ),
                ),
                (
                    "next_body",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where a person may go afterwards"
                    ),
                ),
                (
                    "content_hash",
                    models.CharField(help_text="Of the file it was loaded from", max_length=64),
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
                        to="stages.procedure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chosen_on", models.DateField()),
                ("chosen_because", models.TextField(blank=True)),
                (
                    "provisional",
                    models.BooleanField(
                        default=False,
                        help_text="Until triage: the usual procedure of its service area",
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="route",
                        to="cases.case",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="routes",
                        to="stages.procedure",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RouteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("chosen_on", models.DateField()),
                ("chosen_because", models.TextField(blank=True)),
                (
                    "provisional",
                    models.BooleanField(
                        default=False,
                        help_text="Until triage: the usual procedure of its service area",
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
                        to="stages.route",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.procedure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StageDefinition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=30)),
                ("number", models.PositiveSmallIntegerField(help_text="0 is before stage 1")),
                ("name", models.CharField(max_length=200)),
                (
                    "responder",
                    models.CharField(blank=True, max_length=200, verbose_name="who answers"),
                ),
                ("independent_person", models.BooleanField(default=False)),
                ("panel", models.BooleanField(default=False)),
                ("source", models.TextField(blank=True)),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stages",
                        to="stages.procedure",
                    ),
                ),
            ],
            options={
                "ordering": ["procedure", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("procedure", "key"), name="stage_key_in_version"
                    ),
                    models.UniqueConstraint(
                        fields=("procedure", "number"), name="stage_number_in_version"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="The definition's, for indexes"),
                ),
                ("received_on", models.DateField(help_text="When the complaint was received")),
                ("requested_on", models.DateField(blank=True, null=True, verbose_name="requested")),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="begun")),
                (
                    "acknowledged_on",
                    models.DateField(blank=True, null=True, verbose_name="acknowledged"),
                ),
                (
                    "statement_agreed_on",
                    models.DateField(blank=True, null=True, verbose_name="statement agreed"),
                ),
                (
                    "investigator_appointed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="investigating officer appointed"
                    ),
                ),
                (
                    "independent_person_appointed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="independent person appointed"
                    ),
                ),
                (
                    "investigation_report_on",
                    models.DateField(blank=True, null=True, verbose_name="investigation report"),
                ),
                (
                    "adjudication_on",
                    models.DateField(blank=True, null=True, verbose_name="adjudication"),
                ),
                ("panel_met_on", models.DateField(blank=True, null=True, verbose_name="panel met")),
                (
                    "panel_report_on",
                    models.DateField(blank=True, null=True, verbose_name="panel report"),
                ),
                ("responded_on", models.DateField(blank=True, null=True, verbose_name="responded")),
                (
                    "escalated_on",
                    models.DateField(blank=True, null=True, verbose_name="next stage requested"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "Upheld"),
                            ("partially_upheld", "Partially upheld"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn"),
                            ("no_finding", "No finding"),
                            ("resolved", "Resolved without finding"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("outcome_overridden_because", models.TextField(blank=True)),
                ("external_investigator", models.BooleanField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages",
                        to="cases.case",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the stage has a category scheme of its own",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.category",
                    ),
                ),
                (
                    "definition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages_opened",
                        to="stages.stagedefinition",
                    ),
                ),
            ],
            options={
                "ordering": ["case", "number"],
                "indexes": [
                    models.Index(fields=["number", "begun_on"], name="stage_begun"),
                    models.Index(fields=["number", "requested_on"], name="stage_requested"),
                    models.Index(fields=["number", "outcome", "case"], name="stage_outcome"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="stage_once_in_a_case"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("requested_on__gte", models.F("received_on")),
                            ("requested_on", None),
                            ("received_on", None),
                            _connector="OR",
                        ),
                        name="stage_requested_on_after_received_on",
                        violation_error_message="A stage cannot be asked for before the complaint was received.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begun_on__gte", models.F("requested_on")),
                            ("begun_on", None),
                            ("requested_on", None),
                            _connector="OR",
                        ),
                        name="stage_begun_on_after_requested_on",
                        violation_error_message="A stage cannot begin before its request.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("acknowledged_on__gte", models.F("received_on")),
                            ("acknowledged_on", None),
                            ("received_on", None),
                            _connector="OR",
                        ),
                        name="stage_acknowledged_on_after_received_on",
                        violation_error_message="A complaint cannot be acknowledged before it was received.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responded_on__gte", models.F("requested_on")),
                            ("responded_on", None),
                            ("requested_on", None),
                            _connector="OR",
                        ),
                        name="stage_responded_on_after_requested_on",
                        violation_error_message="The response cannot be before the request.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responded_on__gte", models.F("received_on")),
                            ("responded_on", None),
                            ("received_on", None),
                            _connector="OR",
                        ),
                        name="stage_responded_on_after_received_on",
                        violation_error_message="The response cannot be before the complaint.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("panel_met_on__gte", models.F("requested_on")),
                            ("panel_met_on", None),
                            ("requested_on", None),
                            _connector="OR",
                        ),
                        name="stage_panel_met_on_after_requested_on",
                        violation_error_message="A panel cannot meet before its request.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("panel_report_on__gte", models.F("panel_met_on")),
                            ("panel_report_on", None),
                            ("panel_met_on", None),
                            _connector="OR",
                        ),
                        name="stage_panel_report_on_after_panel_met_on",
                        violation_error_message="A panel cannot report before it has met.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", ""),
                            ("begun_on__isnull", False),
                            ("outcome", "withdrawn"),
                            _connector="OR",
                        ),
                        name="stage_outcome_of_a_begun_stage",
                        violation_error_message="Only a stage that has begun has an outcome.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                            ("investigating_officer", "Investigating officer"),
                            ("independent_person", "Independent person"),
                            ("adjudicating_officer", "Adjudicating officer"),
                        ],
                        max_length=30,
                    ),
                ),
                ("appointed_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "fee",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True),
                ),
                (
                    "expenses",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True),
                ),
                (
                    "investigator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="stages.investigator",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["appointed_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("stage", "role"),
                        name="one_appointment_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fee__gte", 0), ("fee", None), _connector="OR"),
                            models.Q(("expenses__gte", 0), ("expenses", None), _connector="OR"),
                        ),
                        name="appointment_costs_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_due_on", models.DateField()),
                ("to_due_on", models.DateField()),
                ("reason", models.TextField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="complainant told"),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["stage", "to_due_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_due_on__gt", models.F("from_due_on"))),
                        name="extension_moves_later",
                        violation_error_message="An extension moves the due date later.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="extension_has_a_reason",
                        violation_error_message="Say why the time is extended.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_due_on", models.DateField()),
                ("to_due_on", models.DateField()),
                ("reason", models.TextField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="complainant told"),
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
                        to="stages.extension",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("investigator", "Investigator"),
                            ("adjudication", "Adjudication"),
                            ("panel", "Panel"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("upheld", "Upheld"),
                            ("partially_upheld", "Partially upheld"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn"),
                            ("no_finding", "No finding"),
                            ("resolved", "Resolved without finding"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="cases.point",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["point__number", "level"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stage", "point", "level"), name="one_finding_at_a_level"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("investigator", "Investigator"),
                            ("adjudication", "Adjudication"),
                            ("panel", "Panel"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("upheld", "Upheld"),
                            ("partially_upheld", "Partially upheld"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn"),
                            ("no_finding", "No finding"),
                            ("resolved", "Resolved without finding"),
                            ("not_accepted", "Not accepted"),
                        ],
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
                        to="stages.finding",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="complainant told"),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["stage", "from_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__gte", models.F("from_on")), ("to_on", None), _connector="OR"
                        ),
                        name="hold_ends_on_or_after_it_starts",
                        violation_error_message="A hold cannot end before it starts.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HoldEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="complainant told"),
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
                        to="stages.hold",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Panel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=200)),
                ("recommendations", models.TextField(blank=True)),
                (
                    "stage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel",
                        to="stages.stage",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PanelEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("venue", models.CharField(blank=True, max_length=200)),
                ("recommendations", models.TextField(blank=True)),
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
                        to="stages.panel",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PanelMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chairs", models.BooleanField(default=False)),
                (
                    "investigator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.investigator",
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="stages.panel",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("panel", "investigator"), name="panel_member_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("chairs", True)),
                        fields=("panel",),
                        name="one_chair_of_a_panel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("chairs", models.BooleanField(default=False)),
                (
                    "investigator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.investigator",
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.panel",
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
                        to="stages.panelmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StageDefinitionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=30)),
                ("number", models.PositiveSmallIntegerField(help_text="0 is before stage 1")),
                ("name", models.CharField(max_length=200)),
                (
                    "responder",
                    models.CharField(blank=True, max_length=200, verbose_name="who answers"),
                ),
                ("independent_person", models.BooleanField(default=False)),
                ("panel", models.BooleanField(default=False)),
                ("source", models.TextField(blank=True)),
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
                        to="stages.stagedefinition",
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.procedure",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="The definition's, for indexes"),
                ),
                ("received_on", models.DateField(help_text="When the complaint was received")),
                ("requested_on", models.DateField(blank=True, null=True, verbose_name="requested")),
                ("begun_on", models.DateField(blank=True, null=True, verbose_name="begun")),
                (
                    "acknowledged_on",
                    models.DateField(blank=True, null=True, verbose_name="acknowledged"),
                ),
                (
                    "statement_agreed_on",
                    models.DateField(blank=True, null=True, verbose_name="statement agreed"),
                ),
                (
                    "investigator_appointed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="investigating officer appointed"
                    ),
                ),
                (
                    "independent_person_appointed_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="independent person appointed"
                    ),
                ),
                (
                    "investigation_report_on",
                    models.DateField(blank=True, null=True, verbose_name="investigation report"),
                ),
                (
                    "adjudication_on",
                    models.DateField(blank=True, null=True, verbose_name="adjudication"),
                ),
                ("panel_met_on", models.DateField(blank=True, null=True, verbose_name="panel met")),
                (
                    "panel_report_on",
                    models.DateField(blank=True, null=True, verbose_name="panel report"),
                ),
                ("responded_on", models.DateField(blank=True, null=True, verbose_name="responded")),
                (
                    "escalated_on",
                    models.DateField(blank=True, null=True, verbose_name="next stage requested"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "Upheld"),
                            ("partially_upheld", "Partially upheld"),
                            ("not_upheld", "Not upheld"),
                            ("withdrawn", "Withdrawn"),
                            ("no_finding", "No finding"),
                            ("resolved", "Resolved without finding"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("outcome_overridden_because", models.TextField(blank=True)),
                ("external_investigator", models.BooleanField(blank=True, null=True)),
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
                    "definition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stagedefinition",
                    ),
                ),
                (
                    "nature",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where the stage has a category scheme of its own",
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
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TimeLimit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "limit of the law or the published procedure"),
                            ("window", "time in which the complainant may ask for the next stage"),
                            ("inner", "the council's own milestone"),
                        ],
                        default="statutory",
                        max_length=10,
                    ),
                ),
                ("length", models.PositiveSmallIntegerField()),
                ("extends_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            (stages.working_days.Unit["WORKING_DAYS"], "working days"),
                            (stages.working_days.Unit["CALENDAR_DAYS"], "calendar days"),
                            (stages.working_days.Unit["MONTHS"], "months"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "day_one",
                    models.CharField(
                        choices=[
                            (stages.working_days.DayOne["AFTER"], "the day after is day 1"),
                            (stages.working_days.DayOne["SAME"], "the day itself is day 1"),
                            (
                                stages.working_days.DayOne["DEEMED"],
                                "on a day that does not count, the next working day; the day after is day 1",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "runs_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("received_on", "complaint received"),
                            ("requested_on", "requested by the complainant"),
                            ("begun_on", "begun"),
                            ("acknowledged_on", "acknowledged"),
                            ("statement_agreed_on", "statement of complaint agreed"),
                            ("investigator_appointed_on", "investigating officer appointed"),
                            ("independent_person_appointed_on", "independent person appointed"),
                            ("investigation_report_on", "investigation report"),
                            ("adjudication_on", "adjudication"),
                            ("panel_met_on", "panel met"),
                            ("panel_report_on", "panel report"),
                            ("responded_on", "response"),
                            ("escalated_on", "next stage requested"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "stopped_by",
                    models.CharField(
                        choices=[
                            ("received_on", "complaint received"),
                            ("requested_on", "requested by the complainant"),
                            ("begun_on", "begun"),
                            ("acknowledged_on", "acknowledged"),
                            ("statement_agreed_on", "statement of complaint agreed"),
                            ("investigator_appointed_on", "investigating officer appointed"),
                            ("independent_person_appointed_on", "independent person appointed"),
                            ("investigation_report_on", "investigation report"),
                            ("adjudication_on", "adjudication"),
                            ("panel_met_on", "panel met"),
                            ("panel_report_on", "panel report"),
                            ("responded_on", "response"),
                            ("escalated_on", "next stage requested"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "in_force",
                    models.BooleanField(
                        default=True,
                        help_text="False where another clock counts and this one is shown beside it",
                    ),
                ),
                (
                    "is_main",
                    models.BooleanField(
                        default=False, help_text="The clock of the stage's response"
                    ),
                ),
                ("counts_back_from", models.SlugField(blank=True, max_length=40)),
                (
                    "provisional_from",
                    models.SlugField(
                        blank=True,
                        help_text="Where the start is not recorded: the limit on whose last day it would fall",
                        max_length=40,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "remark",
                    models.TextField(
                        blank=True, help_text="What is not verified and may be changed"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="limits",
                        to="stages.stagedefinition",
                    ),
                ),
            ],
            options={
                "ordering": ["stage", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("stage", "key"), name="limit_key_in_stage"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_main", True)),
                        fields=("stage",),
                        name="one_main_clock_in_stage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("extends_to__gt", models.F("length")),
                            ("extends_to", None),
                            _connector="OR",
                        ),
                        name="limit_extends_beyond_its_length",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("counts_back_from", ""), ("runs_from", ""), _connector="XOR"
                        ),
                        name="limit_runs_from_an_event_or_back_from_a_limit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_main",
                    models.BooleanField(default=False, help_text="The limit's, for indexes"),
                ),
                ("starts_on", models.DateField()),
                (
                    "provisional",
                    models.BooleanField(
                        default=False,
                        help_text="The start is not recorded: its last possible day is taken",
                    ),
                ),
                ("target_on", models.DateField()),
                ("ceiling_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="date told at the time"),
                ),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "live",
                    models.BooleanField(
                        default=True, help_text="False once the case or stage has ended"
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="stages.stage",
                    ),
                ),
                (
                    "limit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="stages.timelimit",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("live", True), ("met_on", None)),
                        fields=["due_on"],
                        name="deadline_running",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stage", "limit"), name="deadline_once_in_a_stage"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_main", True)),
                        fields=("stage",),
                        name="main_deadline_once_in_a_stage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ceiling_on__gte", models.F("target_on"))),
                        name="deadline_ceiling_on_or_after_target",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeadlineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "is_main",
                    models.BooleanField(default=False, help_text="The limit's, for indexes"),
                ),
                ("starts_on", models.DateField()),
                (
                    "provisional",
                    models.BooleanField(
                        default=False,
                        help_text="The start is not recorded: its last possible day is taken",
                    ),
                ),
                ("target_on", models.DateField()),
                ("ceiling_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="date told at the time"),
                ),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "live",
                    models.BooleanField(
                        default=True, help_text="False once the case or stage has ended"
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
                        to="stages.deadline",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
                (
                    "limit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.timelimit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TimeLimitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=40)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statutory", "limit of the law or the published procedure"),
                            ("window", "time in which the complainant may ask for the next stage"),
                            ("inner", "the council's own milestone"),
                        ],
                        default="statutory",
                        max_length=10,
                    ),
                ),
                ("length", models.PositiveSmallIntegerField()),
                ("extends_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            (stages.working_days.Unit["WORKING_DAYS"], "working days"),
                            (stages.working_days.Unit["CALENDAR_DAYS"], "calendar days"),
                            (stages.working_days.Unit["MONTHS"], "months"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "day_one",
                    models.CharField(
                        choices=[
                            (stages.working_days.DayOne["AFTER"], "the day after is day 1"),
                            (stages.working_days.DayOne["SAME"], "the day itself is day 1"),
                            (
                                stages.working_days.DayOne["DEEMED"],
                                "on a day that does not count, the next working day; the day after is day 1",
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "runs_from",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("received_on", "complaint received"),
                            ("requested_on", "requested by the complainant"),
                            ("begun_on", "begun"),
                            ("acknowledged_on", "acknowledged"),
                            ("statement_agreed_on", "statement of complaint agreed"),
                            ("investigator_appointed_on", "investigating officer appointed"),
                            ("independent_person_appointed_on", "independent person appointed"),
                            ("investigation_report_on", "investigation report"),
                            ("adjudication_on", "adjudication"),
                            ("panel_met_on", "panel met"),
                            ("panel_report_on", "panel report"),
                            ("responded_on", "response"),
                            ("escalated_on", "next stage requested"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "stopped_by",
                    models.CharField(
                        choices=[
                            ("received_on", "complaint received"),
                            ("requested_on", "requested by the complainant"),
                            ("begun_on", "begun"),
                            ("acknowledged_on", "acknowledged"),
                            ("statement_agreed_on", "statement of complaint agreed"),
                            ("investigator_appointed_on", "investigating officer appointed"),
                            ("independent_person_appointed_on", "independent person appointed"),
                            ("investigation_report_on", "investigation report"),
                            ("adjudication_on", "adjudication"),
                            ("panel_met_on", "panel met"),
                            ("panel_report_on", "panel report"),
                            ("responded_on", "response"),
                            ("escalated_on", "next stage requested"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "in_force",
                    models.BooleanField(
                        default=True,
                        help_text="False where another clock counts and this one is shown beside it",
                    ),
                ),
                (
                    "is_main",
                    models.BooleanField(
                        default=False, help_text="The clock of the stage's response"
                    ),
                ),
                ("counts_back_from", models.SlugField(blank=True, db_index=False, max_length=40)),
                (
                    "provisional_from",
                    models.SlugField(
                        blank=True,
                        db_index=False,
                        help_text="Where the start is not recorded: the limit on whose last day it would fall",
                        max_length=40,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "remark",
                    models.TextField(
                        blank=True, help_text="What is not verified and may be changed"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                        to="stages.timelimit",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stagedefinition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppointmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("investigating_officer", "Investigating officer"),
                            ("independent_person", "Independent person"),
                            ("adjudicating_officer", "Adjudicating officer"),
                        ],
                        max_length=30,
                    ),
                ),
                ("appointed_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "fee",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True),
                ),
                (
                    "expenses",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True),
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
                        to="stages.appointment",
                    ),
                ),
                (
                    "investigator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.investigator",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankholiday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_bankholidayevent" ("day", "one_off", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."day", new_values."one_off", _pgh_attached_context.value, NOW(), \'insert\', new_values."day", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e1a3b287235b4e9eef3435c6c278fc4fcdf7918b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d3f9e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_bankholiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankholiday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_bankholidayevent" ("day", "one_off", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."day", new_values."one_off", _pgh_attached_context.value, NOW(), \'update\', new_values."day", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."day") = (new_values."day") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="74609a8beddbc93ca7b1227b2fd64398360e929c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2348b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_bankholiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankholiday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_bankholidayevent" ("day", "one_off", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."day", old_values."one_off", _pgh_attached_context.value, NOW(), \'delete\', old_values."day", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3b3df07842a2133872b382e02ef1bfdb834e9563",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e4aec",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_bankholiday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closureday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_closuredayevent" ("day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."day", _pgh_attached_context.value, NOW(), \'insert\', new_values."day", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0d15780aeec28515bfed914e3c188912fb845a32",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4e87d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_closureday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closureday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_closuredayevent" ("day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."day", _pgh_attached_context.value, NOW(), \'update\', new_values."day", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."day") = (new_values."day") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="005e5e12bda950861b61435d460135ae1d1edc16",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ebde6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_closureday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closureday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_closuredayevent" ("day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."day", _pgh_attached_context.value, NOW(), \'delete\', old_values."day", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6ac488f3083afd841fd4037cc99bbeafeed2ea3f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b0f1b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_closureday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investigator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency", new_values."email", new_values."employed_by_council", new_values."id", new_values."in_pool_from", new_values."in_pool_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9e0f4a5896611068ebe89e73118eab497ead48d2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ddb4f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_investigator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investigator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT new_values."agency", new_values."email", new_values."employed_by_council", new_values."id", new_values."in_pool_from", new_values."in_pool_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."telephone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ed9fc9f82ee6358d8d4c55cbe490d59bf601230a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cc795",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_investigator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investigator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "telephone") SELECT old_values."agency", old_values."email", old_values."employed_by_council", old_values."id", old_values."in_pool_from", old_values."in_pool_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."telephone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1458029c0685ef23a2168e43c92599fa5ac259dd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_29c13",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_investigator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmandecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fb26c84ba064737f1637f49ba51230a89f024596",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cfdad",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_ombudsmandecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmandecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4d7a869642fe4d5b83fcba3210a10acbabcd1a50",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_baa9f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_ombudsmandecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmandecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."means", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="866e852fbab7add04330c1a2c4a3c629c9085d00",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_013ba",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_ombudsmandecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procedure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "source", "statutory", "version") SELECT new_values."aliases", new_values."closure_days_excluded", new_values."code", new_values."content_hash", new_values."day_one", new_values."id", new_values."in_force_from", new_values."in_force_until", new_values."month_ends_roll", new_values."name", new_values."next_body", new_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."posting_days", new_values."remark", new_values."source", new_values."statutory", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8fd8daff8e4721949f8ea59e5b4b085e03464ef9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3fbb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_procedure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procedure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "source", "statutory", "version") SELECT new_values."aliases", new_values."closure_days_excluded", new_values."code", new_values."content_hash", new_values."day_one", new_values."id", new_values."in_force_from", new_values."in_force_until", new_values."month_ends_roll", new_values."name", new_values."next_body", new_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."posting_days", new_values."remark", new_values."source", new_values."statutory", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4c6be8e86a4e258c2513b65ad25617c2b108fd34",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5c151",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_procedure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procedure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "source", "statutory", "version") SELECT old_values."aliases", old_values."closure_days_excluded", old_values."code", old_values."content_hash", old_values."day_one", old_values."id", old_values."in_force_from", old_values."in_force_until", old_values."month_ends_roll", old_values."name", old_values."next_body", old_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."posting_days", old_values."remark", old_values."source", old_values."statutory", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="be06b6c1c0b834169d636c825cc2167977dba068",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0fa93",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_procedure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bankholidayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fff5dc3f01bb85dd7cd94af42ede65ac1e308431",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7e720",
                    table="stages_bankholidayevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closuredayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aec3787a8c4ce6e8b79fba26548232458733f280",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ecbe6",
                    table="stages_closuredayevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="investigatorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b78ecd89e3e1b3381b1df8e6e9186a77a868e8ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2ec3e",
                    table="stages_investigatorevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mediation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_on", "case_id", "held_on", "id", "mediator", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_by", "service_area_id", "stage_avoided", "terms") SELECT new_values."accepted_on", new_values."case_id", new_values."held_on", new_values."id", new_values."mediator", new_values."offered_on", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."refused_by", new_values."service_area_id", new_values."stage_avoided", new_values."terms" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b05c0a232bfa6846f5d98a5e50635219374d9a66",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9cd5b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_mediation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mediation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_on", "case_id", "held_on", "id", "mediator", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_by", "service_area_id", "stage_avoided", "terms") SELECT new_values."accepted_on", new_values."case_id", new_values."held_on", new_values."id", new_values."mediator", new_values."offered_on", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."refused_by", new_values."service_area_id", new_values."stage_avoided", new_values."terms" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5d9f1c69a2a7663ea2a599f2bfb1f045a5c65491",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce20b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_mediation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mediation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_on", "case_id", "held_on", "id", "mediator", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_by", "service_area_id", "stage_avoided", "terms") SELECT old_values."accepted_on", old_values."case_id", old_values."held_on", old_values."id", old_values."mediator", old_values."offered_on", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."refused_by", old_values."service_area_id", old_values."stage_avoided", old_values."terms" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="dbca98c76b2f5a2dda7c6303135d4c8a0905c20d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_34930",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_mediation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mediationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8d403c97bd75a0b247ec8f85ecbbdd71394ff5e0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5d29f",
                    table="stages_mediationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmandecisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f7dafb5870a1b1abcc88c4da274d221ab130b1d4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2dd4c",
                    table="stages_ombudsmandecisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmanenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."case_id", new_values."decided_on", new_values."decision_id", new_values."id", new_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="583f5b7fc88c898348c80295a446b5c410fc296e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5b068",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_ombudsmanenquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmanenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."case_id", new_values."decided_on", new_values."decision_id", new_values."id", new_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2211b8edc516c569aaf43762714540f3f1d96a00",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aebb0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_ombudsmanenquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmanenquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT old_values."case_id", old_values."decided_on", old_values."decision_id", old_values."id", old_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="222c9c23fbf0eee09eecd37596419eed54bb74da",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_96dc3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_ombudsmanenquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ombudsmanenquiryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d8d55ed2d2f96eb5087dbcbf5e72d024d5032848",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_98700",
                    table="stages_ombudsmanenquiryevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panelmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("chairs", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."chairs", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="32034098072efb6ee1c21a61247c8965153ea4a8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_29d73",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_panelmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panelmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("chairs", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."chairs", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="35e447be660ec5498c33b68d92a470f3d5eb8a60",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_510d9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_panelmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panelmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("chairs", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."chairs", old_values."id", old_values."investigator_id", old_values."panel_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4dd527eeeb0e0ba48467e0aad4f7f06025458d2e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c77f6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_panelmember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panelmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="185e048dc7436b4ae9d8880f73a4114360b3217c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0cfe5",
                    table="stages_panelmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="procedureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b6eb8f7d7da985a6e05c6e8043b5bfc67d506e84",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_70157",
                    table="stages_procedureevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="route",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_routeevent" ("case_id", "chosen_because", "chosen_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "provisional") SELECT new_values."case_id", new_values."chosen_because", new_values."chosen_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."procedure_id", new_values."provisional" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="47f6076fcb589140516686c08314032dad2bb03d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_799b4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_route",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="route",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_routeevent" ("case_id", "chosen_because", "chosen_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "provisional") SELECT new_values."case_id", new_values."chosen_because", new_values."chosen_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."procedure_id", new_values."provisional" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9a65a8112a94efca1d0e487e01bb38f090154ba6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fcdc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_route",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="route",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_routeevent" ("case_id", "chosen_because", "chosen_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "provisional") SELECT old_values."case_id", old_values."chosen_because", old_values."chosen_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."procedure_id", old_values."provisional" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9489c8b56e5728749a42b058e751e31df385ac4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6605a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_route",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="routeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fb8c3634ec9082d2e1e7e6f43a64432764f23285",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_66776",
                    table="stages_routeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panelevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b0c644cecdf411fddf1493630806c9a9899c3c8d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_47b0a",
                    table="stages_panelevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recommendations", new_values."stage_id", new_values."venue" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="98ecf32abc25c490cd5b655c313e1e184ab1196b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_156de",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_panel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recommendations", new_values."stage_id", new_values."venue" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d181239618c5d6d438cbce2fcdfa9acf819c171e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_165ff",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_panel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recommendations", old_values."stage_id", old_values."venue" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4a2e34398c315a1e120e2e0965acd5d416e168bd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d7db2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_panel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="holdevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7c8ae8ec56a3884dd7199a7e036f4037ba3eb779",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_430fa",
                    table="stages_holdevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_holdevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on", "told_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_on", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e15e28ee34a6d78737b57a80495f0d9fa575f69d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a890",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_hold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_holdevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on", "told_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_on", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="837f91a29139115d63fa6648c72c42bd5baf9ee5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d14a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_hold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_holdevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on", "told_on") SELECT old_values."from_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stage_id", old_values."to_on", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="271bd1358a701d1950d8db983b66581f124cf287",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6dd27",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_hold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="findingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="005f15bc68ea3189e7ed65d0c3c59311a305b6cf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a31db",
                    table="stages_findingevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "stage_id") SELECT new_values."finding", new_values."id", new_values."level", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="013f2f42e94f15ff640af87fa43ec57d90270ec4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b38f4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_finding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "stage_id") SELECT new_values."finding", new_values."id", new_values."level", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d42f33fcaa6b0b6feaaac620d4c808b260f77a8e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c2407",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_finding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "stage_id") SELECT old_values."finding", old_values."id", old_values."level", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2742e1a4e4aa838776c723de6262066dbd716073",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9a56c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_finding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extensionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="76a273055d93e2f95715f4c415c7baa253f3ae79",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dbd2a",
                    table="stages_extensionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("from_due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_on") SELECT new_values."from_due_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_due_on", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d32f3abb5d1110f37475a87fd3487b6bf955ab57",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6d566",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("from_due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_on") SELECT new_values."from_due_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_due_on", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc7f2e833d2f18237dcbede326214622f49e0c50",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_94b02",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="extension",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("from_due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_on") SELECT old_values."from_due_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stage_id", old_values."to_due_on", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f587735cbba01f668ead0d326b71071137093d8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f76d5",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_extension",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d9343fd0357477850c7e6129197687fc478f1f04",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e5a6c",
                    table="stages_appointmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."appointed_on", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="13f9970d078be7508609c10e0903c7859f1251cf",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4f8b8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."appointed_on", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0a967c28ed8f6bdc775cf69975043763c496c64f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_983c6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT old_values."appointed_on", old_values."ended_on", old_values."expenses", old_values."fee", old_values."id", old_values."investigator_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8dfc5baccd37341a60852a69750aa7d8c5b4e5c0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48c8b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_appointment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagedefinition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("id", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source") SELECT new_values."id", new_values."independent_person", new_values."key", new_values."name", new_values."number", new_values."panel", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."procedure_id", new_values."responder", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a49dbeec07f12beccfdc4496b22df40f3afe113d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_28aa2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_stagedefinition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagedefinition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("id", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source") SELECT new_values."id", new_values."independent_person", new_values."key", new_values."name", new_values."number", new_values."panel", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."procedure_id", new_values."responder", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2c9f8b2d0e35e28ff96fb52bde9f55af87715b7b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_61bb4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_stagedefinition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagedefinition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("id", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source") SELECT old_values."id", old_values."independent_person", old_values."key", old_values."name", old_values."number", old_values."panel", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."procedure_id", old_values."responder", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9f369722985c117a1fdd5469944117d0d282d8f0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d777e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_stagedefinition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "investigation_report_on", "investigator_appointed_on", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT new_values."acknowledged_on", new_values."adjudication_on", new_values."begun_on", new_values."case_id", new_values."definition_id", new_values."escalated_on", new_values."external_investigator", new_values."id", new_values."independent_person_appointed_on", new_values."investigation_report_on", new_values."investigator_appointed_on", new_values."nature_id", new_values."number", new_values."outcome", new_values."outcome_overridden_because", new_values."panel_met_on", new_values."panel_report_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."requested_on", new_values."responded_on", new_values."statement_agreed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="effa9f1cc0265d026e5af522648293cf232bad58",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89b8d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_stage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "investigation_report_on", "investigator_appointed_on", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT new_values."acknowledged_on", new_values."adjudication_on", new_values."begun_on", new_values."case_id", new_values."definition_id", new_values."escalated_on", new_values."external_investigator", new_values."id", new_values."independent_person_appointed_on", new_values."investigation_report_on", new_values."investigator_appointed_on", new_values."nature_id", new_values."number", new_values."outcome", new_values."outcome_overridden_because", new_values."panel_met_on", new_values."panel_report_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."requested_on", new_values."responded_on", new_values."statement_agreed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="72a57a13543e0e5e42d0d85b1af9dd033a12cce3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed843",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_stage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "investigation_report_on", "investigator_appointed_on", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT old_values."acknowledged_on", old_values."adjudication_on", old_values."begun_on", old_values."case_id", old_values."definition_id", old_values."escalated_on", old_values."external_investigator", old_values."id", old_values."independent_person_appointed_on", old_values."investigation_report_on", old_values."investigator_appointed_on", old_values."nature_id", old_values."number", old_values."outcome", old_values."outcome_overridden_because", old_values."panel_met_on", old_values."panel_report_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."requested_on", old_values."responded_on", old_values."statement_agreed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c9a010bee0bec070f567f279136a0a86ad5d5dac",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dde97",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_stage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagedefinitionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e6e165347475f8a0c3c7c632d95ca33fb9633d77",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1f1a6",
                    table="stages_stagedefinitionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="54be9f9b6ea7baf53ad514ce747098bbfa1ad4e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2678e",
                    table="stages_stageevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("counts_back_from", "day_one", "extends_to", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT new_values."counts_back_from", new_values."day_one", new_values."extends_to", new_values."id", new_values."in_force", new_values."is_main", new_values."key", new_values."kind", new_values."length", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."provisional_from", new_values."remark", new_values."runs_from", new_values."source", new_values."stage_id", new_values."stopped_by", new_values."unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="952a139630cd2360de1d17b105dfa5883c21194d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dc501",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_timelimit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("counts_back_from", "day_one", "extends_to", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT new_values."counts_back_from", new_values."day_one", new_values."extends_to", new_values."id", new_values."in_force", new_values."is_main", new_values."key", new_values."kind", new_values."length", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."provisional_from", new_values."remark", new_values."runs_from", new_values."source", new_values."stage_id", new_values."stopped_by", new_values."unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bc23c9a4790f4e90fe1ced8e19b3669b7bf6aed3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6949f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_timelimit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("counts_back_from", "day_one", "extends_to", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT old_values."counts_back_from", old_values."day_one", old_values."extends_to", old_values."id", old_values."in_force", old_values."is_main", old_values."key", old_values."kind", old_values."length", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."provisional_from", old_values."remark", old_values."runs_from", old_values."source", old_values."stage_id", old_values."stopped_by", old_values."unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="482f238b400301e2990e4e9b49ec4319c320e57e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f68e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_timelimit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlineevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f97179d39369a54cf5d394d60ece4702c5edb2b9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12a8e",
                    table="stages_deadlineevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT new_values."ceiling_on", new_values."due_on", new_values."id", new_values."is_main", new_values."limit_id", new_values."live", new_values."met_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provisional", new_values."stage_id", new_values."starts_on", new_values."target_on", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d4b0a66d5fa73bd330f7d2a60338023ce0dc4cfa",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c4b21",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="stages_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT new_values."ceiling_on", new_values."due_on", new_values."id", new_values."is_main", new_values."limit_id", new_values."live", new_values."met_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provisional", new_values."stage_id", new_values."starts_on", new_values."target_on", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="76e451ec8fe090e295323e1dc6d9acb47c973d4b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b3125",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="stages_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT old_values."ceiling_on", old_values."due_on", old_values."id", old_values."is_main", old_values."limit_id", old_values."live", old_values."met_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provisional", old_values."stage_id", old_values."starts_on", old_values."target_on", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d77406f41062577da832f54c8684d3233fdbac2f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6aa6e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="stages_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="timelimitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c8f12199c14c1cae45879f3c2265543c399ea3c1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_07ae0",
                    table="stages_timelimitevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
