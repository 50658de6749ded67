"""What changes for the citizen, and in coverage, from one standard to another."""

from kvalitet.diff.comparing import compare_standards
from kvalitet.diff.model import Change, Comparison, LevelChange, MetChange, SubjectChanges

__all__ = ["Change", "Comparison", "LevelChange", "MetChange", "SubjectChanges", "compare_standards"]
