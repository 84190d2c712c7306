import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("cases", "0002_a_complaints_life"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("remedies", "0001_initial"),
        ("stages", "0002_a_complaints_life"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remedy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="stage"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("apology", "Apology"),
                            ("corrective_action", "Corrective action"),
                            ("other_benefit", "Other benefit"),
                        ],
                        max_length=30,
                    ),
                ),
                ("text", models.TextField(verbose_name="what will be done")),
                ("promised_on", models.DateField(verbose_name="promised")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="cases.case",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="cases.point",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedy",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "remedies",
                "ordering": ["promised_on", "id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_remedyevent" ("case_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "promised_on", "stage_number", "task_id", "text") SELECT new_values."case_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."promised_on", new_values."stage_number", new_values."task_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1b45838585e8fb7d95e4b60816768746e2a23f26",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9d0d5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="remedies_remedy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_remedyevent" ("case_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "promised_on", "stage_number", "task_id", "text") SELECT new_values."case_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."promised_on", new_values."stage_number", new_values."task_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4fd72782801baf760ec9f2189f6bcd42529a26ae",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1707",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="remedies_remedy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_remedyevent" ("case_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "promised_on", "stage_number", "task_id", "text") SELECT old_values."case_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."promised_on", old_values."stage_number", old_values."task_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ca198f717ecbdddfa6b9354ab4db9b910557b9eb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_01e27",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="remedies_remedy",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemedyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "stage_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="stage"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("apology", "Apology"),
                            ("corrective_action", "Corrective action"),
                            ("other_benefit", "Other benefit"),
                        ],
                        max_length=30,
                    ),
                ),
                ("text", models.TextField(verbose_name="what will be done")),
                ("promised_on", models.DateField(verbose_name="promised")),
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
                        to="remedies.remedy",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2c20deed486bc2f76bb43fe7c452cf76dd853f27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a2f2e",
                            table="remedies_remedyevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionpoint",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionpoint",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="actionpoint",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="payment",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="actionpoint",
                    name="lead_user",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Where the lead signs in here",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_points",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="actionpointevent",
                    name="lead_user",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where the lead signs in here",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="accepted",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("no", "Not accepted"),
                        ],
                        max_length=10,
                        verbose_name="accepted",
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="accepted_why",
                    field=models.TextField(blank=True, verbose_name="why not, or not all of it"),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="complainant_told_on",
                    field=models.DateField(blank=True, null=True, verbose_name="complainant told"),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="point",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lessons",
                        to="cases.point",
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="repeats",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="remedies.lesson",
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complaint", "The complaint itself"),
                            ("investigator", "The investigator"),
                            ("panel", "The review panel"),
                            ("ombudsman", "The Ombudsman"),
                            ("mediation", "A mediation"),
                        ],
                        max_length=20,
                        verbose_name="where it comes from",
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="accepted",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("no", "Not accepted"),
                        ],
                        max_length=10,
                        verbose_name="accepted",
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="accepted_why",
                    field=models.TextField(blank=True, verbose_name="why not, or not all of it"),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="complainant_told_on",
                    field=models.DateField(blank=True, null=True, verbose_name="complainant told"),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="point",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="repeats",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="remedies.lesson",
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complaint", "The complaint itself"),
                            ("investigator", "The investigator"),
                            ("panel", "The review panel"),
                            ("ombudsman", "The Ombudsman"),
                            ("mediation", "A mediation"),
                        ],
                        max_length=20,
                        verbose_name="where it comes from",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="approval",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment_to_approve",
                        to="stages.task",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="approved_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="approved_on",
                    field=models.DateField(blank=True, null=True, verbose_name="approved"),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="cost_code",
                    field=models.CharField(blank=True, max_length=40),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="legal_power",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("section_92", "Local Government Act 2000, section 92"),
                            ("owed", "It is owed: an allowance, a cost, a contract"),
                            ("other", "Another power"),
                        ],
                        max_length=20,
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="offered_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="ombudsman_test",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("both", "Would find injustice through fault, and recommend a payment"),
                            ("fault_only", "Would find fault, and recommend no payment"),
                            ("neither", "Would find no fault: paid for another reason"),
                        ],
                        max_length=20,
                        verbose_name="the Ombudsman's test",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="point",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="cases.point",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="refused_on",
                    field=models.DateField(blank=True, null=True, verbose_name="refused"),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="replaces",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="remedies.payment",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="why",
                    field=models.TextField(blank=True, verbose_name="what it is for"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="approval",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.task",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="approved_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="approved_on",
                    field=models.DateField(blank=True, null=True, verbose_name="approved"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="cost_code",
                    field=models.CharField(blank=True, max_length=40),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="legal_power",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("section_92", "Local Government Act 2000, section 92"),
                            ("owed", "It is owed: an allowance, a cost, a contract"),
                            ("other", "Another power"),
                        ],
                        max_length=20,
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="offered_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="ombudsman_test",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("both", "Would find injustice through fault, and recommend a payment"),
                            ("fault_only", "Would find fault, and recommend no payment"),
                            ("neither", "Would find no fault: paid for another reason"),
                        ],
                        max_length=20,
                        verbose_name="the Ombudsman's test",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="point",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="refused_on",
                    field=models.DateField(blank=True, null=True, verbose_name="refused"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="replaces",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="remedies.payment",
                    ),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="why",
                    field=models.TextField(blank=True, verbose_name="what it is for"),
                ),
            ],
        ),
        migrations.AlterField(
            model_name="lesson",
            name="text",
            field=models.TextField(verbose_name="what was learnt"),
        ),
        migrations.AlterField(
            model_name="lessonevent",
            name="text",
            field=models.TextField(verbose_name="what was learnt"),
        ),
        migrations.AddIndex(
            model_name="actionpoint",
            index=models.Index(
                condition=models.Q(("done_on", None)), fields=["due_on"], name="action_point_open"
            ),
        ),
        migrations.AddIndex(
            model_name="lesson",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="english"),
                name="lesson_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted__in", ["", "yes"]),
                    models.Q(("accepted_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="lesson_not_accepted_with_a_reason",
                violation_error_message="Say why it is not accepted, or not all of it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("repeats", None),
                    models.Q(("repeats", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="lesson_does_not_repeat_itself",
                violation_error_message="A lesson cannot repeat itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_on", None), ("refused_on", None), _connector="OR"),
                name="payment_accepted_or_refused",
                violation_error_message="An offer is either accepted or refused.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("paid_on", None), ("refused_on", None), _connector="OR"),
                name="payment_not_paid_once_refused",
                violation_error_message="An offer that was refused is not paid.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None),
                    ("offered_by", None),
                    models.Q(("approved_by", models.F("offered_by")), _negated=True),
                    _connector="OR",
                ),
                name="payment_approved_by_a_second_person",
                violation_error_message="Somebody else than who offered it approves a payment.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lead_user_id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."lead", new_values."lead_user_id", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce3f1b62ff07934050d8d2f03ba58866b911b290",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ced52",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="remedies_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lead_user_id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."lead", new_values."lead_user_id", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3b46c04614b877bfa32e3629a909670963a8e4ac",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aeaca",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="remedies_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpoint",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_actionpointevent" ("done_on", "due_on", "evidence", "id", "lead", "lead_user_id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."done_on", old_values."due_on", old_values."evidence", old_values."id", old_values."lead", old_values."lead_user_id", old_values."lesson_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3d97cd025f8fe9f27ae1593d76fd00d3b7eb0330",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_01bbf",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="remedies_actionpoint",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "complainant_told_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT new_values."accepted", new_values."accepted_why", new_values."case_id", new_values."complainant_told_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."raised_on", new_values."recurring", new_values."repeats_id", new_values."service_area_id", new_values."source", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d9602aa500f6b8328a925004030f12c2b66d8b53",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bc85f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="remedies_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "complainant_told_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT new_values."accepted", new_values."accepted_why", new_values."case_id", new_values."complainant_told_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."raised_on", new_values."recurring", new_values."repeats_id", new_values."service_area_id", new_values."source", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="dd2fcea5658708bda8831e98feb43441739509d7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65e17",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="remedies_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "complainant_told_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT old_values."accepted", old_values."accepted_why", old_values."case_id", old_values."complainant_told_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."raised_on", old_values."recurring", old_values."repeats_id", old_values."service_area_id", old_values."source", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="03e79321904633b1f4f12f730d9cb1c9890cc9d0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8c452",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="remedies_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT new_values."accepted_on", new_values."amount", new_values."approval_id", new_values."approved_by_id", new_values."approved_on", new_values."case_id", new_values."cost_code", new_values."id", new_values."kind", new_values."legal_power", new_values."offered_by_id", new_values."offered_on", new_values."ombudsman_test", new_values."paid_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."refused_on", new_values."replaces_id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="be62844671ef4692043ac5ea8dafca3ea256a315",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_617e1",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="remedies_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT new_values."accepted_on", new_values."amount", new_values."approval_id", new_values."approved_by_id", new_values."approved_on", new_values."case_id", new_values."cost_code", new_values."id", new_values."kind", new_values."legal_power", new_values."offered_by_id", new_values."offered_on", new_values."ombudsman_test", new_values."paid_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."refused_on", new_values."replaces_id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9ad5334ee3d445a0a2e167a0383fc1c3d089497e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8bd77",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="remedies_payment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="payment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT old_values."accepted_on", old_values."amount", old_values."approval_id", old_values."approved_by_id", old_values."approved_on", old_values."case_id", old_values."cost_code", old_values."id", old_values."kind", old_values."legal_power", old_values."offered_by_id", old_values."offered_on", old_values."ombudsman_test", old_values."paid_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."refused_on", old_values."replaces_id", old_values."service_area_id", old_values."stage_number", old_values."stage_requested_only", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="86d2b7d6934bd2f0f71d942da11a029e275681ee",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_13de6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="remedies_payment",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
