from django.apps import AppConfig


class StagesConfig(AppConfig):
    name = "stages"
    verbose_name = "Stages: how it is answered"

    def ready(self):
        from messages_out.troubles import TOLD
        from stages.messages_to_settle import put_on_desk

        TOLD.append(put_on_desk)
