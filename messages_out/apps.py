from django.apps import AppConfig


class MessagesOutConfig(AppConfig):
    name = "messages_out"
    verbose_name = "E-mail that goes out: queued with the change, sent once"
