"""The subcommand ``geocode``."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections import Counter
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from statement_map.errors import DataError, DataErrors

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Iterable, Iterator, Mapping

    from statement_map.geocoding.candidates import GeocodingService
    from statement_map.geocoding.locations import Locations
    from statement_map.geocoding.outlines import Outline

PUBLIC_SERVER = "nominatim.openstreetmap.org"
POLICY = "https://operations.osmfoundation.org/policies/nominatim/"
STOPPED = 130
"""The exit status of a program that was stopped by Ctrl-C, as shells have it."""

_DESCRIPTION = f"""\
Look up every place of locations.csv that has a query and was not located or reviewed by an
editor. One place that fits is written down; where several fit, or none, the row says what there
is to review, and nothing is guessed. Without --nominatim no network is used.

The public server, https://{PUBLIC_SERVER}, is shared by everybody. Its usage
policy, {POLICY},
wants at most one request a second, all users of an application counted together, an application
that names itself and a contact, answers that are kept, and OpenStreetMap's attribution. It bears
with a small task like this one, done once and from one machine, and forbids autocompletion and
systematic queries; the service may be refused at any time. This command keeps to one request a
second, asks nothing twice and names the contact that you give. Run it only once at a time, and
for more than a few hundred places set up a server of your own and name that."""


def add_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add the subcommand of this room to ``commands``."""
    parser = commands.add_parser(
        "geocode",
        help="look up where the places lie",
        description=_DESCRIPTION,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("directory", metavar="DIR", nargs="?", type=Path, default=Path("data"))
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; look up every place again and report drift in kilometres, places "
        "outside what they are part of, and places that no event names",
    )
    parser.add_argument(
        "--nominatim",
        metavar="URL",
        help=f"ask a Nominatim server, your own or https://{PUBLIC_SERVER} (see its policy, above)",
    )
    parser.add_argument(
        "--contact",
        metavar="TEXT",
        help="a mail or web address for the server's operators; the public server needs one",
    )
    parser.add_argument(
        "--cache",
        metavar="FOLDER",
        type=Path,
        help="where the server's answers are kept (default: in your cache folder)",
    )
    parser.set_defaults(run=partial(_geocode, parser))


def _geocode(parser: ArgumentParser, arguments: Namespace) -> None:
    if fault := _usage_fault(arguments):
        parser.error(fault)
    try:
        _run(arguments)
    except KeyboardInterrupt:
        print("stopped; what is written stays, run it again to go on", file=sys.stderr)
        sys.exit(STOPPED)


def _usage_fault(arguments: Namespace) -> str:
    """Return what is wrong with the options for a server, empty if nothing is."""
    url, contact = arguments.nominatim, arguments.contact
    if url is None:
        needless = [name for name in ("contact", "cache") if getattr(arguments, name) is not None]
        return f"--{needless[0]} goes with --nominatim" if needless else ""
    host = _host(url)
    if host is None:
        return f"--nominatim takes an address such as https://{PUBLIC_SERVER}, not {url!r}"
    if contact is not None and not (contact.isascii() and contact.isprintable()):
        return f"--contact takes plain letters, not {contact!r}"
    if host == PUBLIC_SERVER and not url.startswith("https:"):
        return f"the public server is asked at https://{PUBLIC_SERVER}"
    if host == PUBLIC_SERVER and not ("@" in (contact or "") or "://" in (contact or "")):
        return f"the public server wants --contact with a mail or web address; see {POLICY}"
    return ""


def _host(url: str) -> str | None:
    """Return the host of a server's address, None if it is none, or holds more than one."""
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        return None
    holds_more = parts.query or parts.fragment or "@" in parts.netloc
    return (parts.hostname or "").rstrip(".") if is_whole and not holds_more else None


def _run(arguments: Namespace) -> None:
    from statement_map.files.folder import open_outlines
    from statement_map.geocoding.locations import Locations
    from statement_map.geocoding.outlines import build_areas
    from statement_map.reading import FILES, read_data

    directory: Path = arguments.directory
    warnings = read_data(directory).warnings if arguments.check else ()
    locations = Locations.read(directory / "locations.csv")
    outlines = build_areas(open_outlines(directory / FILES[-1]))
    with _open_source(arguments, outlines) as source:
        if arguments.check:
            _check(locations, source, outlines, warnings)
        else:
            _locate(locations, source, outlines)


@contextmanager
def _open_source(
    arguments: Namespace, outlines: Mapping[str, Outline]
) -> Iterator[GeocodingService]:
    if arguments.nominatim is None:
        from statement_map.geocoding.gazetteer import GazetteerService

        yield GazetteerService(outlines)
        return
    from statement_map.geocoding.cache import Cache, default_folder
    from statement_map.geocoding.entries import identify_outlines
    from statement_map.geocoding.nominatim import NominatimService
    from statement_map.geocoding.progress import show_message

    source = NominatimService(
        arguments.nominatim,
        contact=arguments.contact,
        outlines=identify_outlines(outlines),
        cache=Cache(arguments.cache or default_folder(), show_message),
        tell=show_message,
    )
    with source:
        yield source
    if source.waits:
        times = "once" if source.waits == 1 else f"{source.waits} times"
        show_message(f"the server asked to wait {times}")


def _locate(
    locations: Locations, source: GeocodingService, outlines: Mapping[str, Outline]
) -> None:
    from statement_map.geocoding.locating import (
        LOCATED,
        TO_REVIEW,
        locate_places,
        why_left_alone,
    )
    from statement_map.geocoding.progress import show_progress

    reasons = Counter(map(why_left_alone, locations.rows.values()))
    outcomes = show_progress(
        locate_places(locations, source, outlines), reasons.pop("", 0), lambda it: it.line
    )
    counts = {LOCATED: 0, TO_REVIEW: 0, **Counter(it.result for it in outcomes), **reasons}
    print(", ".join(f"{number} {what}" for what, number in counts.items()))


def _check(
    locations: Locations,
    source: GeocodingService,
    outlines: Mapping[str, Outline],
    warnings: Iterable[DataError],
) -> None:
    from statement_map.geocoding.checking import check_places
    from statement_map.geocoding.progress import show_progress

    findings = show_progress(
        check_places(locations, source, outlines),
        len(locations.rows),
        lambda it: it.line,
    )
    for warning in warnings:
        if warning.file == str(locations.path):
            print(warning)
    errors = [error for finding in findings for error in finding.errors]
    print(f"{sum(bool(it.line) for it in findings)} looked up, {len(errors)} off")
    if errors:
        raise DataErrors(errors)
