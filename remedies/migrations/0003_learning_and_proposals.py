import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("cases", "0003_kept_between"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("remedies", "0002_a_complaints_life"),
        ("stages", "0004_learning_forms"),
    ]

    operations = [
        migrations.CreateModel(
            name="LearningForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("went_wrong", models.TextField(verbose_name="what went wrong, and why")),
                (
                    "put_right",
                    models.TextField(blank=True, verbose_name="what was changed already"),
                ),
                (
                    "why_no_change",
                    models.TextField(blank=True, verbose_name="why nothing is to be changed"),
                ),
                ("filled_on", models.DateField(verbose_name="filled in")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_forms",
                        to="cases.case",
                    ),
                ),
                (
                    "filled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lesson",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_form",
                        to="remedies.lesson",
                    ),
                ),
                (
                    "stage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_form",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["filled_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lesson__isnull", False), ("why_no_change", "")),
                            models.Q(
                                ("lesson", None), models.Q(("why_no_change", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="learning_form_a_lesson_or_why_none",
                        violation_error_message="Say what is to be changed, or why nothing is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("went_wrong", ""), _negated=True),
                        name="learning_form_says_what_went_wrong",
                        violation_error_message="Say what went wrong, and why.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_learningformevent" ("case_id", "filled_by_id", "filled_on", "id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_right", "stage_id", "went_wrong", "why_no_change") SELECT new_values."case_id", new_values."filled_by_id", new_values."filled_on", new_values."id", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."put_right", new_values."stage_id", new_values."went_wrong", new_values."why_no_change" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="14d0d415140a50839669ebd82be91fe924889bf5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1dbfd",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="remedies_learningform",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_learningformevent" ("case_id", "filled_by_id", "filled_on", "id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_right", "stage_id", "went_wrong", "why_no_change") SELECT new_values."case_id", new_values."filled_by_id", new_values."filled_on", new_values."id", new_values."lesson_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."put_right", new_values."stage_id", new_values."went_wrong", new_values."why_no_change" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="726b54d0f02b30aa9f79a46a4679c21d09c4edc8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a41f5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="remedies_learningform",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_learningformevent" ("case_id", "filled_by_id", "filled_on", "id", "lesson_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_right", "stage_id", "went_wrong", "why_no_change") SELECT old_values."case_id", old_values."filled_by_id", old_values."filled_on", old_values."id", old_values."lesson_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."put_right", old_values."stage_id", old_values."went_wrong", old_values."why_no_change" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="57d8177397a5ca7f19528740c03ed81fb8352a9b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_02bf2",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="remedies_learningform",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningFormEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("went_wrong", models.TextField(verbose_name="what went wrong, and why")),
                (
                    "put_right",
                    models.TextField(blank=True, verbose_name="what was changed already"),
                ),
                (
                    "why_no_change",
                    models.TextField(blank=True, verbose_name="why nothing is to be changed"),
                ),
                ("filled_on", models.DateField(verbose_name="filled in")),
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
                    "filled_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lesson",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="remedies.lesson",
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
                        to="remedies.learningform",
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2871567f46f74d06470353b0ddef684c443b8c9a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9917b",
                            table="remedies_learningformevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        accounts.migrating.Together(
            operations=[
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
                    model_name="lesson",
                    name="closed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="closed"),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="evidence",
                    field=models.TextField(
                        blank=True, verbose_name="what shows that it was carried through"
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="not_told_because",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="why the complainant is not told"
                    ),
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="recommendation",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lesson",
                        to="stages.recommendation",
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="closed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="closed"),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="evidence",
                    field=models.TextField(
                        blank=True, verbose_name="what shows that it was carried through"
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="not_told_because",
                    field=models.CharField(
                        blank=True, max_length=300, verbose_name="why the complainant is not told"
                    ),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="recommendation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.recommendation",
                    ),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="not_approved_because",
                    field=models.TextField(blank=True, verbose_name="why it was not approved"),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="not_approved_on",
                    field=models.DateField(blank=True, null=True, verbose_name="not approved"),
                ),
                migrations.AddField(
                    model_name="payment",
                    name="proposed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="proposed"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="not_approved_because",
                    field=models.TextField(blank=True, verbose_name="why it was not approved"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="not_approved_on",
                    field=models.DateField(blank=True, null=True, verbose_name="not approved"),
                ),
                migrations.AddField(
                    model_name="paymentevent",
                    name="proposed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="proposed"),
                ),
                migrations.AlterField(
                    model_name="lesson",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complaint", "The complaint itself"),
                            ("learning_form", "The learning form of an answer"),
                            ("investigator", "The investigator"),
                            ("panel", "The review panel"),
                            ("ombudsman", "The Ombudsman"),
                            ("mediation", "A mediation"),
                        ],
                        max_length=20,
                        verbose_name="where it comes from",
                    ),
                ),
                migrations.AlterField(
                    model_name="lessonevent",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complaint", "The complaint itself"),
                            ("learning_form", "The learning form of an answer"),
                            ("investigator", "The investigator"),
                            ("panel", "The review panel"),
                            ("ombudsman", "The Ombudsman"),
                            ("mediation", "A mediation"),
                        ],
                        max_length=20,
                        verbose_name="where it comes from",
                    ),
                ),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="payment",
            name="payment_offered_or_paid",
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None),
                    models.Q(
                        models.Q(("accepted", ""), _negated=True),
                        ("closed_on__gte", models.F("raised_on")),
                    ),
                    _connector="OR",
                ),
                name="lesson_closed_once_it_was_answered",
                violation_error_message="Say first whether the council accepts the lesson.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None), models.Q(("evidence", ""), _negated=True), _connector="OR"
                ),
                name="lesson_closed_with_evidence",
                violation_error_message="Enter what shows that it was carried through.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_on", None),
                    ("complainant_told_on__isnull", False),
                    models.Q(("not_told_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="lesson_closed_once_the_complainant_was_told",
                violation_error_message="Enter the date on which the complainant was told, or why they are not told.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_on__isnull", False),
                    ("paid_on__isnull", False),
                    ("proposed_on__isnull", False),
                    _connector="OR",
                ),
                name="payment_offered_or_paid",
                violation_error_message="Say when the payment was proposed, offered or paid.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("proposed_on", None),
                    models.Q(
                        models.Q(
                            ("approved_on", None),
                            ("approved_on__gte", models.F("proposed_on")),
                            _connector="OR",
                        ),
                        models.Q(
                            ("not_approved_on", None),
                            ("not_approved_on__gte", models.F("proposed_on")),
                            _connector="OR",
                        ),
                        models.Q(
                            ("offered_on", None),
                            ("offered_on__gte", models.F("proposed_on")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="payment_approved_on_or_after_proposed_on",
                violation_error_message="A payment is approved and offered once it was proposed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("not_approved_on", None),
                    models.Q(
                        models.Q(("not_approved_because", ""), _negated=True),
                        ("approved_on", None),
                        ("offered_on", None),
                    ),
                    _connector="OR",
                ),
                name="payment_not_approved_with_a_reason",
                violation_error_message="Say why it is not approved. Then it is not offered.",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("proposed_on", None),
                    ("offered_on__isnull", False),
                    models.Q(("accepted_on", None), ("paid_on", None), ("refused_on", None)),
                    _connector="OR",
                ),
                name="payment_answered_once_it_was_offered",
                violation_error_message="Record first that it was offered.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="lesson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "closed_on", "complainant_told_on", "evidence", "id", "not_told_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recommendation_id", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT new_values."accepted", new_values."accepted_why", new_values."case_id", new_values."closed_on", new_values."complainant_told_on", new_values."evidence", new_values."id", new_values."not_told_because", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."raised_on", new_values."recommendation_id", new_values."recurring", new_values."repeats_id", new_values."service_area_id", new_values."source", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="627f9e4eee33273ca369312e542b1d90a179ee7e",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "closed_on", "complainant_told_on", "evidence", "id", "not_told_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recommendation_id", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT new_values."accepted", new_values."accepted_why", new_values."case_id", new_values."closed_on", new_values."complainant_told_on", new_values."evidence", new_values."id", new_values."not_told_because", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."raised_on", new_values."recommendation_id", new_values."recurring", new_values."repeats_id", new_values."service_area_id", new_values."source", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="584510fa9bf25a0143c005e729b195b722a59c77",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_lessonevent" ("accepted", "accepted_why", "case_id", "closed_on", "complainant_told_on", "evidence", "id", "not_told_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "raised_on", "recommendation_id", "recurring", "repeats_id", "service_area_id", "source", "text") SELECT old_values."accepted", old_values."accepted_why", old_values."case_id", old_values."closed_on", old_values."complainant_told_on", old_values."evidence", old_values."id", old_values."not_told_because", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."raised_on", old_values."recommendation_id", old_values."recurring", old_values."repeats_id", old_values."service_area_id", old_values."source", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3a4c5edab98478cea159a609a73fd0f27eea0b80",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "not_approved_because", "not_approved_on", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "proposed_on", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT new_values."accepted_on", new_values."amount", new_values."approval_id", new_values."approved_by_id", new_values."approved_on", new_values."case_id", new_values."cost_code", new_values."id", new_values."kind", new_values."legal_power", new_values."not_approved_because", new_values."not_approved_on", new_values."offered_by_id", new_values."offered_on", new_values."ombudsman_test", new_values."paid_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."proposed_on", new_values."refused_on", new_values."replaces_id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d3c727f62259f30829d66dd62693b07e9ba9713d",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "not_approved_because", "not_approved_on", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "proposed_on", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT new_values."accepted_on", new_values."amount", new_values."approval_id", new_values."approved_by_id", new_values."approved_on", new_values."case_id", new_values."cost_code", new_values."id", new_values."kind", new_values."legal_power", new_values."not_approved_because", new_values."not_approved_on", new_values."offered_by_id", new_values."offered_on", new_values."ombudsman_test", new_values."paid_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."proposed_on", new_values."refused_on", new_values."replaces_id", new_values."service_area_id", new_values."stage_number", new_values."stage_requested_only", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="07b33e92e447d3e1e75bc60457fc15c8042b9313",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "remedies_paymentevent" ("accepted_on", "amount", "approval_id", "approved_by_id", "approved_on", "case_id", "cost_code", "id", "kind", "legal_power", "not_approved_because", "not_approved_on", "offered_by_id", "offered_on", "ombudsman_test", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "proposed_on", "refused_on", "replaces_id", "service_area_id", "stage_number", "stage_requested_only", "why") SELECT old_values."accepted_on", old_values."amount", old_values."approval_id", old_values."approved_by_id", old_values."approved_on", old_values."case_id", old_values."cost_code", old_values."id", old_values."kind", old_values."legal_power", old_values."not_approved_because", old_values."not_approved_on", old_values."offered_by_id", old_values."offered_on", old_values."ombudsman_test", old_values."paid_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."proposed_on", old_values."refused_on", old_values."replaces_id", old_values."service_area_id", old_values."stage_number", old_values."stage_requested_only", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="83a95614352182bae242ce218155078cad8a484b",
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
