"""A text taken apart into its introduction and its paragraphs, whatever program it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from statement_map.reading.files import split_lines

BULLETS = "•►▪◦●○■□‣⁃∙"
"""Signs that start a paragraph at the head of a line, and a sentence within one."""

_HEADING_CHARACTERS = 160
"""Two lines of a page: what is longer and ends without a stop is a cut sentence."""

_LABEL_CHARACTERS = 60
"""The longest line such as "3 May" or "Monday, 3 May 1971" that heads what stands below it."""

_ITEM_SIGNS = "-–—*+|"
"""What starts the lines of a list or of a table in plain text, where several start so."""

_LONG_INTRODUCTION = 400
"""What is longer tells something and is no introduction any more."""

_SENTENCE_ENDS = tuple(".!?…:;,")
_CLOSING_ENDS = tuple(".!?…\"'”’»)")
_LEAST_WRAPPED = 4
_WRAPPED_SHARE = 0.25
_WRAPPED_WIDTH = 40
"""Lines that long, a quarter of which go on with a small letter, are those of a page."""

_SHORT_LINE = 0.8
"""The share of the longest line below which one ends its paragraph."""

_ENTRY = re.compile(r"(?!\d{4}\s*[–-]\s*\d)[\dIVX][^–—:\n]{0,30}[–—:]\s+\w")
"""An entry of a list of dates, and no title such as "1918–1939: twenty years"."""

_YEAR = re.compile(r",?\s*\b\d{4}\b")
_PAGE_BREAKS = re.compile("\n?[\x0b\x0c]\n?")
_SOFT_HYPHENS = re.compile("\xad(?!\n)")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-‐\xad]\n[^\S\n]*([^\W\d_]+[^\w\s]*)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its bullet, and the line on which its text starts, counted from 1."""

    line: int
    text: str


def break_pages(text: str) -> str:
    """Return ``text`` with the end of a line for each form feed."""
    return _PAGE_BREAKS.sub("\n", text)


def mend_breaks(text: str) -> str:
    """Return ``text`` without what PDF and word processors leave in it.

    Words that were broken at the end of a line are whole again, with the line's end behind them,
    and so are those with soft hyphens; a form feed is the end of a line. No line comes or goes.
    """
    text = _SOFT_HYPHENS.sub("", break_pages(text))
    return _BROKEN_WORD.sub(_join_word, text)


def _join_word(broken: re.Match[str]) -> str:
    rest = broken[1]
    return f"{rest}\n" if rest[0].islower() else broken.group()


def find_paragraphs(text: str) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Return the introduction of ``text`` and its paragraphs.

    Paragraphs start with bullets, or are what blank lines set apart, or the lines of a text
    without either, unless they are those of a printed page. A line between bullets that is as
    short as a date starts one too. What stands before the first bullet, or is short and ends like
    no sentence, is the heading and so the introduction, as far as it tells nothing itself.
    """
    lines = split_lines(mend_breaks("\n".join(split_lines(text))))
    bullets = [n for n, line in enumerate(lines) if line.lstrip().startswith(tuple(BULLETS))]
    if bullets:
        before = _blocks(lines[: bullets[0]])
        told = next((n for n, block in enumerate(before) if _tells(block, n)), len(before))
        labels = {n for n in range(bullets[0] + 1, len(lines)) if _is_label(lines, n)}
        starts = sorted({*bullets, *labels})
        stops = [*starts[1:], len(lines)]
        bulleted = [_join(lines, *bounds) for bounds in zip(starts, stops, strict=True)]
        first_told = before[told].line - 1 if told < len(before) else bullets[0]
        return _join(lines, 0, first_told), (*before[told:], *bulleted)
    blocks = _blocks(lines)
    if not blocks:
        return Paragraph(1, ""), ()
    if len(blocks) > 1 and _is_heading(blocks[0].text) and not _is_one_of_several(blocks):
        return blocks[0], tuple(blocks[1:])
    return Paragraph(1, ""), tuple(blocks)


def split_paragraphs(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the introduction of ``text`` and its paragraphs, as :func:`find_paragraphs` does."""
    introduction, paragraphs = find_paragraphs(text)
    return introduction.text, tuple(paragraph.text for paragraph in paragraphs)


