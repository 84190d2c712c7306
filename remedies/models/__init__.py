from .lesson import ActionPoint, Lesson
from .payment import Payment
from .remedy import Remedy

__all__ = ["ActionPoint", "Lesson", "Payment", "Remedy"]
