"""The subcommand ``draft``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from statement_map.files.arguments import add_folder_arguments, add_statement_arguments
from statement_map.files.progress import Progress
from statement_map.prose.languages import CODES

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from statement_map.drafting.asking import LanguageModel
    from statement_map.drafting.proposing import Draft
    from statement_map.when import When

_DESCRIPTION = """\
Read a plain text in Polish, English or Ukrainian and propose its dates, places and events, in the
order of the text: events.yaml, locations.csv and boundaries.geojson in DIR, which `check` accepts
and the page opens. Everything in them is for you to review. No network is used, unless --model
names a server: it is sent the text.\
"""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the subcommand of this room to ``commands``."""
    parser = commands.add_parser(
        "draft", help="propose data files for a plain text", description=_DESCRIPTION
    )
    parser.add_argument("text", metavar="TEXT_FILE", type=Path)
    parser.add_argument("--output", metavar="DIR", type=Path, required=True)
    parser.add_argument(
        "--language", choices=CODES, help="of the text (default: found out from its words)"
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=_read_date,
        help="when the text was published, in EDTF (2022-01-07); dates such as “yesterday” count "
        "from it (default: the date that the text gives for itself)",
    )
    parser.add_argument(
        "--model",
        metavar="URL",
        help="a server of a language model, compatible with OpenAI's (Ollama, llama.cpp, vLLM), "
        "such as http://localhost:11434/v1; the paragraphs of the text are sent there, and nothing "
        "else; without this nothing leaves the computer",
    )
    parser.add_argument(
        "--model-name", metavar="NAME", default="default", help="which of its models is asked"
    )
    add_statement_arguments(parser, "of the text")
    add_folder_arguments(parser)
    parser.set_defaults(run=_draft)


def _read_date(text: str) -> When:
    from statement_map.when import read_when

    try:
        return read_when(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _draft(arguments: Namespace) -> None:
    from statement_map.drafting.proposing import WITHOUT_DICTIONARY, Details, draft
    from statement_map.drafting.writing import write_draft
    from statement_map.files.folder import open_outlines, refuse_taken, world_outlines
    from statement_map.geocoding.outlines import build_areas
    from statement_map.prose.dictionaries import is_without_dictionary
    from statement_map.prose.text import read_source

    directory: Path = arguments.output
    if not arguments.overwrite:
        refuse_taken(directory)
    source = read_source(arguments.text, arguments.language)
    named = arguments.boundaries
    outlines = open_outlines(named) if named else world_outlines()
    details = Details(
        arguments.published,
        arguments.title,
        arguments.issuer,
        arguments.publisher,
        arguments.url,
    )
    model = _open_model(arguments)
    progress = Progress()

    def tell(what: str, done: int, total: int) -> None:
        progress.tell(f"{what}: {done} of {total} sentences")

    proposal = draft(source, build_areas(outlines), details, model=model, tell=tell)
    write_draft(proposal, directory, outlines)
    print(_count(proposal, directory))
    if is_without_dictionary(source.language):
        print(f"{source.language}: {WITHOUT_DICTIONARY}", file=sys.stderr)


def _open_model(arguments: Namespace) -> LanguageModel | None:
    """Return the model that is to be asked, and tell where the text goes; None if none is."""
    from statement_map.drafting.asking import LanguageModel
    from statement_map.errors import DataError, DataErrors

    if not arguments.model:
        return None
    try:
        model = LanguageModel(arguments.model, arguments.model_name)
    except ValueError as error:
        raise DataErrors([DataError("--model", None, "", str(error))]) from None
    print(f"the text is sent to {model.url}", file=sys.stderr)
    return model


def _count(proposal: Draft, directory: Path) -> str:
    stated = sum(event.when_phrase is not None for event in proposal.events)
    doubtful = sum(place.review is not None for place in proposal.places)
    unplaced = sum(place.confidence == "none" for place in proposal.places)
    return (
        f"{directory}: {len(proposal.source.paragraphs)} paragraphs ({proposal.source.language}), "
        f"{len(proposal.events)} events, {stated} with a stated date, "
        f"{len(proposal.places)} places ({doubtful} ambiguous, {unplaced} without a point), "
        f"{len(proposal.notes)} comments; review all of it"
    )
