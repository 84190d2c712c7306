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
        ("stages", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("letter", "By letter"),
                            ("email", "By email"),
                            ("telephone", "By telephone"),
                            ("in_person", "Face to face"),
                            ("text", "By text message"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "leaflet_sent",
                    models.BooleanField(default=False, verbose_name="the procedure was explained"),
                ),
                ("advocacy_offered", models.BooleanField(default=False)),
                (
                    "stage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgement",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_acknowledgementevent" ("advocacy_offered", "how", "id", "leaflet_sent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id") SELECT new_values."advocacy_offered", new_values."how", new_values."id", new_values."leaflet_sent", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="490b6bbec109c58ebc1ab390675e65b7711b013e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ae481",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_acknowledgementevent" ("advocacy_offered", "how", "id", "leaflet_sent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id") SELECT new_values."advocacy_offered", new_values."how", new_values."id", new_values."leaflet_sent", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="97479e986797f124e455fd531709895c263d95bc",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_08960",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_acknowledgementevent" ("advocacy_offered", "how", "id", "leaflet_sent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id") SELECT old_values."advocacy_offered", old_values."how", old_values."id", old_values."leaflet_sent", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7e12a916ce24436f9a1160497ab801ecafed259c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0cc16",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_acknowledgement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AcknowledgementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("letter", "By letter"),
                            ("email", "By email"),
                            ("telephone", "By telephone"),
                            ("in_person", "Face to face"),
                            ("text", "By text message"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "leaflet_sent",
                    models.BooleanField(default=False, verbose_name="the procedure was explained"),
                ),
                ("advocacy_offered", models.BooleanField(default=False)),
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
                        to="stages.acknowledgement",
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
                            hash="bd6a567ad8449a127f57eed4aba3d0161ce4e509",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_25cc8",
                            table="stages_acknowledgementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                            ("reminder", "Reminder"),
                            ("payment", "Payment"),
                            ("remedy", "Remedy"),
                            ("provider", "Chase the provider"),
                            ("ombudsman_answer", "Answer to the Ombudsman"),
                            ("ombudsman_draft", "Ombudsman's draft decision"),
                            ("ombudsman_remedy", "Agreed with the Ombudsman"),
                            ("ombudsman_report", "Ombudsman's public report"),
                            ("ombudsman_sent_back", "Sent back by the Ombudsman"),
                            ("restriction_review", "Restriction of contact"),
                            ("decision", "Decision to be made"),
                            ("tell", "Somebody to be told"),
                            ("safeguarding", "Safeguarding"),
                            ("draft", "Draft answer"),
                            ("new_date", "New date to be told"),
                            ("update", "Update to the complainant"),
                            ("terms", "Terms to be confirmed"),
                            ("long_stop", "Long stop missed"),
                            ("chase_statement", "Ask again about the statement"),
                            ("joint", "Joint work with the NHS"),
                            ("proceedings", "Review of proceedings"),
                            ("restricted_match", "Earlier restricted case"),
                        ],
                        default="reminder",
                        max_length=30,
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "shown_from",
                    models.DateField(
                        blank=True,
                        help_text="The first day on a desk; empty where it is there at once",
                        null=True,
                    ),
                ),
                ("for_deciders", models.BooleanField(default=False)),
                (
                    "outlives_the_case",
                    models.BooleanField(
                        default=False,
                        help_text="It is still to be done when the case has been closed",
                    ),
                ),
                (
                    "needs_evidence",
                    models.BooleanField(
                        default=False, help_text="It counts as done only with what shows it"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="The owner said: I will do it",
                        null=True,
                        verbose_name="taken on by its owner",
                    ),
                ),
                (
                    "evidence_goes_to",
                    models.CharField(
                        blank=True,
                        help_text="To whom what shows it must be sent before it is done",
                        max_length=100,
                    ),
                ),
                (
                    "evidence_sent_on",
                    models.DateField(blank=True, null=True, verbose_name="evidence sent"),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done")),
                (
                    "evidence",
                    models.TextField(blank=True, verbose_name="what was done, and what shows it"),
                ),
                (
                    "dropped_on",
                    models.DateField(blank=True, null=True, verbose_name="no longer needed"),
                ),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                (
                    "decision_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                            ("proceedings", "Court or other proceedings"),
                        ],
                        max_length=30,
                        verbose_name="which decision is to be made",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.case",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        help_text="The decision that somebody is to be told",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.decision",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        blank=True,
                        help_text="The restriction that is to be reviewed",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="cases.contactrestriction",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on", None), ("dropped_on", None)),
                        fields=["due_on"],
                        name="task_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None), ("dropped_on", None), _connector="OR"
                        ),
                        name="task_ends_once",
                        violation_error_message="A task is either done or no longer needed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dropped_on", None),
                            models.Q(("dropped_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="task_dropped_with_a_reason",
                        violation_error_message="Say why it is no longer needed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("needs_evidence", False),
                            ("done_on", None),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="task_done_with_evidence",
                        violation_error_message="Say what shows that it was done.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evidence_goes_to", ""),
                            ("done_on", None),
                            ("evidence_sent_on__isnull", False),
                            _connector="OR",
                        ),
                        name="task_done_once_its_evidence_was_sent",
                        violation_error_message="Enter the date on which the evidence was sent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_on", None), ("owner__isnull", False), _connector="OR"
                        ),
                        name="task_confirmed_by_its_owner",
                        violation_error_message="Only a task that has an owner is taken on.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_taskevent" ("case_id", "confirmed_on", "decision_id", "decision_kind", "done_on", "dropped_because", "dropped_on", "due_on", "evidence", "evidence_goes_to", "evidence_sent_on", "for_deciders", "id", "kind", "needs_evidence", "outlives_the_case", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "shown_from", "stage_id", "what") SELECT new_values."case_id", new_values."confirmed_on", new_values."decision_id", new_values."decision_kind", new_values."done_on", new_values."dropped_because", new_values."dropped_on", new_values."due_on", new_values."evidence", new_values."evidence_goes_to", new_values."evidence_sent_on", new_values."for_deciders", new_values."id", new_values."kind", new_values."needs_evidence", new_values."outlives_the_case", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."restriction_id", new_values."shown_from", new_values."stage_id", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e30e4a8eced25567a497bb9fe4e5e3f2b238c52a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ff0ff",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_task",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_taskevent" ("case_id", "confirmed_on", "decision_id", "decision_kind", "done_on", "dropped_because", "dropped_on", "due_on", "evidence", "evidence_goes_to", "evidence_sent_on", "for_deciders", "id", "kind", "needs_evidence", "outlives_the_case", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "shown_from", "stage_id", "what") SELECT new_values."case_id", new_values."confirmed_on", new_values."decision_id", new_values."decision_kind", new_values."done_on", new_values."dropped_because", new_values."dropped_on", new_values."due_on", new_values."evidence", new_values."evidence_goes_to", new_values."evidence_sent_on", new_values."for_deciders", new_values."id", new_values."kind", new_values."needs_evidence", new_values."outlives_the_case", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."restriction_id", new_values."shown_from", new_values."stage_id", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7208eaf15b79f5dd863f31ed40a52f8200fe5f41",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aeee5",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_task",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_taskevent" ("case_id", "confirmed_on", "decision_id", "decision_kind", "done_on", "dropped_because", "dropped_on", "due_on", "evidence", "evidence_goes_to", "evidence_sent_on", "for_deciders", "id", "kind", "needs_evidence", "outlives_the_case", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "shown_from", "stage_id", "what") SELECT old_values."case_id", old_values."confirmed_on", old_values."decision_id", old_values."decision_kind", old_values."done_on", old_values."dropped_because", old_values."dropped_on", old_values."due_on", old_values."evidence", old_values."evidence_goes_to", old_values."evidence_sent_on", old_values."for_deciders", old_values."id", old_values."kind", old_values."needs_evidence", old_values."outlives_the_case", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."restriction_id", old_values."shown_from", old_values."stage_id", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bad1d9159c61b0de39e1cdb14dfbd006a0182fa9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ae929",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_task",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedRemedy",
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
                            ("apology", "Apology"),
                            ("corrective", "Corrective action"),
                            ("loss", "Payment for a loss"),
                            ("symbolic", "Symbolic payment"),
                            ("service", "Service improvement"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_remedy",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "remedy agreed with the Ombudsman",
                "verbose_name_plural": "remedies agreed with the Ombudsman",
                "ordering": ["task__due_on", "id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_agreedremedyevent" ("case_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id") SELECT new_values."case_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."task_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2c2d40556a8d315d108295adee03d5f5a469b5b2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_676de",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_agreedremedy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_agreedremedyevent" ("case_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id") SELECT new_values."case_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."task_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f64a340802312f0ee6dc6a36c781c1a60689988d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a92e8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_agreedremedy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_agreedremedyevent" ("case_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "task_id") SELECT old_values."case_id", old_values."enquiry_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."task_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e44e74793fcc32ae69c3605c289c128551a9361a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2e1fb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_agreedremedy",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreedRemedyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("apology", "Apology"),
                            ("corrective", "Corrective action"),
                            ("loss", "Payment for a loss"),
                            ("symbolic", "Symbolic payment"),
                            ("service", "Service improvement"),
                        ],
                        max_length=20,
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
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmanenquiry",
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
                        to="stages.agreedremedy",
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
                            hash="bccee537368928ca4258497662a5d4c21dcc9cb9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_439b0",
                            table="stages_agreedremedyevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(verbose_name="year that begins on 1 April of"),
                ),
                ("loaded_on", models.DateField()),
                (
                    "residents",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="people who live in the council's area"
                    ),
                ),
                (
                    "loaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "-id"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_annualletterevent" ("id", "loaded_by_id", "loaded_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "year") SELECT new_values."id", new_values."loaded_by_id", new_values."loaded_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."residents", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7cd52b351e24591e4a53f54b586995346d89c008",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9985b",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_annualletter",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_annualletterevent" ("id", "loaded_by_id", "loaded_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "year") SELECT new_values."id", new_values."loaded_by_id", new_values."loaded_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."residents", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ed552b14c1301c29eb3d3c21095f0f872de2b01",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_20901",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_annualletter",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_annualletterevent" ("id", "loaded_by_id", "loaded_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "residents", "year") SELECT old_values."id", old_values."loaded_by_id", old_values."loaded_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."residents", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="250b5209f554c61cfec0bf60bb50c7513f7a0064",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aa96e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_annualletter",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualLetterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "year",
                    models.PositiveSmallIntegerField(verbose_name="year that begins on 1 April of"),
                ),
                ("loaded_on", models.DateField()),
                (
                    "residents",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="people who live in the council's area"
                    ),
                ),
                (
                    "loaded_by",
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
                        to="stages.annualletter",
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
                            hash="a3ec40a57038b898aff84172a64df55e55984bfa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2a8d2",
                            table="stages_annualletterevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("written", "In writing"),
                            ("spoken", "By talking"),
                            ("settled", "Settled before stage 1"),
                        ],
                        default="written",
                        max_length=10,
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(blank=True, max_length=200, verbose_name="talked with"),
                ),
                ("agreed", models.TextField(blank=True, verbose_name="what was agreed")),
                (
                    "right_given_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="told of the right to go on"
                    ),
                ),
                (
                    "window_ends_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="last day to ask for the next stage, as the complainant was told",
                    ),
                ),
                (
                    "stage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "spoken"), _negated=True),
                            models.Q(
                                models.Q(("with_whom", ""), _negated=True),
                                models.Q(("agreed", ""), _negated=True),
                                ("right_given_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="spoken_answer_is_told_in_full",
                        violation_error_message="For an answer given by talking, say with whom, what was agreed, and when the complainant was told of the right to go on.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_answerevent" ("agreed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right_given_on", "stage_id", "way", "window_ends_on", "with_whom") SELECT new_values."agreed", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."right_given_on", new_values."stage_id", new_values."way", new_values."window_ends_on", new_values."with_whom" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d3b78284d5f835d460f624fad5b60daed5cb0c9a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2b19c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_answer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_answerevent" ("agreed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right_given_on", "stage_id", "way", "window_ends_on", "with_whom") SELECT new_values."agreed", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."right_given_on", new_values."stage_id", new_values."way", new_values."window_ends_on", new_values."with_whom" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8220e2c157693517a601823f5bfd0783149da521",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_58d33",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_answer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_answerevent" ("agreed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "right_given_on", "stage_id", "way", "window_ends_on", "with_whom") SELECT old_values."agreed", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."right_given_on", old_values."stage_id", old_values."way", old_values."window_ends_on", old_values."with_whom" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="45d6cda6d747f900cc36d1533337145497426ae9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_db622",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_answer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("written", "In writing"),
                            ("spoken", "By talking"),
                            ("settled", "Settled before stage 1"),
                        ],
                        default="written",
                        max_length=10,
                    ),
                ),
                (
                    "with_whom",
                    models.CharField(blank=True, max_length=200, verbose_name="talked with"),
                ),
                ("agreed", models.TextField(blank=True, verbose_name="what was agreed")),
                (
                    "right_given_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="told of the right to go on"
                    ),
                ),
                (
                    "window_ends_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="last day to ask for the next stage, as the complainant was told",
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
                        to="stages.answer",
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
                            hash="65320cc938fc2b603c4dba1ad6dc494a170baed3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8a364",
                            table="stages_answerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarChange",
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
                            ("bank_holiday", "bank holiday"),
                            ("closure", "day when the office is closed"),
                        ],
                        default="bank_holiday",
                        max_length=20,
                    ),
                ),
                ("added", models.JSONField(blank=True, default=dict, verbose_name="days to add")),
                (
                    "removed",
                    models.JSONField(blank=True, default=dict, verbose_name="days to take out"),
                ),
                (
                    "official",
                    models.BooleanField(
                        default=False, help_text="From the official list, not typed"
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="proposed")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("taken_back", "Taken back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("why", models.TextField(blank=True, verbose_name="why not")),
                (
                    "told_stay",
                    models.BooleanField(
                        default=False,
                        help_text="What the approver chose",
                        verbose_name="deadlines already told stay",
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
                (
                    "proposed_by",
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
                "ordering": ["-proposed_on", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("decision", "")),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="calendar_change_decided_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", "refused"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="calendar_change_refused_with_a_reason",
                        violation_error_message="Say why the calendar stays as it is.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_calendarchangeevent" ("added", "decided_by_id", "decided_on", "decision", "id", "kind", "official", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "proposed_on", "removed", "told_stay", "why") SELECT new_values."added", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", new_values."official", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_by_id", new_values."proposed_on", new_values."removed", new_values."told_stay", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b7bb953c7626552283288128b4a4be3e692a4c8f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_10070",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_calendarchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_calendarchangeevent" ("added", "decided_by_id", "decided_on", "decision", "id", "kind", "official", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "proposed_on", "removed", "told_stay", "why") SELECT new_values."added", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."id", new_values."kind", new_values."official", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_by_id", new_values."proposed_on", new_values."removed", new_values."told_stay", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="637617c4f9364f37e40faa1dbb7d60e269a1c951",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c59c9",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_calendarchange",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_calendarchangeevent" ("added", "decided_by_id", "decided_on", "decision", "id", "kind", "official", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "proposed_on", "removed", "told_stay", "why") SELECT old_values."added", old_values."decided_by_id", old_values."decided_on", old_values."decision", old_values."id", old_values."kind", old_values."official", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_by_id", old_values."proposed_on", old_values."removed", old_values."told_stay", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8185250f809d80888799e12bd369a99d84094825",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fe084",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_calendarchange",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bank_holiday", "bank holiday"),
                            ("closure", "day when the office is closed"),
                        ],
                        default="bank_holiday",
                        max_length=20,
                    ),
                ),
                ("added", models.JSONField(blank=True, default=dict, verbose_name="days to add")),
                (
                    "removed",
                    models.JSONField(blank=True, default=dict, verbose_name="days to take out"),
                ),
                (
                    "official",
                    models.BooleanField(
                        default=False, help_text="From the official list, not typed"
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="proposed")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("taken_back", "Taken back"),
                        ],
                        max_length=20,
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("why", models.TextField(blank=True, verbose_name="why not")),
                (
                    "told_stay",
                    models.BooleanField(
                        default=False,
                        help_text="What the approver chose",
                        verbose_name="deadlines already told stay",
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
                        to="stages.calendarchange",
                    ),
                ),
                (
                    "proposed_by",
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="924f0bf1a64832c9b7b63c8ae195c61668310619",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_68cc4",
                            table="stages_calendarchangeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField(verbose_name="draft received")),
                ("comments_due_on", models.DateField(verbose_name="comments due")),
                ("commented_on", models.DateField(blank=True, null=True, verbose_name="commented")),
                (
                    "comments",
                    models.TextField(blank=True, verbose_name="what was said on the draft"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ombudsman_draft",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("comments_due_on__gte", models.F("received_on"))),
                        name="draft_decision_due_on_or_after_received_on",
                        violation_error_message="Comments cannot be due before the draft was received.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("commented_on", None),
                            ("commented_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="draft_decision_commented_on_or_after_received_on",
                        violation_error_message="Nobody can comment on a draft before it was received.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_draftdecisionevent" ("case_id", "commented_on", "comments", "comments_due_on", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT new_values."case_id", new_values."commented_on", new_values."comments", new_values."comments_due_on", new_values."enquiry_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."task_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0fac6d1125bc179962cb3f1eb38513c04f25b1bf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_be31e",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_draftdecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_draftdecisionevent" ("case_id", "commented_on", "comments", "comments_due_on", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT new_values."case_id", new_values."commented_on", new_values."comments", new_values."comments_due_on", new_values."enquiry_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."task_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1bb65ef6accf0a2b21fc83ca84ff7e2689ae8254",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_043f0",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_draftdecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_draftdecisionevent" ("case_id", "commented_on", "comments", "comments_due_on", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT old_values."case_id", old_values."commented_on", old_values."comments", old_values."comments_due_on", old_values."enquiry_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."task_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dfbff1d74a8744c7725f965c6064612e1d69a88a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4031",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_draftdecision",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftDecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("received_on", models.DateField(verbose_name="draft received")),
                ("comments_due_on", models.DateField(verbose_name="comments due")),
                ("commented_on", models.DateField(blank=True, null=True, verbose_name="commented")),
                (
                    "comments",
                    models.TextField(blank=True, verbose_name="what was said on the draft"),
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
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmanenquiry",
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
                        to="stages.draftdecision",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="afa50ee414a46cf6fed3e6fe5760dbca88d3ca1e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_96d34",
                            table="stages_draftdecisionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JointInvestigation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField()),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointinvestigationevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."since" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="653a0b242e5b138375c284bb131971344bf0a8c7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7f988",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_jointinvestigation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointinvestigationevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."since" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="65a0982f91032330a2897488c2affbf60ea93801",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_51514",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_jointinvestigation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointinvestigationevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."since" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="fa1233eb311a15de55b2e2aa8fb5f02581a54670",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3f53d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_jointinvestigation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointInvestigationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("since", models.DateField()),
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
                        to="stages.jointinvestigation",
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
                            hash="17d258608deef505dc43c316002778afcdd7a878",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_787b9",
                            table="stages_jointinvestigationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JointWork",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.CharField(max_length=200, verbose_name="NHS body")),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="whom we deal with there"
                    ),
                ),
                (
                    "led_by",
                    models.CharField(
                        choices=[("council", "The council"), ("body", "The NHS body")],
                        max_length=10,
                        verbose_name="who leads",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed with them")),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("asked", "Asked for, no answer yet"),
                            ("given", "Given"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                        verbose_name="consent to share",
                    ),
                ),
                ("consent_on", models.DateField(verbose_name="day of that")),
                ("due_on", models.DateField(verbose_name="their part is due")),
                (
                    "came_on",
                    models.DateField(blank=True, null=True, verbose_name="their part came"),
                ),
                (
                    "separate_because",
                    models.TextField(blank=True, verbose_name="why each answers apart"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joint_work",
                        to="cases.case",
                    ),
                ),
                (
                    "points",
                    models.ManyToManyField(blank=True, related_name="joint_work", to="cases.point"),
                ),
                (
                    "task",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joint_work",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "joint work",
                "ordering": ["agreed_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "body"),
                        name="joint_once_with_a_body",
                        violation_error_message="Joint work with this body is on the case already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("consent", "refused"), _negated=True),
                            models.Q(("separate_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="joint_reply_only_with_consent",
                        violation_error_message="Without consent to share there is no joint reply.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointworkevent" ("agreed_on", "body", "came_on", "case_id", "consent", "consent_on", "contact", "due_on", "id", "led_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "separate_because", "task_id") SELECT new_values."agreed_on", new_values."body", new_values."came_on", new_values."case_id", new_values."consent", new_values."consent_on", new_values."contact", new_values."due_on", new_values."id", new_values."led_by", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."separate_because", new_values."task_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4745ef14440ba55a1cc8911451ab73e4e056c66e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b8c7d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_jointwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointworkevent" ("agreed_on", "body", "came_on", "case_id", "consent", "consent_on", "contact", "due_on", "id", "led_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "separate_because", "task_id") SELECT new_values."agreed_on", new_values."body", new_values."came_on", new_values."case_id", new_values."consent", new_values."consent_on", new_values."contact", new_values."due_on", new_values."id", new_values."led_by", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."separate_because", new_values."task_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="8b80fb2d589223f979ec65b39810ec32d2f46b83",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c952d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_jointwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_jointworkevent" ("agreed_on", "body", "came_on", "case_id", "consent", "consent_on", "contact", "due_on", "id", "led_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "separate_because", "task_id") SELECT old_values."agreed_on", old_values."body", old_values."came_on", old_values."case_id", old_values."consent", old_values."consent_on", old_values."contact", old_values."due_on", old_values."id", old_values."led_by", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."separate_because", old_values."task_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="88040a709cf05439d77cacd33093c52744bf2fd9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_84476",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_jointwork",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointWorkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("body", models.CharField(max_length=200, verbose_name="NHS body")),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="whom we deal with there"
                    ),
                ),
                (
                    "led_by",
                    models.CharField(
                        choices=[("council", "The council"), ("body", "The NHS body")],
                        max_length=10,
                        verbose_name="who leads",
                    ),
                ),
                ("agreed_on", models.DateField(verbose_name="agreed with them")),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("asked", "Asked for, no answer yet"),
                            ("given", "Given"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                        verbose_name="consent to share",
                    ),
                ),
                ("consent_on", models.DateField(verbose_name="day of that")),
                ("due_on", models.DateField(verbose_name="their part is due")),
                (
                    "came_on",
                    models.DateField(blank=True, null=True, verbose_name="their part came"),
                ),
                (
                    "separate_because",
                    models.TextField(blank=True, verbose_name="why each answers apart"),
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
                        to="stages.jointwork",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="af8566f8d024feccee40608949b584e281c4611a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f68ef",
                            table="stages_jointworkevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.PositiveIntegerField(verbose_name="line of the file")),
                ("reference", models.CharField(max_length=40)),
                ("category", models.CharField(blank=True, max_length=200)),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("decision", models.CharField(blank=True, max_length=200)),
                ("remedy", models.TextField(blank=True)),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="stages.annualletter",
                    ),
                ),
            ],
            options={
                "ordering": ["line"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("letter", "reference"), name="letter_has_a_reference_once"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_letterrowevent" ("category", "decided_on", "decision", "id", "letter_id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "remedy") SELECT new_values."category", new_values."decided_on", new_values."decision", new_values."id", new_values."letter_id", new_values."line", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."reference", new_values."remedy" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3d7e92aaabd289c733078e03defc7521f738e64b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c49bf",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_letterrow",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_letterrowevent" ("category", "decided_on", "decision", "id", "letter_id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "remedy") SELECT new_values."category", new_values."decided_on", new_values."decision", new_values."id", new_values."letter_id", new_values."line", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."reference", new_values."remedy" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="20c9a3d87149e82286c0899abceda22793939fab",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5ae76",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_letterrow",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_letterrowevent" ("category", "decided_on", "decision", "id", "letter_id", "line", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "reference", "remedy") SELECT old_values."category", old_values."decided_on", old_values."decision", old_values."id", old_values."letter_id", old_values."line", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."reference", old_values."remedy" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7bb63945a747cb4f66f2e66f4da24a6c9984530f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7248f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_letterrow",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterRowEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("line", models.PositiveIntegerField(verbose_name="line of the file")),
                ("reference", models.CharField(max_length=40)),
                ("category", models.CharField(blank=True, max_length=200)),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="received")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                ("decision", models.CharField(blank=True, max_length=200)),
                ("remedy", models.TextField(blank=True)),
                (
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.annualletter",
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
                        to="stages.letterrow",
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
                            hash="3e18b6a41e2b77e258c847afd59420754e32c5f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8c203",
                            table="stages_letterrowevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MovedDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="due before")),
                ("to_on", models.DateField(verbose_name="due since")),
                (
                    "was_told",
                    models.BooleanField(
                        default=False, verbose_name="the complainant had been told"
                    ),
                ),
                (
                    "stayed",
                    models.BooleanField(default=False, verbose_name="stayed where it was told"),
                ),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved",
                        to="stages.calendarchange",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="stages.deadline",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_deadlines",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["change", "stage", "to_on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("change", "deadline"), name="deadline_moved_once_by_a_change"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stayed", False), ("was_told", True), _connector="OR"),
                        name="only_a_told_deadline_stays",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_moveddeadlineevent" ("change_id", "deadline_id", "from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "stayed", "to_on", "was_told") SELECT new_values."change_id", new_values."deadline_id", new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."stage_id", new_values."stayed", new_values."to_on", new_values."was_told" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="935ed9f18f2420b0f779a0e6077eb6fecfe42734",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ac808",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_moveddeadline",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_moveddeadlineevent" ("change_id", "deadline_id", "from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "stayed", "to_on", "was_told") SELECT new_values."change_id", new_values."deadline_id", new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."stage_id", new_values."stayed", new_values."to_on", new_values."was_told" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="198611158f9a44a94c48adc61ce68a1fe8469ea2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3a54d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_moveddeadline",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_moveddeadlineevent" ("change_id", "deadline_id", "from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "stayed", "to_on", "was_told") SELECT old_values."change_id", old_values."deadline_id", old_values."from_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."stage_id", old_values."stayed", old_values."to_on", old_values."was_told" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a4860cae7421cc83b609ec87e44988be65949683",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9d577",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_moveddeadline",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MovedDeadlineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_on", models.DateField(verbose_name="due before")),
                ("to_on", models.DateField(verbose_name="due since")),
                (
                    "was_told",
                    models.BooleanField(
                        default=False, verbose_name="the complainant had been told"
                    ),
                ),
                (
                    "stayed",
                    models.BooleanField(default=False, verbose_name="stayed where it was told"),
                ),
                (
                    "change",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.calendarchange",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.deadline",
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
                        to="stages.moveddeadline",
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
                            hash="00e87c86663b204bd1264112ed5a566799f4d8d0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4b3ba",
                            table="stages_moveddeadlineevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OmbudsmanRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField(verbose_name="asked on")),
                ("asks", models.TextField(verbose_name="what the Ombudsman asks")),
                ("answer_due_on", models.DateField(verbose_name="answer due")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered")),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ombudsman_request",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
                "indexes": [
                    models.Index(fields=["answered_on"], name="ombudsman_request_answered")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer_due_on__gte", models.F("received_on"))),
                        name="ombudsman_request_due_on_or_after_received_on",
                        violation_error_message="The answer cannot be due before it was asked for.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            ("answered_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="ombudsman_request_answered_on_or_after_received_on",
                        violation_error_message="The Ombudsman cannot be answered before asking.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanrequestevent" ("answer_due_on", "answered_on", "asks", "case_id", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT new_values."answer_due_on", new_values."answered_on", new_values."asks", new_values."case_id", new_values."enquiry_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."task_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5e0d60ad2c20695c8d63f618250b49e9b72fc2d8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43432",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_ombudsmanrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanrequestevent" ("answer_due_on", "answered_on", "asks", "case_id", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT new_values."answer_due_on", new_values."answered_on", new_values."asks", new_values."case_id", new_values."enquiry_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."task_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b36b7ac33847cb55ada80f199d0a67087c19b1d2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2ab3c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_ombudsmanrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanrequestevent" ("answer_due_on", "answered_on", "asks", "case_id", "enquiry_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "task_id") SELECT old_values."answer_due_on", old_values."answered_on", old_values."asks", old_values."case_id", old_values."enquiry_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."task_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c56bec9e919fe6d2e3f535cc4add4585dde84be8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_935fc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_ombudsmanrequest",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OmbudsmanRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("received_on", models.DateField(verbose_name="asked on")),
                ("asks", models.TextField(verbose_name="what the Ombudsman asks")),
                ("answer_due_on", models.DateField(verbose_name="answer due")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered")),
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
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmanenquiry",
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
                        to="stages.ombudsmanrequest",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="0ab199a5d8603fc7ca2e75ff43fcba3da8958c0e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_251eb",
                            table="stages_ombudsmanrequestevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("complainant", "Complainant"),
                            ("advocate", "Advocate"),
                            ("supporter", "Complainant's supporter"),
                            ("independent_person", "Independent person of Stage 2"),
                            ("council", "For the council"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "speaks",
                    models.BooleanField(default=False, verbose_name="speaks for the complainant"),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="stages.panel",
                    ),
                ),
            ],
            options={
                "verbose_name": "attendance",
                "ordering": ["panel", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("part", "supporter")),
                        fields=("panel",),
                        name="one_supporter_at_a_panel",
                        violation_error_message="One supporter beside the advocate (regulation 19(5)).",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("speaks", True)),
                        fields=("panel",),
                        name="one_speaker_at_a_panel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("speaks", False),
                            ("part__in", ["complainant", "advocate", "supporter"]),
                            _connector="OR",
                        ),
                        name="speaker_came_with_the_complainant",
                        violation_error_message="Only who came with the complainant speaks for them.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelattendanceevent" ("id", "name", "panel_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaks") SELECT new_values."id", new_values."name", new_values."panel_id", new_values."part", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."speaks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9f798930856cc78f615774bcadfe31db637ca058",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4f968",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_panelattendance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelattendanceevent" ("id", "name", "panel_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaks") SELECT new_values."id", new_values."name", new_values."panel_id", new_values."part", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."speaks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b71d3b18e1b1570d52c79bce5022ef05dafee0a6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ca8eb",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_panelattendance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelattendanceevent" ("id", "name", "panel_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaks") SELECT old_values."id", old_values."name", old_values."panel_id", old_values."part", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."speaks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e817001ad8e85b9ff68642b71a09107059386e07",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7965f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_panelattendance",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelAttendanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("complainant", "Complainant"),
                            ("advocate", "Advocate"),
                            ("supporter", "Complainant's supporter"),
                            ("independent_person", "Independent person of Stage 2"),
                            ("council", "For the council"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "speaks",
                    models.BooleanField(default=False, verbose_name="speaks for the complainant"),
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
                        to="stages.panelattendance",
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
                            hash="d4c339b91299cb74e54693fb763c7fb2d30042fb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f0ac1",
                            table="stages_panelattendanceevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_on", models.DateField()),
                ("from_due_on", models.DateField(help_text="The due date that it replaces")),
                ("due_on", models.DateField(verbose_name="answer due")),
                ("how", models.TextField(blank=True, verbose_name="how it will be dealt with")),
                (
                    "by_agreement",
                    models.BooleanField(default=True, verbose_name="agreed with the complainant"),
                ),
                (
                    "told_on",
                    models.DateField(blank=True, null=True, verbose_name="complainant told"),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["stage", "agreed_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("by_agreement", True), ("told_on__isnull", False), _connector="OR"
                        ),
                        name="plan_agreed_or_told",
                        violation_error_message="A date that the council sets by itself is told to the complainant.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("agreed_on"))),
                        name="plan_due_on_or_after_it_was_made",
                        violation_error_message="A plan cannot be due before it was made.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_planevent" ("agreed_on", "by_agreement", "due_on", "from_due_on", "how", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "told_on") SELECT new_values."agreed_on", new_values."by_agreement", new_values."due_on", new_values."from_due_on", new_values."how", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."stage_id", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ede3c2048225c3ad3ddf74a0d07a806f0038e1b1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_33dce",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_plan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_planevent" ("agreed_on", "by_agreement", "due_on", "from_due_on", "how", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "told_on") SELECT new_values."agreed_on", new_values."by_agreement", new_values."due_on", new_values."from_due_on", new_values."how", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."stage_id", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="93dcac7ec40d6b403a36ba07b277a891a4cbb72c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a6897",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_plan",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_planevent" ("agreed_on", "by_agreement", "due_on", "from_due_on", "how", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage_id", "told_on") SELECT old_values."agreed_on", old_values."by_agreement", old_values."due_on", old_values."from_due_on", old_values."how", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."stage_id", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4806b5c698467e0e10e882ef0686a9b6e84f972c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5db22",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_plan",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("agreed_on", models.DateField()),
                ("from_due_on", models.DateField(help_text="The due date that it replaces")),
                ("due_on", models.DateField(verbose_name="answer due")),
                ("how", models.TextField(blank=True, verbose_name="how it will be dealt with")),
                (
                    "by_agreement",
                    models.BooleanField(default=True, verbose_name="agreed with the complainant"),
                ),
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
                        to="stages.plan",
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
                            hash="13dbe4bbbb9068784af43b3078eb12735f7ae08c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_194de",
                            table="stages_planevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proceedings",
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
                            ("court", "Court proceedings"),
                            ("tribunal", "Tribunal proceedings"),
                            ("police", "Police investigation or prosecution"),
                            ("lado", "Allegation before the LADO"),
                            ("disciplinary", "Disciplinary proceedings"),
                            ("investigation", "Another investigation"),
                        ],
                        max_length=20,
                        verbose_name="kind of proceedings",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[("suspended", "Suspended"), ("declined", "Declined")],
                        max_length=10,
                    ),
                ),
                ("of_all", models.BooleanField(default=False, verbose_name="all of the complaint")),
                (
                    "reasons",
                    models.TextField(verbose_name="how considering it might prejudice them"),
                ),
                ("decided_on", models.DateField(verbose_name="decided")),
                ("told_on", models.DateField(verbose_name="complainant told in writing")),
                ("how_to_resubmit", models.TextField(verbose_name="how to resubmit it")),
                ("review_on", models.DateField(verbose_name="next review")),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="proceedings ended"),
                ),
                (
                    "resubmit_until",
                    models.DateField(blank=True, null=True, verbose_name="last day to resubmit"),
                ),
                (
                    "resubmitted_on",
                    models.DateField(blank=True, null=True, verbose_name="resubmitted"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceedings",
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
                (
                    "points",
                    models.ManyToManyField(
                        blank=True, related_name="proceedings", to="cases.point"
                    ),
                ),
                (
                    "resubmitted_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resubmits",
                        to="cases.case",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceedings",
                        to="stages.stage",
                    ),
                ),
                (
                    "review",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceedings",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "proceedings",
                "ordering": ["decided_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reasons", ""), _negated=True),
                        name="proceedings_with_reasons",
                        violation_error_message="Say how considering it might prejudice the proceedings.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("how_to_resubmit", ""), _negated=True),
                        name="proceedings_say_how_to_resubmit",
                        violation_error_message="Say how the complaint can be resubmitted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told_on__gte", models.F("decided_on"))),
                        name="proceedings_told_on_or_after_decided",
                        violation_error_message="The complainant is told once it is decided, not before.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__gte", models.F("decided_on")),
                            ("ended_on", None),
                            _connector="OR",
                        ),
                        name="proceedings_end_on_or_after_decided",
                        violation_error_message="The proceedings end on or after the day of the decision.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("resubmit_until", None)),
                            models.Q(
                                ("ended_on__isnull", False), ("resubmit_until__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="proceedings_resubmit_until_once_ended",
                        violation_error_message="The last day to resubmit follows from the end.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_proceedingsevent" ("case_id", "decided_by_id", "decided_on", "effect", "ended_on", "how_to_resubmit", "id", "kind", "of_all", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "resubmit_until", "resubmitted_as_id", "resubmitted_on", "review_id", "review_on", "stage_id", "told_on") SELECT new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."effect", new_values."ended_on", new_values."how_to_resubmit", new_values."id", new_values."kind", new_values."of_all", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons", new_values."resubmit_until", new_values."resubmitted_as_id", new_values."resubmitted_on", new_values."review_id", new_values."review_on", new_values."stage_id", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="839b8237386fcd0d8ba5dec7e5a86e5ce58859c2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3ada",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_proceedings",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_proceedingsevent" ("case_id", "decided_by_id", "decided_on", "effect", "ended_on", "how_to_resubmit", "id", "kind", "of_all", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "resubmit_until", "resubmitted_as_id", "resubmitted_on", "review_id", "review_on", "stage_id", "told_on") SELECT new_values."case_id", new_values."decided_by_id", new_values."decided_on", new_values."effect", new_values."ended_on", new_values."how_to_resubmit", new_values."id", new_values."kind", new_values."of_all", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons", new_values."resubmit_until", new_values."resubmitted_as_id", new_values."resubmitted_on", new_values."review_id", new_values."review_on", new_values."stage_id", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d276f13f3a7c375c704d4346bba73e98c74a4c22",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e9f8f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_proceedings",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_proceedingsevent" ("case_id", "decided_by_id", "decided_on", "effect", "ended_on", "how_to_resubmit", "id", "kind", "of_all", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "resubmit_until", "resubmitted_as_id", "resubmitted_on", "review_id", "review_on", "stage_id", "told_on") SELECT old_values."case_id", old_values."decided_by_id", old_values."decided_on", old_values."effect", old_values."ended_on", old_values."how_to_resubmit", old_values."id", old_values."kind", old_values."of_all", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons", old_values."resubmit_until", old_values."resubmitted_as_id", old_values."resubmitted_on", old_values."review_id", old_values."review_on", old_values."stage_id", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7763db3e75333836f7e4ced776e1624ce75aa2de",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9c7a8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_proceedings",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProceedingsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("court", "Court proceedings"),
                            ("tribunal", "Tribunal proceedings"),
                            ("police", "Police investigation or prosecution"),
                            ("lado", "Allegation before the LADO"),
                            ("disciplinary", "Disciplinary proceedings"),
                            ("investigation", "Another investigation"),
                        ],
                        max_length=20,
                        verbose_name="kind of proceedings",
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=[("suspended", "Suspended"), ("declined", "Declined")],
                        max_length=10,
                    ),
                ),
                ("of_all", models.BooleanField(default=False, verbose_name="all of the complaint")),
                (
                    "reasons",
                    models.TextField(verbose_name="how considering it might prejudice them"),
                ),
                ("decided_on", models.DateField(verbose_name="decided")),
                ("told_on", models.DateField(verbose_name="complainant told in writing")),
                ("how_to_resubmit", models.TextField(verbose_name="how to resubmit it")),
                ("review_on", models.DateField(verbose_name="next review")),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="proceedings ended"),
                ),
                (
                    "resubmit_until",
                    models.DateField(blank=True, null=True, verbose_name="last day to resubmit"),
                ),
                (
                    "resubmitted_on",
                    models.DateField(blank=True, null=True, verbose_name="resubmitted"),
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
                        to="stages.proceedings",
                    ),
                ),
                (
                    "resubmitted_as",
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
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="2cfd884128c1cf51c30a68f3f35ae89767b9c398",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_db836",
                            table="stages_proceedingsevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "asks_for",
                    models.CharField(
                        choices=[
                            ("reply", "They reply to the complainant themselves"),
                            ("draft", "They give us a draft, and we reply"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="who replies",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="asked")),
                ("due_on", models.DateField(verbose_name="answer due")),
                (
                    "answered_on",
                    models.DateField(blank=True, null=True, verbose_name="answer came"),
                ),
                ("said", models.TextField(blank=True, verbose_name="what came")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provider_requests",
                        to="cases.case",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="cases.provider",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provider_requests",
                        to="stages.stage",
                    ),
                ),
                (
                    "chase",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(fields=["asked_on"], name="provider_asked"),
                    models.Index(
                        condition=models.Q(("answered_on", None)),
                        fields=["due_on"],
                        name="provider_waiting",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_on", None)),
                        fields=("case",),
                        name="one_provider_asked_at_a_time",
                        violation_error_message="A provider has the complaint already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("asked_on"))),
                        name="provider_due_on_or_after_asked",
                        violation_error_message="The provider's answer cannot be due before it is asked.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__gte", models.F("asked_on")),
                            ("answered_on", None),
                            _connector="OR",
                        ),
                        name="provider_answered_on_or_after_asked",
                        violation_error_message="The provider's answer cannot come before it is asked.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_providerrequestevent" ("answered_on", "asked_on", "asks_for", "case_id", "chase_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "said", "stage_id") SELECT new_values."answered_on", new_values."asked_on", new_values."asks_for", new_values."case_id", new_values."chase_id", new_values."due_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provider_id", new_values."said", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ade49e2968a531dd48d5f474392550c79484813a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d84af",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_providerrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_providerrequestevent" ("answered_on", "asked_on", "asks_for", "case_id", "chase_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "said", "stage_id") SELECT new_values."answered_on", new_values."asked_on", new_values."asks_for", new_values."case_id", new_values."chase_id", new_values."due_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provider_id", new_values."said", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1c0c8633074eafdf928b34fd670528eed3700502",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8dd2d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_providerrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_providerrequestevent" ("answered_on", "asked_on", "asks_for", "case_id", "chase_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "said", "stage_id") SELECT old_values."answered_on", old_values."asked_on", old_values."asks_for", old_values."case_id", old_values."chase_id", old_values."due_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provider_id", old_values."said", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="adf1d6f098f730ba624f3a5dc7480ef8eb2508f6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_49c5d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_providerrequest",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProviderRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "asks_for",
                    models.CharField(
                        choices=[
                            ("reply", "They reply to the complainant themselves"),
                            ("draft", "They give us a draft, and we reply"),
                        ],
                        default="draft",
                        max_length=20,
                        verbose_name="who replies",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="asked")),
                ("due_on", models.DateField(verbose_name="answer due")),
                (
                    "answered_on",
                    models.DateField(blank=True, null=True, verbose_name="answer came"),
                ),
                ("said", models.TextField(blank=True, verbose_name="what came")),
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
                        to="stages.providerrequest",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.provider",
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
                    "chase",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="009f65c515becaf1017c0fa13d4c8cc939a1d1f4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0d121",
                            table="stages_providerrequestevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField(verbose_name="report received")),
                ("response_due_on", models.DateField(verbose_name="response due")),
                (
                    "notice_on",
                    models.DateField(blank=True, null=True, verbose_name="public notice given"),
                ),
                (
                    "considered_on",
                    models.DateField(blank=True, null=True, verbose_name="considered"),
                ),
                ("considered_by", models.CharField(blank=True, max_length=100)),
                (
                    "responded_on",
                    models.DateField(blank=True, null=True, verbose_name="response sent"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "enquiry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_report",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_report",
                        to="stages.task",
                    ),
                ),
            ],
            options={
                "ordering": ["received_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("response_due_on__gt", models.F("received_on"))),
                        name="public_report_due_after_received_on",
                        violation_error_message="The response cannot be due before the report came.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("considered_by", ""), ("considered_on", None)),
                            models.Q(
                                ("considered_on__gte", models.F("received_on")),
                                ("considered_on__isnull", False),
                                models.Q(("considered_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="public_report_considered_by_somebody",
                        violation_error_message="Enter who considered the report, and a date on or after it was received.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responded_on", None),
                            models.Q(
                                ("considered_on__isnull", False),
                                ("responded_on__gte", models.F("considered_on")),
                            ),
                            _connector="OR",
                        ),
                        name="public_report_considered_before_responded_on",
                        violation_error_message="The response follows the meeting of members that considered the report.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notice_on", None),
                            ("notice_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="public_report_notice_on_or_after_received_on",
                        violation_error_message="Public notice cannot be given before the report came.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_publicreportevent" ("case_id", "considered_by", "considered_on", "enquiry_id", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responded_on", "response_due_on", "task_id") SELECT new_values."case_id", new_values."considered_by", new_values."considered_on", new_values."enquiry_id", new_values."id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."responded_on", new_values."response_due_on", new_values."task_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="f360cd5bf93a3caf0913486e263cec323686bf94",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d9fb3",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_publicreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_publicreportevent" ("case_id", "considered_by", "considered_on", "enquiry_id", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responded_on", "response_due_on", "task_id") SELECT new_values."case_id", new_values."considered_by", new_values."considered_on", new_values."enquiry_id", new_values."id", new_values."notice_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."responded_on", new_values."response_due_on", new_values."task_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="437fefefd1914f7f926d972e89b99f3f95514b6f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_43a99",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_publicreport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_publicreportevent" ("case_id", "considered_by", "considered_on", "enquiry_id", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "responded_on", "response_due_on", "task_id") SELECT old_values."case_id", old_values."considered_by", old_values."considered_on", old_values."enquiry_id", old_values."id", old_values."notice_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."responded_on", old_values."response_due_on", old_values."task_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f4eacd5261b2f10e05b97b9f6d69719ba1424e5e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fecab",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_publicreport",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("received_on", models.DateField(verbose_name="report received")),
                ("response_due_on", models.DateField(verbose_name="response due")),
                (
                    "notice_on",
                    models.DateField(blank=True, null=True, verbose_name="public notice given"),
                ),
                (
                    "considered_on",
                    models.DateField(blank=True, null=True, verbose_name="considered"),
                ),
                ("considered_by", models.CharField(blank=True, max_length=100)),
                (
                    "responded_on",
                    models.DateField(blank=True, null=True, verbose_name="response sent"),
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
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmanenquiry",
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
                        to="stages.publicreport",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="1fd4a80fe11879d11c5037040a756e243b9e830c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e35e8",
                            table="stages_publicreportevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                        verbose_name="the council's answer",
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="cases.point",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "ordering": ["stage", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stage", "number"), name="recommendation_number_in_stage"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer__in", ["", "accepted"]),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="recommendation_departed_from_with_a_reason",
                        violation_error_message="Say why a recommendation is not accepted in full.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_recommendationevent" ("answer", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "stage_id", "text") SELECT new_values."answer", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."reason", new_values."stage_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c2b8d8fbd1df698a2088ce69a508fc06d2be0b5e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9b9df",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_recommendation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_recommendationevent" ("answer", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "stage_id", "text") SELECT new_values."answer", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."reason", new_values."stage_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="871215478e4b7908b177df88326d8c3bc68f3603",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a5767",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_recommendation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_recommendationevent" ("answer", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "stage_id", "text") SELECT old_values."answer", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."reason", old_values."stage_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8010122c5d872f5fb2654de6bf9cf71496af2fd3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_074df",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_recommendation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Accepted"),
                            ("in_part", "Accepted in part"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                        verbose_name="the council's answer",
                    ),
                ),
                ("reason", models.TextField(blank=True)),
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
                        to="stages.recommendation",
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
                            hash="4ed7942979e8aa8efe3c3e1dab2ca64c24d198ba",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_afbf5",
                            table="stages_recommendationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("ours_corrected", "Ours was corrected"),
                            ("they_are_wrong", "The letter is wrong"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("settled_on", models.DateField()),
                (
                    "enquiry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlements",
                        to="stages.annualletter",
                    ),
                ),
                (
                    "row",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlement",
                        to="stages.letterrow",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("row__isnull", False), ("enquiry__isnull", False), _connector="XOR"
                        ),
                        name="settlement_of_a_row_or_an_enquiry",
                        violation_error_message="A settlement is about a row of the letter or one of ours.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="settlement_with_a_reason",
                        violation_error_message="Say why.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("enquiry__isnull", False)),
                        fields=("letter", "enquiry"),
                        name="settlement_of_an_enquiry_once",
                        violation_error_message="This has been settled already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_settlementevent" ("enquiry_id", "how", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_id", "settled_by_id", "settled_on") SELECT new_values."enquiry_id", new_values."how", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."row_id", new_values."settled_by_id", new_values."settled_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e52b484ba299c780cef0b38bae91557436bd2897",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_371ba",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_settlement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_settlementevent" ("enquiry_id", "how", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_id", "settled_by_id", "settled_on") SELECT new_values."enquiry_id", new_values."how", new_values."id", new_values."letter_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."row_id", new_values."settled_by_id", new_values."settled_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef81c712db5b8ad2664a98d379378a5c973f239f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6bcf3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_settlement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_settlementevent" ("enquiry_id", "how", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_id", "settled_by_id", "settled_on") SELECT old_values."enquiry_id", old_values."how", old_values."id", old_values."letter_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."row_id", old_values."settled_by_id", old_values."settled_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="dbca57d780854556dfe8661a2b22a893922d3e87",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f0ee7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_settlement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettlementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("ours_corrected", "Ours was corrected"),
                            ("they_are_wrong", "The letter is wrong"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("settled_on", models.DateField()),
                (
                    "enquiry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.ombudsmanenquiry",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.annualletter",
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
                        to="stages.settlement",
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.letterrow",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5a1e8aa98acc56e1762610a283c49872506ea55a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75559",
                            table="stages_settlementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "proposed_by",
                    models.CharField(
                        choices=[
                            ("investigator", "The investigating officer"),
                            ("council", "The council"),
                            ("complainant", "The complainant"),
                            ("advocate", "The complainant's advocate"),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposed_on", models.DateField()),
                ("complainant_agreed_on", models.DateField(blank=True, null=True)),
                ("council_agreed_on", models.DateField(blank=True, null=True)),
                (
                    "changes_wanted_by",
                    models.CharField(
                        blank=True,
                        choices=[("complainant", "The complainant"), ("council", "The council")],
                        max_length=20,
                    ),
                ),
                ("changes_wanted_on", models.DateField(blank=True, null=True)),
                ("changes_wanted", models.TextField(blank=True)),
                (
                    "finalised_because",
                    models.TextField(
                        blank=True, verbose_name="finalised without the complainant's answer"
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(blank=True, null=True, verbose_name="in force since"),
                ),
                (
                    "council_agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed for the council",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="stages.stage",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement of complaint",
                "ordering": ["stage", "version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stage", "version"), name="statement_version_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("complainant_agreed_on__gte", models.F("proposed_on")),
                            ("complainant_agreed_on", None),
                            _connector="OR",
                        ),
                        name="statement_complainant_agreed_on_after_proposed",
                        violation_error_message="A version cannot be answered before it was proposed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("council_agreed_on__gte", models.F("proposed_on")),
                            ("council_agreed_on", None),
                            _connector="OR",
                        ),
                        name="statement_council_agreed_on_after_proposed",
                        violation_error_message="A version cannot be answered before it was proposed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("changes_wanted_on__gte", models.F("proposed_on")),
                            ("changes_wanted_on", None),
                            _connector="OR",
                        ),
                        name="statement_changes_wanted_on_after_proposed",
                        violation_error_message="A version cannot be answered before it was proposed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_on__gte", models.F("proposed_on")),
                            ("in_force_on", None),
                            _connector="OR",
                        ),
                        name="statement_in_force_on_after_proposed",
                        violation_error_message="A version cannot be answered before it was proposed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_on", None),
                            models.Q(
                                ("complainant_agreed_on__isnull", False),
                                ("council_agreed_on__isnull", False),
                            ),
                            models.Q(("finalised_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="statement_in_force_where_agreed_or_finalised",
                        violation_error_message="A statement is in force once both sides have agreed, or with a note why it was finalised without the complainant.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("council_agreed_on", None),
                            ("council_agreed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="statement_agreed_for_the_council_by_somebody",
                        violation_error_message="Say who agreed for the council.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("changes_wanted_on", None),
                            models.Q(
                                models.Q(("changes_wanted", ""), _negated=True),
                                models.Q(("changes_wanted_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="statement_changes_wanted_are_told",
                        violation_error_message="Say what is to be changed, and who wants it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("changes_wanted_on", None), ("in_force_on", None), _connector="OR"
                        ),
                        name="statement_agreed_or_to_be_changed",
                        violation_error_message="A version is either agreed or to be changed.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementevent" ("changes_wanted", "changes_wanted_by", "changes_wanted_on", "complainant_agreed_on", "council_agreed_by_id", "council_agreed_on", "finalised_because", "id", "in_force_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by", "proposed_on", "stage_id", "version") SELECT new_values."changes_wanted", new_values."changes_wanted_by", new_values."changes_wanted_on", new_values."complainant_agreed_on", new_values."council_agreed_by_id", new_values."council_agreed_on", new_values."finalised_because", new_values."id", new_values."in_force_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_by", new_values."proposed_on", new_values."stage_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ad879a755448fd627747d7bfa8c80a29afafd934",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5c3e0",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_statement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementevent" ("changes_wanted", "changes_wanted_by", "changes_wanted_on", "complainant_agreed_on", "council_agreed_by_id", "council_agreed_on", "finalised_because", "id", "in_force_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by", "proposed_on", "stage_id", "version") SELECT new_values."changes_wanted", new_values."changes_wanted_by", new_values."changes_wanted_on", new_values."complainant_agreed_on", new_values."council_agreed_by_id", new_values."council_agreed_on", new_values."finalised_because", new_values."id", new_values."in_force_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_by", new_values."proposed_on", new_values."stage_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="97a5e7d91e49e807d20060709417663960780b3e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3fa8a",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_statement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementevent" ("changes_wanted", "changes_wanted_by", "changes_wanted_on", "complainant_agreed_on", "council_agreed_by_id", "council_agreed_on", "finalised_because", "id", "in_force_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by", "proposed_on", "stage_id", "version") SELECT old_values."changes_wanted", old_values."changes_wanted_by", old_values."changes_wanted_on", old_values."complainant_agreed_on", old_values."council_agreed_by_id", old_values."council_agreed_on", old_values."finalised_because", old_values."id", old_values."in_force_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_by", old_values."proposed_on", old_values."stage_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="c43cccad377e4a2e62756dae79e4d0665d96f061",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3a430",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_statement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "proposed_by",
                    models.CharField(
                        choices=[
                            ("investigator", "The investigating officer"),
                            ("council", "The council"),
                            ("complainant", "The complainant"),
                            ("advocate", "The complainant's advocate"),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposed_on", models.DateField()),
                ("complainant_agreed_on", models.DateField(blank=True, null=True)),
                ("council_agreed_on", models.DateField(blank=True, null=True)),
                (
                    "changes_wanted_by",
                    models.CharField(
                        blank=True,
                        choices=[("complainant", "The complainant"), ("council", "The council")],
                        max_length=20,
                    ),
                ),
                ("changes_wanted_on", models.DateField(blank=True, null=True)),
                ("changes_wanted", models.TextField(blank=True)),
                (
                    "finalised_because",
                    models.TextField(
                        blank=True, verbose_name="finalised without the complainant's answer"
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(blank=True, null=True, verbose_name="in force since"),
                ),
                (
                    "council_agreed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="agreed for the council",
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
                        to="stages.statement",
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
                            hash="17b9864df15ccdd8f6119636f28f4c524d3776f6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ea521",
                            table="stages_statementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementPoint",
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
                    "from_point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.point",
                        verbose_name="point of the earlier stage",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="stages.statement",
                    ),
                ),
            ],
            options={
                "verbose_name": "point of the statement",
                "ordering": ["statement", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("statement", "number"), name="statement_point_number_once"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementpointevent" ("desired_outcome", "from_point_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id", "text") SELECT new_values."desired_outcome", new_values."from_point_id", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."statement_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3ca6defed67d3f7d0a2fb315f4b765cb9409afa1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_eed6c",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_statementpoint",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementpointevent" ("desired_outcome", "from_point_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id", "text") SELECT new_values."desired_outcome", new_values."from_point_id", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."statement_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="54929a0545a4c88264b779887dbbda1f62a6e10c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1bd98",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_statementpoint",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_statementpointevent" ("desired_outcome", "from_point_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement_id", "text") SELECT old_values."desired_outcome", old_values."from_point_id", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."statement_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="301fa6a5ce622d4d46312701e75d6c7d4b65c7f9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_40286",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_statementpoint",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatementPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("desired_outcome", models.TextField(blank=True)),
                (
                    "from_point",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.point",
                        verbose_name="point of the earlier stage",
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
                        to="stages.statementpoint",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.statement",
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
                            hash="c6fca76b060a2e8fabaf6d04d9e631b7baf6c32b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f6cb9",
                            table="stages_statementpointevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="suspended")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="considered again")),
                ("reason", models.CharField(max_length=300)),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suspensions",
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
                        name="suspension_ends_on_or_after_it_starts",
                        violation_error_message="A suspension cannot end before it starts.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("to_on", None)),
                        fields=("stage",),
                        name="one_suspension_at_a_time",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_suspensionevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2c48e698c2932233e225308ee9ddcd7b11e1f6de",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_17278",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_suspension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_suspensionevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d0a1dec732921ddda8c8bf7cebcc57be610c052",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_41d77",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_suspension",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_suspensionevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_on") SELECT old_values."from_on", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stage_id", old_values."to_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c5c92af7b3b25066432451494c76aa717249d24",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0542c",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_suspension",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuspensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_on", models.DateField(verbose_name="suspended")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="considered again")),
                ("reason", models.CharField(max_length=300)),
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
                        to="stages.suspension",
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
                            hash="b61c779e1d506228c313fd6a5396dc00df22352a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e8df2",
                            table="stages_suspensionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reminder", "Reminder"),
                            ("payment", "Payment"),
                            ("remedy", "Remedy"),
                            ("provider", "Chase the provider"),
                            ("ombudsman_answer", "Answer to the Ombudsman"),
                            ("ombudsman_draft", "Ombudsman's draft decision"),
                            ("ombudsman_remedy", "Agreed with the Ombudsman"),
                            ("ombudsman_report", "Ombudsman's public report"),
                            ("ombudsman_sent_back", "Sent back by the Ombudsman"),
                            ("restriction_review", "Restriction of contact"),
                            ("decision", "Decision to be made"),
                            ("tell", "Somebody to be told"),
                            ("safeguarding", "Safeguarding"),
                            ("draft", "Draft answer"),
                            ("new_date", "New date to be told"),
                            ("update", "Update to the complainant"),
                            ("terms", "Terms to be confirmed"),
                            ("long_stop", "Long stop missed"),
                            ("chase_statement", "Ask again about the statement"),
                            ("joint", "Joint work with the NHS"),
                            ("proceedings", "Review of proceedings"),
                            ("restricted_match", "Earlier restricted case"),
                        ],
                        default="reminder",
                        max_length=30,
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="what is to be done")),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "shown_from",
                    models.DateField(
                        blank=True,
                        help_text="The first day on a desk; empty where it is there at once",
                        null=True,
                    ),
                ),
                ("for_deciders", models.BooleanField(default=False)),
                (
                    "outlives_the_case",
                    models.BooleanField(
                        default=False,
                        help_text="It is still to be done when the case has been closed",
                    ),
                ),
                (
                    "needs_evidence",
                    models.BooleanField(
                        default=False, help_text="It counts as done only with what shows it"
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="The owner said: I will do it",
                        null=True,
                        verbose_name="taken on by its owner",
                    ),
                ),
                (
                    "evidence_goes_to",
                    models.CharField(
                        blank=True,
                        help_text="To whom what shows it must be sent before it is done",
                        max_length=100,
                    ),
                ),
                (
                    "evidence_sent_on",
                    models.DateField(blank=True, null=True, verbose_name="evidence sent"),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done")),
                (
                    "evidence",
                    models.TextField(blank=True, verbose_name="what was done, and what shows it"),
                ),
                (
                    "dropped_on",
                    models.DateField(blank=True, null=True, verbose_name="no longer needed"),
                ),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                (
                    "decision_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "Refused"),
                            ("late_request", "Late request"),
                            ("sufficient_interest", "Sufficient interest"),
                            ("representative", "Representative's suitability"),
                            ("time_limit", "One-year time limit"),
                            ("early_referral", "Early referral to the Ombudsman"),
                            ("procedure", "Procedure"),
                            ("proceedings", "Court or other proceedings"),
                        ],
                        max_length=30,
                        verbose_name="which decision is to be made",
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The decision that somebody is to be told",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.decision",
                    ),
                ),
                (
                    "owner",
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
                        to="stages.task",
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The restriction that is to be reviewed",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contactrestriction",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                            hash="af7ab01f13c82421eb6badfad7a9d29f4a00b22c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_70914",
                            table="stages_taskevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="appointment",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="appointment",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="appointment",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="deadline",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="deadline",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="deadline",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="extension",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="extension",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="extension",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="finding",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="finding",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="finding",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmandecision",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmandecision",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmandecision",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmanenquiry",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmanenquiry",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="ombudsmanenquiry",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panel",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panel",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panel",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panelmember",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panelmember",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="panelmember",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="procedure",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="procedure",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="procedure",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stage",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stage",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stage",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stagedefinition",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stagedefinition",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="stagedefinition",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="timelimit",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="timelimit",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="timelimit",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="appointment",
                    name="ended_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="appointmentevent",
                    name="ended_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="deadline",
                    name="left_on",
                    field=models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="told, and left when the calendar changed",
                    ),
                ),
                migrations.AddField(
                    model_name="deadlineevent",
                    name="left_on",
                    field=models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="told, and left when the calendar changed",
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="counted_to_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The same number of working days on the calendar of today",
                        null=True,
                        verbose_name="to, since the calendar changed",
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="decided_on",
                    field=models.DateField(blank=True, null=True, verbose_name="decided"),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="ombudsman_named",
                    field=models.BooleanField(
                        default=False, verbose_name="the Ombudsman's details were given"
                    ),
                ),
                migrations.AddField(
                    model_name="extension",
                    name="told_how",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "By letter"),
                            ("email", "By email"),
                            ("telephone", "By telephone"),
                            ("in_person", "Face to face"),
                            ("text", "By text message"),
                        ],
                        max_length=20,
                        verbose_name="how they were told",
                    ),
                ),
                migrations.AddField(
                    model_name="extensionevent",
                    name="counted_to_on",
                    field=models.DateField(
                        blank=True,
                        help_text="The same number of working days on the calendar of today",
                        null=True,
                        verbose_name="to, since the calendar changed",
                    ),
                ),
                migrations.AddField(
                    model_name="extensionevent",
                    name="decided_on",
                    field=models.DateField(blank=True, null=True, verbose_name="decided"),
                ),
                migrations.AddField(
                    model_name="extensionevent",
                    name="ombudsman_named",
                    field=models.BooleanField(
                        default=False, verbose_name="the Ombudsman's details were given"
                    ),
                ),
                migrations.AddField(
                    model_name="extensionevent",
                    name="told_how",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "By letter"),
                            ("email", "By email"),
                            ("telephone", "By telephone"),
                            ("in_person", "Face to face"),
                            ("text", "By text message"),
                        ],
                        max_length=20,
                        verbose_name="how they were told",
                    ),
                ),
                migrations.AddField(
                    model_name="finding",
                    name="reason",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="finding",
                    name="remedy_considered",
                    field=models.BooleanField(
                        blank=True, null=True, verbose_name="a remedy was considered"
                    ),
                ),
                migrations.AddField(
                    model_name="finding",
                    name="remedy_why",
                    field=models.TextField(
                        blank=True, verbose_name="what was weighed about a remedy"
                    ),
                ),
                migrations.AddField(
                    model_name="findingevent",
                    name="reason",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="findingevent",
                    name="remedy_considered",
                    field=models.BooleanField(
                        blank=True, null=True, verbose_name="a remedy was considered"
                    ),
                ),
                migrations.AddField(
                    model_name="findingevent",
                    name="remedy_why",
                    field=models.TextField(
                        blank=True, verbose_name="what was weighed about a remedy"
                    ),
                ),
                migrations.AddField(
                    model_name="ombudsmandecision",
                    name="heading",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("not_for_us", "Not for us"),
                            ("assessed", "Assessed and closed"),
                            ("investigated", "Investigated"),
                        ],
                        max_length=20,
                        verbose_name="heading in the annual letter",
                    ),
                ),
                migrations.AddField(
                    model_name="ombudsmandecisionevent",
                    name="heading",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("not_for_us", "Not for us"),
                            ("assessed", "Assessed and closed"),
                            ("investigated", "Investigated"),
                        ],
                        max_length=20,
                        verbose_name="heading in the annual letter",
                    ),
                ),
                migrations.AddField(
                    model_name="ombudsmanenquiry",
                    name="about",
                    field=models.TextField(blank=True, verbose_name="what it is about"),
                ),
                migrations.AddField(
                    model_name="ombudsmanenquiryevent",
                    name="about",
                    field=models.TextField(blank=True, verbose_name="what it is about"),
                ),
                migrations.AddField(
                    model_name="panel",
                    name="consulted",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.investigator",
                        verbose_name="independent person who took part in the response",
                    ),
                ),
                migrations.AddField(
                    model_name="panel",
                    name="consulted_how",
                    field=models.TextField(
                        blank=True, verbose_name="how the independent person took part"
                    ),
                ),
                migrations.AddField(
                    model_name="panel",
                    name="consulted_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="independent person took part"
                    ),
                ),
                migrations.AddField(
                    model_name="panel",
                    name="meets_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="meeting planned for"
                    ),
                ),
                migrations.AddField(
                    model_name="panel",
                    name="papers_sent_on",
                    field=models.DateField(blank=True, null=True, verbose_name="papers sent"),
                ),
                migrations.AddField(
                    model_name="panelevent",
                    name="consulted",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.investigator",
                        verbose_name="independent person who took part in the response",
                    ),
                ),
                migrations.AddField(
                    model_name="panelevent",
                    name="consulted_how",
                    field=models.TextField(
                        blank=True, verbose_name="how the independent person took part"
                    ),
                ),
                migrations.AddField(
                    model_name="panelevent",
                    name="consulted_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="independent person took part"
                    ),
                ),
                migrations.AddField(
                    model_name="panelevent",
                    name="meets_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="meeting planned for"
                    ),
                ),
                migrations.AddField(
                    model_name="panelevent",
                    name="papers_sent_on",
                    field=models.DateField(blank=True, null=True, verbose_name="papers sent"),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="appointed_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="ended_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="appointed_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="ended_because",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="procedure",
                    name="resubmit_months",
                    field=models.PositiveSmallIntegerField(
                        default=12,
                        verbose_name="months after proceedings end in which a complaint may be resubmitted",
                    ),
                ),
                migrations.AddField(
                    model_name="procedure",
                    name="update_after",
                    field=models.PositiveSmallIntegerField(
                        default=20,
                        verbose_name="working days of a stage after which updates begin, late or not",
                    ),
                ),
                migrations.AddField(
                    model_name="procedure",
                    name="update_every",
                    field=models.PositiveSmallIntegerField(
                        default=10,
                        verbose_name="working days from one update to the complainant to the next",
                    ),
                ),
                migrations.AddField(
                    model_name="procedureevent",
                    name="resubmit_months",
                    field=models.PositiveSmallIntegerField(
                        default=12,
                        verbose_name="months after proceedings end in which a complaint may be resubmitted",
                    ),
                ),
                migrations.AddField(
                    model_name="procedureevent",
                    name="update_after",
                    field=models.PositiveSmallIntegerField(
                        default=20,
                        verbose_name="working days of a stage after which updates begin, late or not",
                    ),
                ),
                migrations.AddField(
                    model_name="procedureevent",
                    name="update_every",
                    field=models.PositiveSmallIntegerField(
                        default=10,
                        verbose_name="working days from one update to the complainant to the next",
                    ),
                ),
                migrations.AddField(
                    model_name="stage",
                    name="adjudicated_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="stage",
                    name="independent_person_report_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="independent person's report"
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinition",
                    name="chase_statement_after",
                    field=models.JSONField(
                        blank=True,
                        default=list,
                        verbose_name="working days after which a complainant silent on the statement is asked again",
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinition",
                    name="exempt_days",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Before stage 1: what is not settled in so many working days is a complaint",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinition",
                    name="independent_panellists",
                    field=models.PositiveSmallIntegerField(
                        default=0,
                        verbose_name="how many of the panel must be independent of the council",
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinition",
                    name="terms_in_writing_days",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Working days in which terms agreed by talking are confirmed in writing",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinitionevent",
                    name="chase_statement_after",
                    field=models.JSONField(
                        blank=True,
                        default=list,
                        verbose_name="working days after which a complainant silent on the statement is asked again",
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinitionevent",
                    name="exempt_days",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Before stage 1: what is not settled in so many working days is a complaint",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinitionevent",
                    name="independent_panellists",
                    field=models.PositiveSmallIntegerField(
                        default=0,
                        verbose_name="how many of the panel must be independent of the council",
                    ),
                ),
                migrations.AddField(
                    model_name="stagedefinitionevent",
                    name="terms_in_writing_days",
                    field=models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Working days in which terms agreed by talking are confirmed in writing",
                        null=True,
                    ),
                ),
                migrations.AddField(
                    model_name="stageevent",
                    name="adjudicated_by",
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
                    model_name="stageevent",
                    name="independent_person_report_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="independent person's report"
                    ),
                ),
                migrations.AddField(
                    model_name="timelimit",
                    name="by_agreement",
                    field=models.BooleanField(
                        default=False,
                        help_text="A long stop: a date inside it is agreed with the complainant",
                    ),
                ),
                migrations.AddField(
                    model_name="timelimit",
                    name="extension_names_ombudsman",
                    field=models.BooleanField(
                        default=False,
                        help_text="Whoever extends it gives the Ombudsman's details with the new date",
                    ),
                ),
                migrations.AddField(
                    model_name="timelimitevent",
                    name="by_agreement",
                    field=models.BooleanField(
                        default=False,
                        help_text="A long stop: a date inside it is agreed with the complainant",
                    ),
                ),
                migrations.AddField(
                    model_name="timelimitevent",
                    name="extension_names_ombudsman",
                    field=models.BooleanField(
                        default=False,
                        help_text="Whoever extends it gives the Ombudsman's details with the new date",
                    ),
                ),
                migrations.AddField(
                    model_name="stage",
                    name="joint",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages",
                        to="stages.jointinvestigation",
                        verbose_name="joint investigation",
                    ),
                ),
                migrations.AddField(
                    model_name="stageevent",
                    name="joint",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.jointinvestigation",
                        verbose_name="joint investigation",
                    ),
                ),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="panelmember",
            name="panel_member_once",
        ),
        migrations.RemoveConstraint(
            model_name="panelmember",
            name="one_chair_of_a_panel",
        ),
        migrations.AlterField(
            model_name="timelimit",
            name="runs_from",
            field=models.CharField(
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
                    ("independent_person_report_on", "independent person's report"),
                    ("adjudication_on", "adjudication"),
                    ("panel_met_on", "panel met"),
                    ("panel_report_on", "panel report"),
                    ("responded_on", "response"),
                    ("escalated_on", "next stage requested"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="timelimit",
            name="stopped_by",
            field=models.CharField(
                choices=[
                    ("received_on", "complaint received"),
                    ("requested_on", "requested by the complainant"),
                    ("begun_on", "begun"),
                    ("acknowledged_on", "acknowledged"),
                    ("statement_agreed_on", "statement of complaint agreed"),
                    ("investigator_appointed_on", "investigating officer appointed"),
                    ("independent_person_appointed_on", "independent person appointed"),
                    ("investigation_report_on", "investigation report"),
                    ("independent_person_report_on", "independent person's report"),
                    ("adjudication_on", "adjudication"),
                    ("panel_met_on", "panel met"),
                    ("panel_report_on", "panel report"),
                    ("responded_on", "response"),
                    ("escalated_on", "next stage requested"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="timelimitevent",
            name="runs_from",
            field=models.CharField(
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
                    ("independent_person_report_on", "independent person's report"),
                    ("adjudication_on", "adjudication"),
                    ("panel_met_on", "panel met"),
                    ("panel_report_on", "panel report"),
                    ("responded_on", "response"),
                    ("escalated_on", "next stage requested"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="timelimitevent",
            name="stopped_by",
            field=models.CharField(
                choices=[
                    ("received_on", "complaint received"),
                    ("requested_on", "requested by the complainant"),
                    ("begun_on", "begun"),
                    ("acknowledged_on", "acknowledged"),
                    ("statement_agreed_on", "statement of complaint agreed"),
                    ("investigator_appointed_on", "investigating officer appointed"),
                    ("independent_person_appointed_on", "independent person appointed"),
                    ("investigation_report_on", "investigation report"),
                    ("independent_person_report_on", "independent person's report"),
                    ("adjudication_on", "adjudication"),
                    ("panel_met_on", "panel met"),
                    ("panel_report_on", "panel report"),
                    ("responded_on", "response"),
                    ("escalated_on", "next stage requested"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None),
                    models.Q(("ended_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="appointment_ended_with_a_reason",
                violation_error_message="Say why the appointment ended.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("appointed_on")), _connector="OR"
                ),
                name="appointment_ended_after_it_began",
                violation_error_message="An appointment cannot end before it began.",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("told_on__gte", models.F("decided_on")),
                    ("told_on", None),
                    ("decided_on", None),
                    _connector="OR",
                ),
                name="extension_told_on_or_after_decided_on",
                violation_error_message="The complainant cannot be told of a new date before it was decided.",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("remedy_considered", None),
                    models.Q(("remedy_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="finding_remedy_considered_with_a_reason",
                violation_error_message="Say what was weighed about a remedy.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ombudsmanenquiry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ombudsman_reference", ""), _negated=True),
                fields=("ombudsman_reference",),
                name="ombudsman_reference_once",
                violation_error_message="Another enquiry has this reference: record what is asked as a request of it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="panel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("consulted_on", None),
                    models.Q(
                        ("consulted__isnull", False), models.Q(("consulted_how", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="panel_says_how_the_independent_person_took_part",
                violation_error_message="Say who the independent person was, and what they did.",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("panel", "investigator"),
                name="panel_member_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("chairs", True), ("ended_on", None)),
                fields=("panel",),
                name="one_chair_of_a_panel",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None),
                    models.Q(("ended_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="panel_member_left_with_a_reason",
                violation_error_message="Say why they left the panel.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."appointed_on", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="821851fb9dadabdb3592ed0378745edfcff0bdde",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."appointed_on", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="d1e17763224b26ad0803f49ae60c561e49fcc578",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("appointed_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT old_values."appointed_on", old_values."ended_because", old_values."ended_on", old_values."expenses", old_values."fee", old_values."id", old_values."investigator_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5acf16f97c22186f238b0e175685166f19cb4065",
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
                    model_name="deadline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "left_on", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT new_values."ceiling_on", new_values."due_on", new_values."id", new_values."is_main", new_values."left_on", new_values."limit_id", new_values."live", new_values."met_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provisional", new_values."stage_id", new_values."starts_on", new_values."target_on", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="73fe53c5aceada851fd7f2ab9a565e1902185fee",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "left_on", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT new_values."ceiling_on", new_values."due_on", new_values."id", new_values."is_main", new_values."left_on", new_values."limit_id", new_values."live", new_values."met_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provisional", new_values."stage_id", new_values."starts_on", new_values."target_on", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6d74704606b2be8145faea2488ebd0dbd48060a0",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_deadlineevent" ("ceiling_on", "due_on", "id", "is_main", "left_on", "limit_id", "live", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "stage_id", "starts_on", "target_on", "told_on") SELECT old_values."ceiling_on", old_values."due_on", old_values."id", old_values."is_main", old_values."left_on", old_values."limit_id", old_values."live", old_values."met_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provisional", old_values."stage_id", old_values."starts_on", old_values."target_on", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a48806096c5d433790cb148602eaa818f0f0b3cc",
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
                    model_name="extension",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("counted_to_on", "decided_on", "from_due_on", "id", "ombudsman_named", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_how", "told_on") SELECT new_values."counted_to_on", new_values."decided_on", new_values."from_due_on", new_values."id", new_values."ombudsman_named", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_due_on", new_values."told_how", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4bc9c281e1dab901023bda86500318cca9b25cf3",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("counted_to_on", "decided_on", "from_due_on", "id", "ombudsman_named", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_how", "told_on") SELECT new_values."counted_to_on", new_values."decided_on", new_values."from_due_on", new_values."id", new_values."ombudsman_named", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."stage_id", new_values."to_due_on", new_values."told_how", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4d7b73e42858af115894ce4b4f1ca6b7c0827285",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_extensionevent" ("counted_to_on", "decided_on", "from_due_on", "id", "ombudsman_named", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stage_id", "to_due_on", "told_how", "told_on") SELECT old_values."counted_to_on", old_values."decided_on", old_values."from_due_on", old_values."id", old_values."ombudsman_named", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stage_id", old_values."to_due_on", old_values."told_how", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5b3c5a25ac0e2fa7fa5a2473a4300dbb17c12091",
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
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "remedy_considered", "remedy_why", "stage_id") SELECT new_values."finding", new_values."id", new_values."level", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."point_id", new_values."reason", new_values."remedy_considered", new_values."remedy_why", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1d5b6cd416944f83c51dc1f96a52511db80a843d",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "remedy_considered", "remedy_why", "stage_id") SELECT new_values."finding", new_values."id", new_values."level", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."point_id", new_values."reason", new_values."remedy_considered", new_values."remedy_why", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="83fcb47409fdafc3987a08bded46be0ab1a534c7",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_findingevent" ("finding", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "reason", "remedy_considered", "remedy_why", "stage_id") SELECT old_values."finding", old_values."id", old_values."level", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."point_id", old_values."reason", old_values."remedy_considered", old_values."remedy_why", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c52e5dd497a78a1fa1777499397bfc87bb1ce6f",
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
                    model_name="ombudsmandecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("heading", "id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."heading", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2a80232daa327cb2ea3100e5558b884ede88f40c",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("heading", "id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."heading", new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."means", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="bae65934089282f25af673192592d4d5055b8d01",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmandecisionevent" ("heading", "id", "in_use_from", "in_use_until", "means", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."heading", old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."means", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4685de73315a2e8c31776e15ad30b81dcd09ec84",
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
                    model_name="ombudsmanenquiry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("about", "case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."about", new_values."case_id", new_values."decided_on", new_values."decision_id", new_values."id", new_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fc7f6e9ebd69d0c224428cf6dbb9769283d84da1",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("about", "case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT new_values."about", new_values."case_id", new_values."decided_on", new_values."decision_id", new_values."id", new_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."service_area_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="00a8d684566a01da7b5a01ee9c29ced6463dd99f",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_ombudsmanenquiryevent" ("about", "case_id", "decided_on", "decision_id", "id", "ombudsman_reference", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "service_area_id") SELECT old_values."about", old_values."case_id", old_values."decided_on", old_values."decision_id", old_values."id", old_values."ombudsman_reference", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."service_area_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f9420df20e48348755e987d71a71612a2f190442",
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
                    model_name="panel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("consulted_how", "consulted_id", "consulted_on", "id", "meets_on", "papers_sent_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT new_values."consulted_how", new_values."consulted_id", new_values."consulted_on", new_values."id", new_values."meets_on", new_values."papers_sent_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recommendations", new_values."stage_id", new_values."venue" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b826ea4bbf25604b486c02c3295d263cbb2c505a",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("consulted_how", "consulted_id", "consulted_on", "id", "meets_on", "papers_sent_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT new_values."consulted_how", new_values."consulted_id", new_values."consulted_on", new_values."id", new_values."meets_on", new_values."papers_sent_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recommendations", new_values."stage_id", new_values."venue" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c29fd49fbc2b4788fb4a543d2415191c678d118",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelevent" ("consulted_how", "consulted_id", "consulted_on", "id", "meets_on", "papers_sent_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "stage_id", "venue") SELECT old_values."consulted_how", old_values."consulted_id", old_values."consulted_on", old_values."id", old_values."meets_on", old_values."papers_sent_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recommendations", old_values."stage_id", old_values."venue" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="920cb4d4ea4656365930a32f61620ae423eb147d",
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
                    model_name="panelmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("appointed_on", "chairs", "ended_because", "ended_on", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."appointed_on", new_values."chairs", new_values."ended_because", new_values."ended_on", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="090af5a945f514d070f4fee6796c455426ee1a30",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("appointed_on", "chairs", "ended_because", "ended_on", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."appointed_on", new_values."chairs", new_values."ended_because", new_values."ended_on", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2edad8f022b691def5990f64e0f60bd815051406",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("appointed_on", "chairs", "ended_because", "ended_on", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."appointed_on", old_values."chairs", old_values."ended_because", old_values."ended_on", old_values."id", old_values."investigator_id", old_values."panel_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3a1d0e0061fe28944dbb3aead2ad2fd0bb56f246",
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
                    model_name="procedure",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "resubmit_months", "source", "statutory", "update_after", "update_every", "version") SELECT new_values."aliases", new_values."closure_days_excluded", new_values."code", new_values."content_hash", new_values."day_one", new_values."id", new_values."in_force_from", new_values."in_force_until", new_values."month_ends_roll", new_values."name", new_values."next_body", new_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."posting_days", new_values."remark", new_values."resubmit_months", new_values."source", new_values."statutory", new_values."update_after", new_values."update_every", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="54b1bf0af85b1578643763ac56d3d6ca1eb49d9a",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "resubmit_months", "source", "statutory", "update_after", "update_every", "version") SELECT new_values."aliases", new_values."closure_days_excluded", new_values."code", new_values."content_hash", new_values."day_one", new_values."id", new_values."in_force_from", new_values."in_force_until", new_values."month_ends_roll", new_values."name", new_values."next_body", new_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."posting_days", new_values."remark", new_values."resubmit_months", new_values."source", new_values."statutory", new_values."update_after", new_values."update_every", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fd7cf6baf1e6f6e2c2816a6c18a6d0492aa82846",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_procedureevent" ("aliases", "closure_days_excluded", "code", "content_hash", "day_one", "id", "in_force_from", "in_force_until", "month_ends_roll", "name", "next_body", "pauses_move_deadlines", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posting_days", "remark", "resubmit_months", "source", "statutory", "update_after", "update_every", "version") SELECT old_values."aliases", old_values."closure_days_excluded", old_values."code", old_values."content_hash", old_values."day_one", old_values."id", old_values."in_force_from", old_values."in_force_until", old_values."month_ends_roll", old_values."name", old_values."next_body", old_values."pauses_move_deadlines", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."posting_days", old_values."remark", old_values."resubmit_months", old_values."source", old_values."statutory", old_values."update_after", old_values."update_every", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ce712d872d7cb67eb325a71bc8a1b697a8d40dc1",
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
                    model_name="stage",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudicated_by_id", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "independent_person_report_on", "investigation_report_on", "investigator_appointed_on", "joint_id", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT new_values."acknowledged_on", new_values."adjudicated_by_id", new_values."adjudication_on", new_values."begun_on", new_values."case_id", new_values."definition_id", new_values."escalated_on", new_values."external_investigator", new_values."id", new_values."independent_person_appointed_on", new_values."independent_person_report_on", new_values."investigation_report_on", new_values."investigator_appointed_on", new_values."joint_id", new_values."nature_id", new_values."number", new_values."outcome", new_values."outcome_overridden_because", new_values."panel_met_on", new_values."panel_report_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."requested_on", new_values."responded_on", new_values."statement_agreed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b9853df6c72dbc45ceb31c9fab4825602e2baba2",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudicated_by_id", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "independent_person_report_on", "investigation_report_on", "investigator_appointed_on", "joint_id", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT new_values."acknowledged_on", new_values."adjudicated_by_id", new_values."adjudication_on", new_values."begun_on", new_values."case_id", new_values."definition_id", new_values."escalated_on", new_values."external_investigator", new_values."id", new_values."independent_person_appointed_on", new_values."independent_person_report_on", new_values."investigation_report_on", new_values."investigator_appointed_on", new_values."joint_id", new_values."nature_id", new_values."number", new_values."outcome", new_values."outcome_overridden_because", new_values."panel_met_on", new_values."panel_report_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."received_on", new_values."requested_on", new_values."responded_on", new_values."statement_agreed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="11c84704d67ff43949a004c0d48237f1a847c2f6",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stageevent" ("acknowledged_on", "adjudicated_by_id", "adjudication_on", "begun_on", "case_id", "definition_id", "escalated_on", "external_investigator", "id", "independent_person_appointed_on", "independent_person_report_on", "investigation_report_on", "investigator_appointed_on", "joint_id", "nature_id", "number", "outcome", "outcome_overridden_because", "panel_met_on", "panel_report_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "requested_on", "responded_on", "statement_agreed_on") SELECT old_values."acknowledged_on", old_values."adjudicated_by_id", old_values."adjudication_on", old_values."begun_on", old_values."case_id", old_values."definition_id", old_values."escalated_on", old_values."external_investigator", old_values."id", old_values."independent_person_appointed_on", old_values."independent_person_report_on", old_values."investigation_report_on", old_values."investigator_appointed_on", old_values."joint_id", old_values."nature_id", old_values."number", old_values."outcome", old_values."outcome_overridden_because", old_values."panel_met_on", old_values."panel_report_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."requested_on", old_values."responded_on", old_values."statement_agreed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9c2c12955509750fdc28fcc3a49e7821cd3cddf8",
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
                    model_name="stagedefinition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("chase_statement_after", "exempt_days", "id", "independent_panellists", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source", "terms_in_writing_days") SELECT new_values."chase_statement_after", new_values."exempt_days", new_values."id", new_values."independent_panellists", new_values."independent_person", new_values."key", new_values."name", new_values."number", new_values."panel", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."procedure_id", new_values."responder", new_values."source", new_values."terms_in_writing_days" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="07f011672374d130b4cbae5602a8310cbcac2266",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("chase_statement_after", "exempt_days", "id", "independent_panellists", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source", "terms_in_writing_days") SELECT new_values."chase_statement_after", new_values."exempt_days", new_values."id", new_values."independent_panellists", new_values."independent_person", new_values."key", new_values."name", new_values."number", new_values."panel", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."procedure_id", new_values."responder", new_values."source", new_values."terms_in_writing_days" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="add1c51550ee2109efaf936b30bac33605e3b376",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_stagedefinitionevent" ("chase_statement_after", "exempt_days", "id", "independent_panellists", "independent_person", "key", "name", "number", "panel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "responder", "source", "terms_in_writing_days") SELECT old_values."chase_statement_after", old_values."exempt_days", old_values."id", old_values."independent_panellists", old_values."independent_person", old_values."key", old_values."name", old_values."number", old_values."panel", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."procedure_id", old_values."responder", old_values."source", old_values."terms_in_writing_days" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="06d957aed486339c69833a2cda4f4868f8ae6fd7",
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
                    model_name="timelimit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("by_agreement", "counts_back_from", "day_one", "extends_to", "extension_names_ombudsman", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT new_values."by_agreement", new_values."counts_back_from", new_values."day_one", new_values."extends_to", new_values."extension_names_ombudsman", new_values."id", new_values."in_force", new_values."is_main", new_values."key", new_values."kind", new_values."length", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."provisional_from", new_values."remark", new_values."runs_from", new_values."source", new_values."stage_id", new_values."stopped_by", new_values."unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="651cf151b17c39d14e9959a5107f23a0eabc93cf",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("by_agreement", "counts_back_from", "day_one", "extends_to", "extension_names_ombudsman", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT new_values."by_agreement", new_values."counts_back_from", new_values."day_one", new_values."extends_to", new_values."extension_names_ombudsman", new_values."id", new_values."in_force", new_values."is_main", new_values."key", new_values."kind", new_values."length", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."provisional_from", new_values."remark", new_values."runs_from", new_values."source", new_values."stage_id", new_values."stopped_by", new_values."unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a80bcce13ca943152774406a1034156c9b545a05",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_timelimitevent" ("by_agreement", "counts_back_from", "day_one", "extends_to", "extension_names_ombudsman", "id", "in_force", "is_main", "key", "kind", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "provisional_from", "remark", "runs_from", "source", "stage_id", "stopped_by", "unit") SELECT old_values."by_agreement", old_values."counts_back_from", old_values."day_one", old_values."extends_to", old_values."extension_names_ombudsman", old_values."id", old_values."in_force", old_values."is_main", old_values."key", old_values."kind", old_values."length", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."provisional_from", old_values."remark", old_values."runs_from", old_values."source", old_values."stage_id", old_values."stopped_by", old_values."unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="acd3bde6df546fef540571fff947582ba961a4a7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1f68e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_timelimit",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
