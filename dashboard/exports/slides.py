"""A client's figures as a presentation: one message a slide, its chart native, its notes in words."""

from __future__ import annotations

import dataclasses
import datetime
import io
from collections.abc import Iterator, Sequence

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Inches, Length, Pt

from dashboard import theme
from dashboard.exports.native_charts import add_chart
from dashboard.exports.parts import panels_apart, rows_apart
from dashboard.exports.plans import Plan, plan_of, without_labels
from dashboard.exports.slide_texts import Place, Space, add_table, add_text, set_language, write
from dashboard.i18n import Language, language
from dashboard.viewmodels.answers import Answer, Strip, Strips
from dashboard.viewmodels.report import Report

TITLE_SIZE = Pt(26)
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
STRIPS_A_SLIDE = 5
MEDIAN = 0.5


def deck(report: Report, *, template: bytes = b"") -> bytes:
    """The slides as a file; a firm's template lends its master and its colours."""
    reader = language(report.language)
    show = opened(template)
    describe(show, report)
    parts = tuple(part for answer in report.answers for part in slides_of(answer))
    add_cover(show, report)
    titles = unlike([report.title, *(part.title for part in parts)])[1:]
    for place, (part, title) in enumerate(zip(parts, titles, strict=True), start=2):
        slide = add_slide(show, title, f"{report.company} · {part.subtitle}")
        fill(slide, part, space_of(show), reader)
        foot = (part.source, report.code, f"{place} / {len(parts) + 1}")
        place_foot(slide, " · ".join(part for part in foot if part), space_of(show))
        slide.notes_slide.notes_text_frame.text = notes(part, report, reader)
    set_language(show, reader.tag)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def unlike(titles: Sequence[str]) -> tuple[str, ...]:
    """Every slide is found by its title: what stands there already gets a number."""
    counted = (titles[: place + 1].count(title) for place, title in enumerate(titles))
    return tuple(
        title if count == 1 else f"{title} ({count})" for title, count in zip(titles, counted, strict=True)
    )


def opened(template: bytes) -> Deck:
    """A template's own slides are examples: they stay behind."""
    if not template:
        show = Presentation()
        show.slide_width, show.slide_height = WIDTH, HEIGHT
        return show
    show = Presentation(io.BytesIO(template))
    listed = show.slides._sldIdLst  # noqa: SLF001 - python-pptx cannot remove a slide
    for slide in tuple(listed):
        show.part.drop_rel(slide.rId)
        listed.remove(slide)
    return show


def describe(show: Deck, report: Report) -> None:
    """What a file says of itself: never who made it, nor the client where names are hidden."""
    about = show.core_properties
    about.title, about.subject = f"{report.title} – {report.company}", report.period
    about.language = language(report.language).tag
    about.author = about.last_modified_by = about.comments = about.keywords = about.category = ""
    made = datetime.datetime.combine(report.made, datetime.time())
    about.created = about.modified = made
    about.revision = 1


def slides_of(answer: Answer) -> Iterator[Answer]:
    """One, or as many as its strips fill."""
    if answer.chart is None:
        yield answer
        return
    for panel in panels_apart(answer.chart):
        for part in rows_apart(panel, most=STRIPS_A_SLIDE):
            yield dataclasses.replace(answer, chart=part)


def layout_of(show: Deck) -> SlideLayout:
    """The layout with a title and the least beside it."""
    titled = [one for one in show.slide_layouts if any(is_title(place) for place in one.placeholders)]
    return min(titled or show.slide_layouts, key=lambda one: len(one.placeholders))


def is_title(place: LayoutPlaceholder) -> bool:
    return place.placeholder_format.type is PP_PLACEHOLDER.TITLE


def space_of(show: Deck) -> Space:
    return Space(show.slide_width or WIDTH, show.slide_height or HEIGHT)


