"""What to do when the municipality does not do as it should: the path of questions, its outcomes, and their dates."""

from kvalitet.complaint.load import load_complaint_paths
from kvalitet.complaint.model import ComplaintPaths, Helper, Outcome, Question, Statement, Way
from kvalitet.complaint.walk import Walk, walk_paths

__all__ = [
    "ComplaintPaths",
    "Helper",
    "Outcome",
    "Question",
    "Statement",
    "Walk",
    "Way",
    "load_complaint_paths",
    "walk_paths",
]