def _blocks(lines: Sequence[str]) -> list[Paragraph]:
    """Return what blank lines set apart, or else the lines; of a printed page its paragraphs."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    if not filled:
        return []
    is_apart = any(not line.strip() for line in lines[filled[0] : filled[-1]])
    if is_apart:
        starts = [n for n in filled if n == 0 or not lines[n - 1].strip()]
    elif _is_wrapped([lines[n] for n in filled]):
        longest = max(len(lines[n].strip()) for n in filled)
        starts = [filled[0]]
        for last, n in pairwise(filled):
            above = lines[last].strip()
            is_end = len(above) < _SHORT_LINE * longest and above.endswith(_CLOSING_ENDS)
            if is_end and not lines[n].strip()[0].islower():
                starts.append(n)
    else:
        starts = filled
    stops = [*starts[1:], len(lines)]
    return [_join(lines, *bounds) for bounds in zip(starts, stops, strict=True)]


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines end where a page did, and not their paragraphs."""
    if len(lines) < _LEAST_WRAPPED:
        return False
    widths = sorted(len(line.strip()) for line in lines)
    goes_on = [line.strip()[0].islower() for line in lines[1:]]
    is_wide = widths[len(widths) // 2] >= _WRAPPED_WIDTH
    return is_wide and sum(goes_on) >= _WRAPPED_SHARE * len(goes_on)


def _join(lines: Sequence[str], start: int, stop: int) -> Paragraph:
    """Return the lines from ``start`` to before ``stop``, without a bullet and space around."""
    own = list(lines[start:stop])
    if own and own[0].lstrip().startswith(tuple(BULLETS)):
        own[0] = own[0].lstrip()[1:]
    blank = next((n for n, line in enumerate(own) if line.strip()), 0)
    return Paragraph(start + blank + 1, "\n".join(own).strip())


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_CHARACTERS and "\n" not in text and text[-1] not in _SENTENCE_ENDS


def _is_label(lines: Sequence[str], n: int) -> bool:
    """Return whether a line is as short as a date, and what is above it has ended."""
    line, above = lines[n].strip(), lines[n - 1].strip()
    if not (0 < len(line) <= _LABEL_CHARACTERS) or line.endswith(_SENTENCE_ENDS):
        return False
    has_digit = any(it.isdigit() for it in line)
    return has_digit and (not above or above.endswith(_CLOSING_ENDS))


def _tells(block: Paragraph, position: int) -> bool:
    """Return whether a block before the first bullet tells something, and so is a paragraph."""
    if len(block.text) > _LONG_INTRODUCTION:
        return True
    has_digit = any(it.isdigit() for it in block.text)
    return has_digit and (position > 0 or not _is_heading(block.text))


def _is_one_of_several(blocks: Sequence[Paragraph]) -> bool:
    """Return whether the first block is a date or an item such as others are, and no heading."""
    if (sign := blocks[0].text[0]) in _ITEM_SIGNS and blocks[1].text.startswith(sign):
        return True
    if all(_ENTRY.match(it.text) for it in blocks[:2]):
        return True
    first = blocks[0].text
    is_short = len(first) <= _LABEL_CHARACTERS
    return (
        is_short
        and any(it.isdigit() for it in first)
        and any(_is_like(it.text, first) for it in blocks[1:])
    )


def _is_like(text: str, first: str) -> bool:
    """Return whether a line has the shape of the first, which may name its year beside."""
    if _shape(text) == _shape(first):
        return True
    own = _shape(_YEAR.sub("", text))
    return "0" in own and own == _shape(_YEAR.sub("", first))


def _shape(text: str) -> str:
    """Return ``text`` with one letter for each word, one digit for each number, and one blank."""
    text = re.sub(r"\d+", "0", text[: _LABEL_CHARACTERS + 1])
    return re.sub(r"\s+", " ", re.sub(r"[^\W\d_]+", "a", text))
