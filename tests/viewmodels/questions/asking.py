"""Asks a client every question of a world, and reads what numbers an answer says and holds."""

from __future__ import annotations

import re

from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.i18n import language
from dashboard.viewmodels.questions import ANSWERS
from dashboard.viewmodels.questions.subject import Subject

NUMBER = re.compile(r"\d(?:[\d.,\u202f\u00a0]*\d)?")
YEAR = Period(Quarter(2026, 2), Span.FOUR_QUARTERS)


def ask(world, client, question, *, period=YEAR, comparison=Comparison.SECTOR, code="en"):
    with world.workspace().reading() as firm:
        return ANSWERS[question](firm, client, period=period, comparison=comparison, language=language(code))


def subject_of(firm, client, *, period=YEAR, comparison=Comparison.SECTOR, code="en"):
    return Subject(firm, client, period, comparison, language(code))


def numbers(*texts):
    return {found for text in texts for found in NUMBER.findall(text)}


def unfounded(answer):
    """The numbers of title, name and sentences that neither table nor subtitle holds."""
    held = [cell.words for row in answer.table.rows for cell in row]
    labels = [*answer.table.headings, answer.subtitle, *counts(answer)]
    return numbers(answer.title, answer.name, *answer.description) - numbers(*held, *labels)


def counts(answer):
    """Rows may be counted, and the position words count peers in ten."""
    return [str(count) for count in range(len(answer.table.rows) + 1)] + ["8", "10"]
