"""Words on a slide: boxes, tables, and the language that they are in."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Length, Pt

from dashboard import theme
from dashboard.viewmodels.answers import Table

Place = tuple[int, int, int, int]
MOST_ROWS = 11


@dataclasses.dataclass(frozen=True)
class Space:
    """Where things lie on a slide of any size, inside margins of a twenty-fifth."""

    width: int
    height: int

    @property
    def title(self) -> Place:
        return self.row(0.05, 0.2)

    @property
    def subtitle(self) -> Place:
        return self.row(0.2, 0.27)

    @property
    def body(self) -> Place:
        return self.row(0.27, 0.9)

    @property
    def foot(self) -> Place:
        return self.row(0.91, 0.97)

    def row(self, top: float, bottom: float) -> Place:
        margin = self.width // 25
        return (margin, int(self.height * top), self.width - 2 * margin, int(self.height * (bottom - top)))

    def body_parts(self, *shares: int) -> tuple[Place, ...]:
        """The body from top to bottom, in parts of these sizes."""
        left, top, width, height = self.body
        part = height // sum(shares)
        tops = itertools.accumulate((share * part for share in shares), initial=top)
        return tuple((left, start, width, share * part) for start, share in zip(tops, shares, strict=False))


def add_text(
    slide: Slide, words: str, place: Place, *, size: Length, bold: bool = False, colour: str = theme.INK
) -> None:
    frame = slide.shapes.add_textbox(*(Length(part) for part in place)).text_frame
    write(frame, words, size=size, bold=bold, colour=colour)


def write(frame: TextFrame, words: str, *, size: Length, bold: bool = False, colour: str = theme.INK) -> None:
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.text = words
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = size, bold
        paragraph.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())


def add_table(slide: Slide, table: Table, place: Place) -> None:
    """As many rows as a slide holds; the sheet has them all."""
    rows = [[cell.words for cell in row] for row in table.rows[:MOST_ROWS]]
    if not rows:
        return
    size = (len(rows) + 1, len(table.headings))
    drawn = slide.shapes.add_table(*size, *(Length(part) for part in place)).table
    for down, words in enumerate([list(table.headings), *rows]):
        for across, word in enumerate(words):
            cell = drawn.cell(down, across)
            cell.text = word
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(12)


def set_language(show: Presentation, tag: str) -> None:
    """On every run: screen readers and spelling checkers go by it."""
    for element in elements(show):
        for run in element.iter(qn("a:r")):
            run.get_or_add_rPr().set("lang", tag)
        for shared in element.iter(qn("a:defRPr"), qn("a:endParaRPr")):
            shared.set("lang", tag)
    for chart in charts(show):
        chart.find(qn("c:date1904")).addnext(parse_xml(f'<c:lang {nsdecls("c")} val="{tag}"/>'))


def elements(show: Presentation) -> Iterator[Any]:
    for slide in show.slides:
        yield slide._element  # noqa: SLF001 - the language is on no object of python-pptx
        if slide.has_notes_slide:
            yield slide.notes_slide._element  # noqa: SLF001
    yield from charts(show)


def charts(show: Presentation) -> Iterator[Any]:
    for slide in show.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                yield shape.chart._chartSpace  # noqa: SLF001
