import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import accounts.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_mediation_and_advocacy"),
        ("stages", "0005_parts_to_be_split_off"),
    ]

    operations = [
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="mediation",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="mediation",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="mediation",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="accepted_by",
                    field=models.CharField(blank=True, max_length=200, verbose_name="who accepted"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="given_up_because",
                    field=models.TextField(blank=True, verbose_name="why it was not held"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="given_up_on",
                    field=models.DateField(blank=True, null=True, verbose_name="given up"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="meets_on",
                    field=models.DateField(blank=True, null=True, verbose_name="planned for"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="refused_because",
                    field=models.TextField(blank=True, verbose_name="why it was refused"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="refused_on",
                    field=models.DateField(blank=True, null=True, verbose_name="refused"),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="right_confirmed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="right to go on confirmed in writing"
                    ),
                ),
                migrations.AddField(
                    model_name="mediation",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="stage at which it was offered"
                    ),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="accepted_by",
                    field=models.CharField(blank=True, max_length=200, verbose_name="who accepted"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="given_up_because",
                    field=models.TextField(blank=True, verbose_name="why it was not held"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="given_up_on",
                    field=models.DateField(blank=True, null=True, verbose_name="given up"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="meets_on",
                    field=models.DateField(blank=True, null=True, verbose_name="planned for"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="refused_because",
                    field=models.TextField(blank=True, verbose_name="why it was refused"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="refused_on",
                    field=models.DateField(blank=True, null=True, verbose_name="refused"),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="right_confirmed_on",
                    field=models.DateField(
                        blank=True, null=True, verbose_name="right to go on confirmed in writing"
                    ),
                ),
                migrations.AddField(
                    model_name="mediationevent",
                    name="stage_number",
                    field=models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="stage at which it was offered"
                    ),
                ),
                migrations.AlterField(
                    model_name="mediation",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AlterField(
                    model_name="mediation",
                    name="held_on",
                    field=models.DateField(blank=True, null=True, verbose_name="held"),
                ),
                migrations.AlterField(
                    model_name="mediation",
                    name="offered_on",
                    field=models.DateField(blank=True, null=True, verbose_name="offered"),
                ),
                migrations.AlterField(
                    model_name="mediation",
                    name="refused_by",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complainant", "The complainant"),
                            ("service", "The service"),
                            ("both", "Both sides"),
                        ],
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="mediationevent",
                    name="accepted_on",
                    field=models.DateField(blank=True, null=True, verbose_name="accepted"),
                ),
                migrations.AlterField(
                    model_name="mediationevent",
                    name="held_on",
                    field=models.DateField(blank=True, null=True, verbose_name="held"),
                ),
                migrations.AlterField(
                    model_name="mediationevent",
                    name="offered_on",
                    field=models.DateField(blank=True, null=True, verbose_name="offered"),
                ),
                migrations.AlterField(
                    model_name="mediationevent",
                    name="refused_by",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("complainant", "The complainant"),
                            ("service", "The service"),
                            ("both", "Both sides"),
                        ],
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="task",
                    name="kind",
                    field=models.CharField(
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
                            ("learning", "Learning form"),
                            ("new_date", "New date to be told"),
                            ("update", "Update to the complainant"),
                            ("terms", "Terms to be confirmed"),
                            ("long_stop", "Long stop missed"),
                            ("chase_statement", "Ask again about the statement"),
                            ("joint", "Joint work with the NHS"),
                            ("proceedings", "Review of proceedings"),
                            ("split", "Part to be split off"),
                            ("mediation_offer", "Mediation offered"),
                            ("mediation", "Mediation"),
                            ("right_to_go_on", "Right to go on"),
                            ("advocacy", "Advocacy"),
                            ("advocacy_referral", "Referral to advocacy"),
                            ("advocate", "Advocate"),
                            ("restricted_match", "Earlier restricted case"),
                        ],
                        default="reminder",
                        max_length=30,
                    ),
                ),
                migrations.AlterField(
                    model_name="taskevent",
                    name="kind",
                    field=models.CharField(
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
                            ("learning", "Learning form"),
                            ("new_date", "New date to be told"),
                            ("update", "Update to the complainant"),
                            ("terms", "Terms to be confirmed"),
                            ("long_stop", "Long stop missed"),
                            ("chase_statement", "Ask again about the statement"),
                            ("joint", "Joint work with the NHS"),
                            ("proceedings", "Review of proceedings"),
                            ("split", "Part to be split off"),
                            ("mediation_offer", "Mediation offered"),
                            ("mediation", "Mediation"),
                            ("right_to_go_on", "Right to go on"),
                            ("advocacy", "Advocacy"),
                            ("advocacy_referral", "Referral to advocacy"),
                            ("advocate", "Advocate"),
                            ("restricted_match", "Earlier restricted case"),
                        ],
                        default="reminder",
                        max_length=30,
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="mediation",
            index=models.Index(fields=["offered_on"], name="mediation_offered"),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_on", None),
                    models.Q(
                        models.Q(
                            ("accepted_on", None),
                            ("accepted_on__gte", models.F("offered_on")),
                            _connector="OR",
                        ),
                        models.Q(
                            ("refused_on", None),
                            ("refused_on__gte", models.F("offered_on")),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="mediation_answered_after_it_was_offered",
                violation_error_message="The offer cannot be answered before it was made.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_on", None), ("refused_on", None)),
                    models.Q(("given_up_on", None), ("refused_on", None)),
                    models.Q(("given_up_on", None), ("held_on", None)),
                    _connector="OR",
                ),
                name="mediation_ends_once",
                violation_error_message="It is refused, held or given up: one of these.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_on", None), ("refused_on", None), _connector="OR"),
                name="mediation_accepted_or_refused",
                violation_error_message="An offer is accepted or refused: not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("refused_on", None),
                    models.Q(("refused_by", ""), _negated=True),
                    _connector="OR",
                ),
                name="mediation_refused_by_somebody",
                violation_error_message="Say who refused.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("held_on__gte", models.F("accepted_on")),
                    ("held_on", None),
                    ("accepted_on", None),
                    _connector="OR",
                ),
                name="mediation_held_after_it_was_accepted",
                violation_error_message="A mediation cannot be held before it was accepted.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_up_on", None),
                    models.Q(("given_up_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="mediation_given_up_with_a_reason",
                violation_error_message="Say why it was not held.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stage_avoided", None), ("outcome", "resolved"), _connector="OR"
                ),
                name="mediation_avoided_a_stage_by_settling_it",
                violation_error_message="Only a mediation that resolved it avoided a stage.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mediation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("right_confirmed_on", None),
                    ("right_confirmed_on__gte", models.F("held_on")),
                    _connector="OR",
                ),
                name="mediation_right_confirmed_after_it_was_held",
                violation_error_message="The right to go on is confirmed once the mediation was held.",
            ),
        ),
        accounts.migrating.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name="mediation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_by", "accepted_on", "case_id", "given_up_because", "given_up_on", "held_on", "id", "mediator", "meets_on", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "refused_by", "refused_on", "right_confirmed_on", "service_area_id", "stage_avoided", "stage_number", "terms") SELECT new_values."accepted_by", new_values."accepted_on", new_values."case_id", new_values."given_up_because", new_values."given_up_on", new_values."held_on", new_values."id", new_values."mediator", new_values."meets_on", new_values."offered_on", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."refused_because", new_values."refused_by", new_values."refused_on", new_values."right_confirmed_on", new_values."service_area_id", new_values."stage_avoided", new_values."stage_number", new_values."terms" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="00d5d6031d8cc6b721fd13e296437922028da1b9",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_by", "accepted_on", "case_id", "given_up_because", "given_up_on", "held_on", "id", "mediator", "meets_on", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "refused_by", "refused_on", "right_confirmed_on", "service_area_id", "stage_avoided", "stage_number", "terms") SELECT new_values."accepted_by", new_values."accepted_on", new_values."case_id", new_values."given_up_because", new_values."given_up_on", new_values."held_on", new_values."id", new_values."mediator", new_values."meets_on", new_values."offered_on", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."refused_because", new_values."refused_by", new_values."refused_on", new_values."right_confirmed_on", new_values."service_area_id", new_values."stage_avoided", new_values."stage_number", new_values."terms" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3c7fa6cf4183be8ee32510f4ef64033e1ac971a1",
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
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "stages_mediationevent" ("accepted_by", "accepted_on", "case_id", "given_up_because", "given_up_on", "held_on", "id", "mediator", "meets_on", "offered_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "refused_by", "refused_on", "right_confirmed_on", "service_area_id", "stage_avoided", "stage_number", "terms") SELECT old_values."accepted_by", old_values."accepted_on", old_values."case_id", old_values."given_up_because", old_values."given_up_on", old_values."held_on", old_values."id", old_values."mediator", old_values."meets_on", old_values."offered_on", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."refused_because", old_values."refused_by", old_values."refused_on", old_values."right_confirmed_on", old_values."service_area_id", old_values."stage_avoided", old_values."stage_number", old_values."terms" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6805f3fe1734bee4254d7d99b3c9ef2224599f6b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34930",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="stages_mediation",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
