"""The repository's own questions: picked from a list, answered from the live graph, trusted and bounded.

In: `graph/questions/*.cypher`, whose heads say what each means and what it asks for. Out: questions with typed
parameters, choices for these parameters read from the graph, and answers that come row by row.

    heads       what can be asked            choosing    what a parameter may be
    settling    what a person asked for      answering   the rows
    forming     the form to fill in          groups      how they stand on a page
"""

from service.questions.answering import answer
from service.questions.choosing import Choice, Choices, choices
from service.questions.forming import Field, Form, form
from service.questions.groups import GROUPS, Listed, grouped
from service.questions.heads import Parameter, Question, all_questions, question
from service.questions.settling import Settled, settle

__all__ = [
    "GROUPS",
    "Choice",
    "Choices",
    "Field",
    "Form",
    "Listed",
    "Parameter",
    "Question",
    "Settled",
    "all_questions",
    "answer",
    "choices",
    "form",
    "grouped",
    "question",
    "settle",
]
