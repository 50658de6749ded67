"""What earlier studies found, as printed, and what municipalities answer about themselves: data beside the law."""

from kvalitet.studies.answers import AnswerSheet, MunicipalAnswers, Reply, make_answer_form, read_answers
from kvalitet.studies.recommendations import Indicator, Recommendation, Recommendations
from kvalitet.studies.recommendations_file import load_recommendations
from kvalitet.studies.survey import Figure, Note, PrintedRow, PrintedTable, Survey
from kvalitet.studies.survey_file import load_survey

__all__ = [
    "AnswerSheet",
    "Figure",
    "Indicator",
    "MunicipalAnswers",
    "Note",
    "PrintedRow",
    "PrintedTable",
    "Recommendation",
    "Recommendations",
    "Reply",
    "Survey",
    "load_recommendations",
    "load_survey",
    "make_answer_form",
    "read_answers",
]