def add_cover(show: Deck, report: Report) -> None:
    slide = titled_slide(show, report.title)
    lines = (report.company, report.period, report.source, report.code)
    add_text(slide, "\n".join(line for line in lines if line), space_of(show).body, size=Pt(24))


def add_slide(show: Deck, title: str, subtitle: str) -> Slide:
    slide = titled_slide(show, title)
    add_text(slide, subtitle, space_of(show).subtitle, size=Pt(14), colour=theme.INK_2)
    return slide


def titled_slide(show: Deck, words: str) -> Slide:
    """The title placeholder holds the title, so that programs list the slides by it."""
    slide = show.slides.add_slide(layout_of(show))
    for place in tuple(slide.placeholders):
        if place != slide.shapes.title:
            place.element.getparent().remove(place.element)
    title = slide.shapes.title
    if title is None:
        add_text(slide, words, space_of(show).title, size=TITLE_SIZE, bold=True)
    else:
        title.left, title.top, title.width, title.height = map(Length, space_of(show).title)
        write(title.text_frame, words, size=TITLE_SIZE, bold=True)
    return slide


def fill(slide: Slide, answer: Answer, space: Space, reader: Language) -> None:
    chart = answer.chart
    if chart is None:
        notice, rest = space.body_parts(1, 4)
        add_text(slide, answer.notice, notice, size=Pt(18))
        add_table(slide, answer.table, rest)
    elif isinstance(chart, Strips) and not chart.shared_scale:
        add_strips(slide, chart.rows, answer, space, reader)
    else:
        plan = plan_of(chart, reader)
        draw(slide, plan, space.body, answer, said=(answer.name, *answer.description))


def add_strips(slide: Slide, rows: Sequence[Strip], answer: Answer, space: Space, reader: Language) -> None:
    """Each strip under its name, on its own scale, over its sentence."""
    label, body, sentence = space.body_parts(1, 5, 2)
    for place, strip in enumerate(rows):
        words = strip.position or strip.note
        plan = plan_of(Strips((strip,), shared_scale=True), reader)
        add_text(slide, strip.label, across(label, place), size=Pt(14), bold=True)
        nameless = dataclasses.replace(without_labels(plan), categories=(" ",))
        said = (f"◆ {strip.client.words}", median_words(strip, reader), words)
        unitless = dataclasses.replace(answer, unit="")
        draw(slide, nameless, across(body, place), unitless, said=(strip.label, *said))
        add_text(slide, "\n".join(said), across(sentence, place), size=Pt(12))


def median_words(strip: Strip, reader: Language) -> str:
    words = next((cell.words for probability, cell in strip.quantiles if probability == MEDIAN), "–")
    return f"{reader.text('Median')}: {words}"


def across(box: Place, place: int) -> Place:
    """One strip's part of a box, from the left."""
    left, top, width, height = box
    part = width // STRIPS_A_SLIDE
    return left + place * part, top, part, height


def draw(slide: Slide, plan: Plan, place: Place, answer: Answer, *, said: Sequence[str]) -> None:
    """The chart and what it says to those who cannot see it."""
    frame = add_chart(slide.shapes, plan, place, digits=answer.digits, unit=answer.unit)
    named = frame._element.nvGraphicFramePr.cNvPr  # noqa: SLF001 - python-pptx cannot set alt text
    named.set("descr", " ".join(part for part in said if part))


def place_foot(slide: Slide, words: str, space: Space) -> None:
    add_text(slide, words, space.foot, size=Pt(12), colour=theme.INK_2)


def notes(answer: Answer, report: Report, reader: Language) -> str:
    """What to say: the text alternative, the figures row by row, the definition and its formula."""
    rows = (" · ".join(cell.words for cell in row) for row in answer.table.rows)
    lines = [*answer.description, " · ".join(answer.table.headings), *rows]
    if definition := report.definitions.get(answer.metric) if answer.metric else None:
        lines += [definition.words, reader.text("Formula: {formula}", formula=definition.formula)]
    return "\n".join(line for line in lines if line)
