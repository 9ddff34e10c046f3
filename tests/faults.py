"""What can be wrong with the data files, each with all that is told of it.

`python -m tests.faults` prints the table that stands in tests/README.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from statement_map.reading.files import MAX_BYTES
from tests.reading.samples import BOUNDARIES, EVENTS, LOCATIONS, change

Edit = Callable[[bytes], bytes | None]
"""From a file that is right to one that is not; None where there is to be none."""

SAMPLES = {"events.yaml": EVENTS, "locations.csv": LOCATIONS, "boundaries.geojson": BOUNDARIES}


@dataclass(frozen=True)
class Fault:
    """A way to spoil a file; `told` is without the folder, `kept` is text that is read as it is."""

    name: str
    file: str
    edit: Edit
    told: tuple[str, ...] = ()
    kept: str = ""

    @property
    def is_error(self) -> bool:
        return any("warning:" not in line for line in self.told)

    @property
    def id(self) -> str:
        return "-".join(self.name.replace(",", "").replace("`", "").lower().split())

    def spoil(self) -> bytes | None:
        """Return what the file holds then."""
        return self.edit(SAMPLES[self.file].encode())


def put(old: str, new: str) -> Edit:
    """Write `new` for `old`, which stands in the file once."""
    return lambda content: change(content.decode(), old, new).encode()


def whole(content: bytes) -> Edit:
    return lambda _: content


EDTF = (
    "write a day (2022-01-02), a month (2022-01), a year (2022) or an interval of them "
    "(2022-01-02/2022-01-04, 2022-01-02/..)"
)
LONG = "x" * 10_000
POINT = "51.13,71.43"
RISE = "It says that prices rose."

FAULTS = (
    # the file
    Fault("a missing file", "events.yaml", lambda _: None, (
        "events.yaml: is missing; found no such file; write it, or name another folder",
    )),
    Fault("an empty file", "locations.csv", whole(b""), (
        "locations.csv: is empty; found no text; write the data",
    )),
    Fault("a binary file", "events.yaml", whole(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), (
        "events.yaml:1: is not UTF-8 text; found the byte 0x89 after 0 others in this line; "
        "save the file as UTF-8",
    )),
    Fault("a too large file", "locations.csv", whole(b"x" * (MAX_BYTES + 1)), (
        "locations.csv: is too large; found more than 16777216 bytes; write fewer",
    )),
    Fault("a deeply nested file", "boundaries.geojson", whole(b"[" * 100_000), (
        "boundaries.geojson: is nested too deeply; found more levels than GeoJSON has; "
        "write GeoJSON",
    )),
    Fault("deeply nested YAML", "events.yaml", put("quote: prices rose", "quote: " + "[" * 20), (
        "events.yaml:27: lies too deep; found 'quote: [[[[[[[[[[[[[[[[[[[['; "
        "write at most 20 levels",
    )),
    Fault("more values than so short a file has", "events.yaml",
          whole(b"a: [" + b"b," * 14_000 + b"b]"), (
        f"events.yaml:1: is one value too many; found 'a: [{'b,' * 28}'...; "
        "write fewer for so short a file",
    )),
    Fault("more faults than anybody can mend", "events.yaml",
          put("    quote: prices rose\n", "    quote: prices rose\n" + "  - {}\n" * 1300), (
        "events.yaml:1: has too many faults; found 10400; start with a file that has fewer",
    )),
    Fault("a byte order mark", "locations.csv", lambda content: b"\xef\xbb\xbf" + content,
          kept="Stolica"),
    Fault("Windows-1252 bytes", "events.yaml",
          lambda content: content.replace(b"A statement", "A – statement".encode("cp1252")), (
        "events.yaml:2: is not UTF-8 text; found the byte 0x96 after 16 others in this line; "
        "save the file as UTF-8",
    )),
    Fault("NUL", "events.yaml", put("prices rose\n", "prices\0rose\n"), (
        "events.yaml:27: holds a control character; found '\\x00'; remove it",
    )),
    Fault("a control character", "locations.csv", put("Stolica", "Sto\x1b[31mlica"), (
        "locations.csv:4: holds a control character; found '\\x1b'; remove it",
    )),
    Fault("a code that turns text around", "events.yaml", put("Prices rise", "Prices \u202erise"), (
        "events.yaml:25: holds a control character; found '\\u202e'; remove it",
    )),
    # the table
    Fault("semicolons", "locations.csv", lambda content: content.replace(b",", b";"), (
        "locations.csv:1: is not separated by commas; "
        "found 'id;name_pl;name_en;kind;part_of;lat;lon;radius_km;boundary;m'...; "
        "save it with commas",
    )),
    Fault("a decimal comma", "locations.csv", put(POINT, '"51,13",71.43'), (
        "locations.csv:4: lat: has a decimal comma; found '51,13'; write 51.13",
    )),
    Fault("decimal commas without quotation marks", "locations.csv", put(POINT, "51,13,71,43"), (
        "locations.csv:4: has too many values; found 20 for 18 columns; "
        "put values with commas between quotation marks, and points in decimals",
    )),
    Fault("a missing column", "locations.csv",
          lambda content: content.replace(b",note\n", b"\n").replace(b",As it was.", b"")
          .replace(b"yes,\n", b"yes\n").replace(b"reviewed", b"x_mine"), (
        "locations.csv:1: reviewed: is missing; found no such column; add 'reviewed'",
    )),
    Fault("a duplicate column", "locations.csv", put(",note\n", ",lat\n"), (
        "locations.csv:1: lat: is written twice; found it in column 6 and column 18; keep one",
    )),
    Fault("an unknown column", "locations.csv", put(",note\n", ",nota\n"), (
        "locations.csv:1: nota: is not a column here; found 'nota'; write 'note', "
        "or 'x_nota' for one of your own",
    )),
    Fault("a row that is too long", "locations.csv", put("As it was.", "As it was.,more"), (
        "locations.csv:4: has too many values; found 19 for 18 columns; "
        "put values with commas between quotation marks, and points in decimals",
    )),
    Fault("a row that is too short", "locations.csv", put(",yes,As it was.", ",yes"), (
        "locations.csv:4: has too few values; found 17 for 18 columns; "
        "write a comma for each that is empty",
    )),
    Fault("an unclosed quote in the table", "locations.csv", put("As it was.", '"As it was.'), (
        "locations.csv:4: opens a quotation that is not closed; found '\"As it was.'; "
        "write the closing mark, and two marks for one inside",
    )),
    # coordinates
    Fault("a blank coordinate", "locations.csv", put(POINT, "51.13,"), (
        "locations.csv:4: lon: is missing; found lat alone; write both or neither",
    )),
    Fault("blank coordinates", "locations.csv", put(POINT, ","), (
        "locations.csv:4: lat: cannot be drawn; found confidence 'high' without a point; "
        "write lat and lon, or 'none'",
    )),
    Fault("a coordinate that is NaN", "locations.csv", put(POINT, "NaN,71.43"), (
        "locations.csv:4: lat: is not a decimal number; found 'NaN'; write one such as 43.25",
    )),
    Fault("an infinite coordinate", "locations.csv", put(POINT, "51.13,-inf"), (
        "locations.csv:4: lon: is not a decimal number; found '-inf'; write one such as 43.25",
    )),
    Fault("swapped coordinates beyond a pole", "locations.csv", put(POINT, "171.43,51.13"), (
        "locations.csv:4: lat: lies beyond a pole; found lat 171.43, lon 51.13; "
        "swap them: lat 51.13, lon 171.43",
    )),
    Fault("swapped coordinates", "locations.csv", put(POINT, "71.43,51.13"), (
        "locations.csv:4: lat: lies far from KZ; found lat 71.43, lon 51.13; "
        "swap them: lat 51.13, lon 71.43",
    )),
    Fault("coordinates out of range", "locations.csv", put(POINT, "-90.01,180.01"), (
        "locations.csv:4: lat: is too small; found '-90.01'; write -90 or more",
        "locations.csv:4: lon: is too large; found '180.01'; write 180 or less",
    )),
    Fault("the point 0, 0", "locations.csv", put(POINT, "0,0"), (
        "locations.csv:4: lat: lies at 0, 0; found lat 0, lon 0; "
        "leave both empty if the point is not known",
    )),
    # what the files say of one another
    Fault("a duplicate event", "events.yaml", put("id: prices-fall", "id: prices-rise"), (
        "events.yaml:28: events[1].id: is taken; found 'prices-rise' on lines 16 and 28; "
        "write another id",
    )),
    Fault("a duplicate place", "locations.csv",
          lambda content: content + content.splitlines(keepends=True)[3], (
        "locations.csv:6: id: is taken; found 'capital' on lines 4 and 6; write another id",
    )),
    Fault("an unknown place", "events.yaml", put("id: north", "id: nort"), (
        "events.yaml:22: events[0].places[0].id: is no known place; found 'nort'; write 'north'",
    )),
    Fault("an unknown event", "events.yaml", put("after: prices-rise", "after: prices-rice"), (
        "events.yaml:31: events[1].after: is no known event; found 'prices-rice'; "
        "write 'prices-rise'",
    )),
    Fault("a point for a water", "locations.csv", put("Capital,city", "Capital,water"), (
        "locations.csv:4: lat: has a point that its kind cannot have; found kind 'water'; "
        "leave lat and lon empty",
    )),
    Fault("an unknown boundary", "locations.csv", put("KZ-NOR|KZ-SEV", "KZ-NOR|KZ-SVE"), (
        "locations.csv:3: boundary: is no known outline; found 'KZ-SVE'; write 'KZ-SEV'",
    )),
    Fault("a neighbour cycle in `after` and `before`", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    before: prices-rise"), (
        "events.yaml:32: events[1].before: comes before itself; "
        "found prices-fall -> prices-rise -> prices-fall; remove one of these neighbours",
    )),
    Fault("an interval that ends before it starts", "events.yaml",
          put("when: 2022-01-02", "when: 2022-01-04/2022-01-02"), (
        "events.yaml:18: events[0].when: ends before it starts; "
        "found '2022-01-04/2022-01-02'; write the earlier date first",
    )),
    Fault("contradictory neighbours", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    when: 2022-01-01"), (
        "events.yaml:31: events[1].after: contradicts the dates; "
        "found 'prices-rise' (from 2022-01-02) before 'prices-fall' (until 2022-01-01); "
        "correct a date or this neighbour",
    )),
    # cues
    Fault("a cue that binds nothing", "events.yaml",
          put("when_phrase: on 2 January", "when_phrase: on 2 January\n    before_cue: again"), (
        "events.yaml:21: events[0].before_cue: binds no date; found words without 'before'; "
        "write 'before', or an inferred 'when', or remove the words",
    )),
    Fault("a cue for an event that is no neighbour", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    after_cue: {prices-fall: again}"), (
        "events.yaml:32: events[1].after_cue: binds to an event that 'after' does not name; "
        "found 'prices-fall'; write it in 'after' too, or remove it",
    )),
    Fault("a cue that is a list", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    after_cue: [again]"), (
        "events.yaml:32: events[1].after_cue: is neither words nor words by event; found a list; "
        "write the words, or 'id: words' for each event",
    )),
    Fault("a blank cue", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    after_cue: ' '"), (
        "events.yaml:32: events[1].after_cue: is blank; found nothing but white space; "
        "write some text",
    )),
    # What helps to weigh the source
    Fault("a loaded word after the last paragraph", "events.yaml",
          put("  topics:\n",
              "  words: [{stem: r, means: {en: R}, paragraphs: [1, 3]}]\n  topics:\n"), (
        "events.yaml:13: statement.words[0].paragraphs[1]: is after the last paragraph; found 3; "
        "write 1 to 2",
    )),
    Fault("a voice that is mentioned nowhere", "events.yaml",
          put("  topics:\n",
              "  voices: [{who: {en: W}, speech: none, mentions: []}]\n  topics:\n"), (
        "events.yaml:13: statement.voices[0].mentions: holds nothing; found an empty list; "
        "write at least one item",
    )),
    Fault("a name that stands in no mention", "events.yaml",
          put("  topics:\n", "  voices: [{who: {en: W}, named: Ann, speech: direct, "
              "mentions: [{paragraph: 1, phrase: prices}]}]\n  topics:\n"), (
        "events.yaml:13: statement.voices[0]: is named in none of its mentions; found 'Ann'; "
        "write a name that stands in one of them",
    )),
    Fault("a step that is stated without words", "events.yaml",
          put("  topics:\n", "  chain: [{step: {en: S}, basis: stated}]\n  topics:\n"), (
        "events.yaml:13: statement.chain[0]: is stated but lacks the words that state it; "
        "found basis 'stated'; write 'phrase', or another basis",
    )),
    Fault("an account without a web address", "events.yaml",
          put("  topics:\n",
              "  other_accounts: [{name: {en: N}, url: example.org}]\n  topics:\n"), (
        "events.yaml:13: statement.other_accounts[0].url: is not a web address; "
        "found 'example.org'; write one that starts with https://",
    )),
    Fault("bars for a paragraph too many", "events.yaml",
          put("  topics:\n", "  bars: [[8], [9], [7]]\n  topics:\n"), (
        "events.yaml:1: statement: has bars for other paragraphs; found 3; "
        "write them for all 2",
    )),
    Fault("a bar of no length", "events.yaml",
          put("  topics:\n", "  bars: [[0]]\n  topics:\n"), (
        "events.yaml:13: statement.bars[0][0]: is no number of characters; found '0'; "
        "write one from 1 to 9999",
    )),
    # Chapters
    Fault("a chapter of nothing", "events.yaml",
          put("  topics:\n", "  chapters: [{id: one, title: {en: C}, events: []}]\n  topics:\n"), (
        "events.yaml:13: statement.chapters[0].events: holds nothing; found an empty list; "
        "write at least one item",
    )),
    Fault("a chapter of an event that there is not", "events.yaml",
          put("  topics:\n",
              "  chapters: [{id: one, title: {en: C}, events: prices-ris}]\n  topics:\n"), (
        "events.yaml:13: statement.chapters[0].events: is no known event; found 'prices-ris'; "
        "write 'prices-rise'",
    )),
    Fault("an event in two chapters", "events.yaml",
          put("  topics:\n", "  chapters:\n    - {id: one, title: {en: C}, events: [prices-rise]}\n"
              "    - {id: two, title: {en: D}, events: [prices-fall, prices-rise]}\n  topics:\n"), (
        "events.yaml:15: statement.chapters[1].events[1]: is in a chapter already; "
        "found 'prices-rise' on lines 14 and 15; keep one of them",
    )),
    Fault("two chapters of one id", "events.yaml",
          put("  topics:\n", "  chapters:\n    - {id: one, title: {en: C}, events: [prices-rise]}\n"
              "    - {id: one, title: {en: D}, events: [prices-fall]}\n  topics:\n"), (
        "events.yaml:15: statement.chapters[1].id: is taken; found 'one' on lines 14 and 15; "
        "write another id",
    )),
    Fault("a chapter that looks at a place that there is not", "events.yaml",
          put("  topics:\n", "  chapters: [{id: one, title: {en: C}, events: [prices-rise], "
              "look_at: [nort]}]\n  topics:\n"), (
        "events.yaml:13: statement.chapters[0].look_at[0]: is no known place; found 'nort'; "
        "write 'north'",
    )),
    # YAML
    Fault("a duplicate key", "events.yaml",
          put("kind: measure", "kind: measure\n    kind: claim"), (
        "events.yaml:35: events[1].kind: is written twice; found it on lines 34 and 35; keep one",
    )),
    Fault("an alias", "events.yaml", put("{en: Prices fall}", "*fall"), (
        "events.yaml:36: events[1].title: is an alias; found '*fall'; write the value",
    )),
    Fault("a merge key", "events.yaml", put("{en: Prices fall}", "{<<: {pl: x}, en: x}"), (
        "events.yaml:36: events[1].title: has a merge key; found '<<'; "
        "write out what it stands for",
    )),
    Fault("a tag", "events.yaml", put("{en: Prices fall}", "{en: !!python/name:os.system x}"), (
        "events.yaml:36: events[1].title.en: has a tag; found '!!python/name:os.system'; "
        "remove it",
    )),
    Fault("several documents", "events.yaml", lambda content: content + b"---\nmore: x\n", (
        "events.yaml:39: starts a second document; found '---'; write one document",
    )),
    Fault("a tab", "events.yaml", put("    kind: measure", "\tkind: measure"), (
        "events.yaml:34: is indented with a tab; found 'kind: measure'; write spaces",
    )),
    Fault("a bare colon", "events.yaml", put("quote: prices rose", "quote: prices: rose"), (
        "events.yaml:27: has a colon too many; found 'quote: prices: rose'; "
        "write the value in quotation marks",
    )),
    Fault("an unclosed quote in YAML", "events.yaml", put("quote: they", 'quote: "they'), (
        "events.yaml:38: opens a quotation that is not closed; "
        "found 'quote: \"they fell again'; write the closing mark",
    )),
    Fault("`NO` as text", "events.yaml", put("quote: prices rose", "quote: NO"), kept="NO"),
    Fault("`0123` as text", "events.yaml", put("{en: Prices rise}", "{en: 0123}"), kept="0123"),
    Fault("`12:30` as text", "events.yaml", put("{en: Prices rise}", "{en: 12:30}"), kept="12:30"),
    # dates
    Fault("an impossible date", "events.yaml", put("when: 2022-01-02", "when: 2022-02-30"), (
        f"events.yaml:18: events[0].when: is not a date in EDTF; found '2022-02-30'; {EDTF}",
    )),
    Fault("an ambiguous date", "events.yaml", put("when: 2022-01-02", "when: 02/01/2022"), (
        f"events.yaml:18: events[0].when: is not a date in EDTF; found '02/01/2022'; {EDTF}",
    )),
    Fault("an ambiguous date in the table", "locations.csv", put("2022-02-01", "01.02.2022"), (
        "locations.csv:4: retrieved: is not a day; found '01.02.2022'; "
        "write one such as 2022-01-02",
    )),
    Fault("a date far from all others", "events.yaml",
          put("after: prices-rise", "after: prices-rise\n    when: 3022-01-05"), (
        "events.yaml:32: events[1].when: warning: is far from the other dates; "
        "found 3022-01-05, where others are as far as 2022-01-02; check the year",
    )),
    # paragraphs and events
    Fault("a paragraph outside the statement", "events.yaml", put("paragraph: 1", "paragraph: 3"), (
        "events.yaml:17: events[0].paragraph: is after the last paragraph; found 3; write 1 to 2",
    )),
    Fault("a paragraph that no event covers", "events.yaml",
          put("paragraphs: 2", "paragraphs: 3"), (
        "events.yaml:9: statement.paragraphs: warning: counts a paragraph that no event tells; "
        "found 3; write an event for it",
    )),
    Fault("no event", "events.yaml",
          lambda content: content[: content.index(b"events:")] + b"events: []\n", (
        "events.yaml:15: events: holds nothing; found an empty list; write at least one item",
    )),
    Fault("one event", "events.yaml",
          lambda content: content[: content.index(b"  - id: prices-fall")], (
        "events.yaml:9: statement.paragraphs: warning: counts a paragraph that no event tells; "
        "found 2; write an event for it",
        "locations.csv:5: id: warning: is named nowhere; found 'regions' only here; "
        "use it or remove the row",
    ), kept="Prices rise"),
    # text
    Fault("a `javascript:` link", "events.yaml",
          put("https://example.org/statement", "javascript:alert(1)"), (
        "events.yaml:5: statement.url: is not a web address; found 'javascript:alert(1)'; "
        "write one that starts with https://",
    )),
    Fault("right-to-left text", "events.yaml", put(RISE, "אלמטי ألماتي"), kept="אלמטי ألماتي"),
    Fault("emoji", "locations.csv", put("Stolica", "🔥👩\u200d👧"), kept="🔥👩\u200d👧"),
    Fault("10 000 characters", "events.yaml", put(RISE, LONG), kept=LONG),
    Fault("an unused place", "locations.csv",
          lambda content: content + b"town,Miasto,Town,city,,51,71,,,,manual,,,,,high,yes,\n", (
        "locations.csv:6: id: warning: is named nowhere; found 'town' only here; "
        "use it or remove the row",
    ), kept="Miasto"),
    # outlines
    Fault("what is no JSON", "boundaries.geojson", put('"features"', "'features'"), (
        "boundaries.geojson:1: is not JSON; "
        "found 'Expecting property name enclosed in double quotes' in column 31; correct it",
    )),
    Fault("a number that no browser can hold", "boundaries.geojson",
          put('"label_lat": 48.5', '"label_lat": 1e999'), (
        "boundaries.geojson: holds too large a number; found '1e999'; write degrees",
    )),
    Fault("an outline without its borders", "boundaries.geojson",
          put("[46, 40], [88, 40]", "46, 40"), (
        "boundaries.geojson: features[0].geometry: is no position; found 46; "
        "write lon and lat in degrees, such as [76.95, 43.24]",
    )),
)  # fmt: skip


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| fault | test | message |"
    yield "|---|---|---|"
    for fault in FAULTS:
        told = "<br>".join(f"`{line}`" for line in fault.told) or "none: it is read as it is"
        yield f"| {fault.name} | `test_a_fault[{fault.id}]` | {told} |"


if __name__ == "__main__":
    print("\n".join(table()))
