"""How far each criterion is described: level, the places that carry it, and what is missing, in words."""

from kvalitet.assess.coverage import Coverage, Level, assess_standard
from kvalitet.assess.evaluate import Missing, Outcome, evaluate

__all__ = ["Coverage", "Level", "Missing", "Outcome", "assess_standard", "evaluate"]
