import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("cases", "0005_mediation_and_advocacy"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("stages", "0006_mediation_and_advocacy"),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckKind",
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
                    models.UniqueConstraint(fields=("name",), name="checkkind_name"),
                    models.CheckConstraint(
                        condition=models.Q(("in_use_until__gte", models.F("in_use_from"))),
                        name="checkkind_in_use_until_after_from",
                        violation_error_message="A word cannot go out of use before it came into use.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_checkkindevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="a613fdd22ab3c23090753d9af9b1a16b1498dedf",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_997ff",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_checkkind",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_checkkindevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT new_values."id", new_values."in_use_from", new_values."in_use_until", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b5440df34bd729ce9436bbd9234cc92f07288704",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3e199",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_checkkind",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_checkkindevent" ("id", "in_use_from", "in_use_until", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") SELECT old_values."id", old_values."in_use_from", old_values."in_use_until", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="00a36e60f8d632411bd95e7b8c73fb2da381e33d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_947ab",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_checkkind",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckKindEvent",
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
                        to="stages.checkkind",
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
                            hash="73cfd69517b5ed3fed8f711c9ef1bb595620d321",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_003d8",
                            table="stages_checkkindevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolAbsence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="away from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="away until")),
                ("why", models.CharField(blank=True, max_length=200)),
                (
                    "investigator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="stages.investigator",
                    ),
                ),
            ],
            options={
                "verbose_name": "absence",
                "ordering": ["-from_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="pool_absence_ends_after_it_began",
                        violation_error_message="Nobody is back before they went.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolabsenceevent" ("from_on", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on", "why") SELECT new_values."from_on", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."until_on", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b8a3bb49f98c6f52bfea24a4ebb16ac75db7eb24",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7ca3f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_poolabsence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolabsenceevent" ("from_on", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on", "why") SELECT new_values."from_on", new_values."id", new_values."investigator_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."until_on", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="9b49a76a85e7ec7d1bd3bf0bf1eae66f1ac431c5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e7d30",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_poolabsence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolabsenceevent" ("from_on", "id", "investigator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_on", "why") SELECT old_values."from_on", old_values."id", old_values."investigator_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."until_on", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="80beba3cb216559ff19537f061fa098917b79b9e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_95695",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_poolabsence",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolAbsenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("from_on", models.DateField(verbose_name="away from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="away until")),
                ("why", models.CharField(blank=True, max_length=200)),
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
                        to="stages.poolabsence",
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
                            hash="b760ff33d8194c0eb9719fe95710be01c5bb5a88",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_15d04",
                            table="stages_poolabsenceevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=100)),
                ("done_on", models.DateField(verbose_name="done")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="expires")),
                (
                    "investigator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="stages.investigator",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.checkkind",
                    ),
                ),
            ],
            options={
                "verbose_name": "check",
                "ordering": ["kind", "-done_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None),
                            ("expires_on__gt", models.F("done_on")),
                            _connector="OR",
                        ),
                        name="pool_check_expires_after_it_was_done",
                        violation_error_message="A check expires after the day on which it was done.",
                    ),
                    models.UniqueConstraint(
                        fields=("investigator", "kind", "done_on"),
                        name="pool_check_once_a_day",
                        violation_error_message="This check is recorded already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolcheckevent" ("done_on", "expires_on", "id", "investigator_id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."done_on", new_values."expires_on", new_values."id", new_values."investigator_id", new_values."kind_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0ec6e5f2073893e8daa725b55c7eb3ce03916faa",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd541",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_poolcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolcheckevent" ("done_on", "expires_on", "id", "investigator_id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."done_on", new_values."expires_on", new_values."id", new_values."investigator_id", new_values."kind_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="57603b3a1ce7611b44af918f6fe56a93b308a8d8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_78afc",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_poolcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_poolcheckevent" ("done_on", "expires_on", "id", "investigator_id", "kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT old_values."done_on", old_values."expires_on", old_values."id", old_values."investigator_id", old_values."kind_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="285a19f52e23c8f1ff5a61dcf49dc8796111a154",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_454f7",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_poolcheck",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolCheckEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reference", models.CharField(blank=True, max_length=100)),
                ("done_on", models.DateField(verbose_name="done")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="expires")),
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
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="stages.checkkind",
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
                        to="stages.poolcheck",
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
                            hash="ddb65cb51c3665178e35862ffc5b629956e24019",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dd6ec",
                            table="stages_poolcheckevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolTraining",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="training")),
                ("on", models.DateField(verbose_name="trained on")),
                (
                    "investigator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="stages.investigator",
                    ),
                ),
            ],
            options={
                "verbose_name": "training",
                "ordering": ["-on", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("investigator", "name", "on"),
                        name="pool_training_once",
                        violation_error_message="This training is recorded already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_pooltrainingevent" ("id", "investigator_id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."investigator_id", new_values."name", new_values."on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="95eecbfb117624998ab6ea5dd85a73eea2ce716c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9edab",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="stages_pooltraining",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_pooltrainingevent" ("id", "investigator_id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."id", new_values."investigator_id", new_values."name", new_values."on", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="de56c861710a774a67ade51480b344a8305cdd7f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0477e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="stages_pooltraining",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_pooltrainingevent" ("id", "investigator_id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."id", old_values."investigator_id", old_values."name", old_values."on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0323dfc01bca3b2c13d1e2e625b7daff37d0b5fa",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f1239",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_pooltraining",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoolTrainingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="training")),
                ("on", models.DateField(verbose_name="trained on")),
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
                        to="stages.pooltraining",
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
                            hash="61787e9ef89cfbd8367e96042df750408268497a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_01be0",
                            table="stages_pooltrainingevent",
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
                    model_name="investigator",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="investigator",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="investigator",
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
                migrations.AddField(
                    model_name="appointment",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AddField(
                    model_name="appointment",
                    name="asked_on",
                    field=models.DateField(blank=True, null=True, verbose_name="asked"),
                ),
                migrations.AddField(
                    model_name="appointment",
                    name="met_complainant_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="met the complainant"
                    ),
                ),
                migrations.AddField(
                    model_name="appointmentevent",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AddField(
                    model_name="appointmentevent",
                    name="asked_on",
                    field=models.DateField(blank=True, null=True, verbose_name="asked"),
                ),
                migrations.AddField(
                    model_name="appointmentevent",
                    name="met_complainant_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="met the complainant"
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="account",
                    field=models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="in_the_pool",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account with which they sign in",
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="address",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="languages",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="limit_of_cases",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="cases at one time, at most"
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="notes",
                    field=models.TextField(blank=True, verbose_name="notes on their work"),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="rate",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=8, null=True
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="rate_per",
                    field=models.CharField(
                        blank=True,
                        choices=[("hour", "an hour"), ("day", "a day"), ("case", "a case")],
                        max_length=10,
                        verbose_name="the rate is for",
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="roles",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("investigating_officer", "Investigating officer"),
                                ("independent_person", "Independent person"),
                                ("panellist", "Panellist"),
                                ("mediator", "Mediator"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="skills",
                    field=models.TextField(blank=True, verbose_name="skills and experience"),
                ),
                migrations.AddField(
                    model_name="investigator",
                    name="works_in",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.servicearea",
                        verbose_name="service area in which they work",
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="account",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account with which they sign in",
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="address",
                    field=models.TextField(blank=True),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="languages",
                    field=models.CharField(blank=True, max_length=200),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="limit_of_cases",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="cases at one time, at most"
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="notes",
                    field=models.TextField(blank=True, verbose_name="notes on their work"),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="rate",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=8, null=True
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="rate_per",
                    field=models.CharField(
                        blank=True,
                        choices=[("hour", "an hour"), ("day", "a day"), ("case", "a case")],
                        max_length=10,
                        verbose_name="the rate is for",
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="roles",
                    field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("investigating_officer", "Investigating officer"),
                                ("independent_person", "Independent person"),
                                ("panellist", "Panellist"),
                                ("mediator", "Mediator"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="skills",
                    field=models.TextField(blank=True, verbose_name="skills and experience"),
                ),
                migrations.AddField(
                    model_name="investigatorevent",
                    name="works_in",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.servicearea",
                        verbose_name="service area in which they work",
                    ),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="asked_on",
                    field=models.DateField(blank=True, null=True, verbose_name="asked"),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="expenses",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True
                    ),
                ),
                migrations.AddField(
                    model_name="panelmember",
                    name="fee",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True
                    ),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="asked_on",
                    field=models.DateField(blank=True, null=True, verbose_name="asked"),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="expenses",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True
                    ),
                ),
                migrations.AddField(
                    model_name="panelmemberevent",
                    name="fee",
                    field=models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True
                    ),
                ),
                migrations.AlterField(
                    model_name="appointment",
                    name="appointed_on",
                    field=models.DateField(verbose_name="appointed"),
                ),
                migrations.AlterField(
                    model_name="appointment",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="ended"),
                ),
                migrations.AlterField(
                    model_name="appointmentevent",
                    name="appointed_on",
                    field=models.DateField(verbose_name="appointed"),
                ),
                migrations.AlterField(
                    model_name="appointmentevent",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="ended"),
                ),
                migrations.AlterField(
                    model_name="investigator",
                    name="email",
                    field=models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                migrations.AlterField(
                    model_name="investigator",
                    name="employed_by_council",
                    field=models.BooleanField(default=False, verbose_name="works for the council"),
                ),
                migrations.AlterField(
                    model_name="investigator",
                    name="in_pool_from",
                    field=models.DateField(blank=True, null=True, verbose_name="in the pool from"),
                ),
                migrations.AlterField(
                    model_name="investigator",
                    name="in_pool_until",
                    field=models.DateField(blank=True, null=True, verbose_name="in the pool until"),
                ),
                migrations.AlterField(
                    model_name="investigatorevent",
                    name="email",
                    field=models.EmailField(
                        blank=True, max_length=254, verbose_name="email address"
                    ),
                ),
                migrations.AlterField(
                    model_name="investigatorevent",
                    name="employed_by_council",
                    field=models.BooleanField(default=False, verbose_name="works for the council"),
                ),
                migrations.AlterField(
                    model_name="investigatorevent",
                    name="in_pool_from",
                    field=models.DateField(blank=True, null=True, verbose_name="in the pool from"),
                ),
                migrations.AlterField(
                    model_name="investigatorevent",
                    name="in_pool_until",
                    field=models.DateField(blank=True, null=True, verbose_name="in the pool until"),
                ),
                migrations.AlterField(
                    model_name="panelmember",
                    name="appointed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="appointed"),
                ),
                migrations.AlterField(
                    model_name="panelmember",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="left"),
                ),
                migrations.AlterField(
                    model_name="panelmember",
                    name="investigator",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="stages.investigator",
                    ),
                ),
                migrations.AlterField(
                    model_name="panelmemberevent",
                    name="appointed_on",
                    field=models.DateField(blank=True, null=True, verbose_name="appointed"),
                ),
                migrations.AlterField(
                    model_name="panelmemberevent",
                    name="ended_on",
                    field=models.DateField(blank=True, null=True, verbose_name="left"),
                ),
            ],
        ),
        migrations.AlterModelOptions(
            name="investigator",
            options={"ordering": ["name"], "verbose_name": "person of the pool"},
        ),
        migrations.AddIndex(
            model_name="investigator",
            index=models.Index(django.db.models.functions.text.Lower("name"), name="pool_by_name"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("stage", "investigator"),
                name="one_role_in_a_stage",
                violation_error_message="Nobody has two roles in one investigation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("met_complainant_on__gte", models.F("asked_on")),
                    ("asked_on", None),
                    ("met_complainant_on", None),
                    _connector="OR",
                ),
                name="appointment_met_after_asked",
                violation_error_message="Nobody meets the complainant before they were asked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on__gte", models.F("asked_on")),
                    ("asked_on", None),
                    ("accepted_on", None),
                    _connector="OR",
                ),
                name="appointment_accepted_after_asked",
                violation_error_message="Nobody accepts before they were asked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("employed_by_council", False),
                    models.Q(("roles__contains", ["independent_person"]), _negated=True),
                    _connector="OR",
                ),
                name="pool_independent_is_not_of_the_council",
                violation_error_message="Someone who works for the council cannot be an independent person (regulation 2).",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("employed_by_council", True),
                    models.Q(("account", None), ("works_in", None)),
                    _connector="OR",
                ),
                name="pool_works_in_a_service_of_the_council",
                violation_error_message="Only someone who works for the council has a service area or an account.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_pool_until__gte", models.F("in_pool_from")),
                    ("in_pool_from", None),
                    ("in_pool_until", None),
                    _connector="OR",
                ),
                name="pool_left_after_it_was_joined",
                violation_error_message="Nobody leaves the pool before they came into it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rate", None), ("rate_per", "")),
                    models.Q(("rate__gte", 0), models.Q(("rate_per", ""), _negated=True)),
                    _connector="OR",
                ),
                name="pool_rate_says_what_it_is_for",
                violation_error_message="Enter the rate, and whether it is for an hour, a day or a case.",
            ),
        ),
        migrations.AddConstraint(
            model_name="investigator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("limit_of_cases", None), ("limit_of_cases__gte", 1), _connector="OR"
                ),
                name="pool_limit_of_at_least_one_case",
                violation_error_message="Enter a limit of at least one case, or none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_on__gte", models.F("asked_on")),
                    ("asked_on", None),
                    ("accepted_on", None),
                    _connector="OR",
                ),
                name="panel_member_accepted_after_asked",
                violation_error_message="Nobody accepts before they were asked.",
            ),
        ),
        migrations.AddConstraint(
            model_name="panelmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fee__gte", 0), ("fee", None), _connector="OR"),
                    models.Q(("expenses__gte", 0), ("expenses", None), _connector="OR"),
                ),
                name="panel_member_costs_not_negative",
                violation_error_message="Enter a fee and expenses of nothing or more.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="appointment",
            name="appointment_costs_not_negative",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fee__gte", 0), ("fee", None), _connector="OR"),
                    models.Q(("expenses__gte", 0), ("expenses", None), _connector="OR"),
                ),
                name="appointment_costs_not_negative",
                violation_error_message="Enter a fee and expenses of nothing or more.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="independent_person_not_of_the_council",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.role = 'independent_person')",
                            func="\n        IF EXISTS (\n            SELECT 1 FROM stages_investigator\n            WHERE id = NEW.investigator_id AND employed_by_council\n        ) THEN\n            RAISE EXCEPTION 'An independent person is not of the council.' USING ERRCODE = '23514';\n        END IF;\n        RETURN NEW;\n    ",
                            hash="9027083b8e85c37ad32b05ef5f9dbc31036e05ba",
                            operation='INSERT OR UPDATE OF "role", "investigator_id"',
                            pgid="pgtrigger_independent_person_not_of_the_council_9d22b",
                            table="stages_appointment",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="appointment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("accepted_on", "appointed_on", "asked_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "met_complainant_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."accepted_on", new_values."appointed_on", new_values."asked_on", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", new_values."met_complainant_on", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1ee79de675286ee888266f75a025c879c14df5fe",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("accepted_on", "appointed_on", "asked_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "met_complainant_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT new_values."accepted_on", new_values."appointed_on", new_values."asked_on", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", new_values."met_complainant_on", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."stage_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ef7c1ac11c415f417c99c5cd9bc617e30f2c163f",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_appointmentevent" ("accepted_on", "appointed_on", "asked_on", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "met_complainant_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "stage_id") SELECT old_values."accepted_on", old_values."appointed_on", old_values."asked_on", old_values."ended_because", old_values."ended_on", old_values."expenses", old_values."fee", old_values."id", old_values."investigator_id", old_values."met_complainant_on", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."stage_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6497f5ac4df9c7a2c307b155fbbbbc5dc96cf4fd",
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
                    model_name="investigator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("account_id", "address", "agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "languages", "limit_of_cases", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_per", "roles", "skills", "telephone", "works_in_id") SELECT new_values."account_id", new_values."address", new_values."agency", new_values."email", new_values."employed_by_council", new_values."id", new_values."in_pool_from", new_values."in_pool_until", new_values."languages", new_values."limit_of_cases", new_values."name", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."rate", new_values."rate_per", new_values."roles", new_values."skills", new_values."telephone", new_values."works_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="47dcd485f41f0c4e6fa52c58e4dd77454e4c87dd",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("account_id", "address", "agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "languages", "limit_of_cases", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_per", "roles", "skills", "telephone", "works_in_id") SELECT new_values."account_id", new_values."address", new_values."agency", new_values."email", new_values."employed_by_council", new_values."id", new_values."in_pool_from", new_values."in_pool_until", new_values."languages", new_values."limit_of_cases", new_values."name", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."rate", new_values."rate_per", new_values."roles", new_values."skills", new_values."telephone", new_values."works_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="923a645424885bdf77ab4bcb0893bce53ac22bc5",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_investigatorevent" ("account_id", "address", "agency", "email", "employed_by_council", "id", "in_pool_from", "in_pool_until", "languages", "limit_of_cases", "name", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "rate_per", "roles", "skills", "telephone", "works_in_id") SELECT old_values."account_id", old_values."address", old_values."agency", old_values."email", old_values."employed_by_council", old_values."id", old_values."in_pool_from", old_values."in_pool_until", old_values."languages", old_values."limit_of_cases", old_values."name", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."rate", old_values."rate_per", old_values."roles", old_values."skills", old_values."telephone", old_values."works_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6e6ed827ac88eb1f52d07ac1ea461bb136959017",
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
                    model_name="panelmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="panellist_was_not_the_independent_person",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT 1 FROM stages_panel panel\n            JOIN stages_stage of_panel ON of_panel.id = panel.stage_id\n            JOIN stages_stage before ON before.case_id = of_panel.case_id\n            JOIN stages_appointment appointment ON appointment.stage_id = before.id\n            WHERE panel.id = NEW.panel_id\n                AND appointment.investigator_id = NEW.investigator_id\n                AND appointment.role = 'independent_person'\n        ) THEN\n            RAISE EXCEPTION 'The independent person of Stage 2 does not sit on the panel.'\n                USING ERRCODE = '23514';\n        END IF;\n        RETURN NEW;\n    ",
                            hash="e32edd951e5b62a91d6b572e195ead3be0009017",
                            operation='INSERT OR UPDATE OF "panel_id", "investigator_id"',
                            pgid="pgtrigger_panellist_was_not_the_independent_person_b57e9",
                            table="stages_panelmember",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="panelmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("accepted_on", "appointed_on", "asked_on", "chairs", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."accepted_on", new_values."appointed_on", new_values."asked_on", new_values."chairs", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="58ef5cd2769e4c1bf3a10b823ad4de8086cebcd3",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("accepted_on", "appointed_on", "asked_on", "chairs", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."accepted_on", new_values."appointed_on", new_values."asked_on", new_values."chairs", new_values."ended_because", new_values."ended_on", new_values."expenses", new_values."fee", new_values."id", new_values."investigator_id", new_values."panel_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="6de865e05ab57619546441b912f927306f36793f",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_panelmemberevent" ("accepted_on", "appointed_on", "asked_on", "chairs", "ended_because", "ended_on", "expenses", "fee", "id", "investigator_id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."accepted_on", old_values."appointed_on", old_values."asked_on", old_values."chairs", old_values."ended_because", old_values."ended_on", old_values."expenses", old_values."fee", old_values."id", old_values."investigator_id", old_values."panel_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2dfda93a676f7756deae71614c9c528081cee50a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c77f6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_panelmember",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
