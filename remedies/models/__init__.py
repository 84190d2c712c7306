from .lesson import ActionPoint, Lesson
from .payment import Payment

__all__ = ["ActionPoint", "Lesson", "Payment"]
