from .lesson import ActionPoint, LearningForm, Lesson
from .payment import Payment
from .remedy import Remedy

__all__ = ["ActionPoint", "LearningForm", "Lesson", "Payment", "Remedy"]
