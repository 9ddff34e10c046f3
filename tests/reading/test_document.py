import json

import pytest

from statement_map.errors import DataError
from statement_map.reading.document import Document, read_comments, read_document
from statement_map.reading.messages import REFUSED


def read(text: str) -> tuple[Document | None, list[str]]:
    errors: list[DataError] = []
    document = read_document("f.yaml", text, errors)
    return document, [str(error) for error in errors]


def read_whole(text: str) -> Document:
    document, errors = read(text)
    assert errors == []
    assert document is not None
    return document


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "0123", "12:30", "1_000", "0x1F", "2022-01-02", "1.0", "nul", "=", "1e3", ".inf"],
)
def test_a_scalar_is_the_text_that_was_typed(word: str) -> None:
    assert read_whole(f"key: {word}").root.plain() == {"key": word}


def test_lists_mappings_and_styles() -> None:
    text = """\
plain: a b
single: 'it''s'
double: "caf\\u00e9 \\U0001F525"
quoted null: 'null'
quoted nothing: ''
folded: >-
  one
  two
literal: |
  one
  two
list: [a, {b: c}]
block:
- d
"""
    assert read_whole(text).root.plain() == {
        "plain": "a b",
        "single": "it's",
        "double": "café 🔥",
        "quoted null": "null",
        "quoted nothing": "",
        "folded": "one two",
        "literal": "one\ntwo\n",
        "list": ["a", {"b": "c"}],
        "block": ["d"],
    }


@pytest.mark.parametrize(
    ("loc", "error"),
    [
        ((), "f.yaml:2: -"),
        (("a",), "f.yaml:2: a: -"),
        (("a", "b"), "f.yaml:3: a.b: -"),
        (("a", "b", 1), "f.yaml:5: a.b[1]: -"),
        (("a", "b", 1, "c"), "f.yaml:6: a.b[1].c: -"),
        (("a", "b", 1, "missing"), "f.yaml:5: a.b[1].missing: -"),
        (("a", "b", 7), "f.yaml:3: a.b[7]: -"),
        # pydantic counts in a list where the file has one value
        (("a", "b", 0, 0), "f.yaml:4: a.b[0]: -"),
        (("a b",), "f.yaml:8: ['a b']: -"),
    ],
)
def test_an_error_has_the_line_of_the_nearest_node(loc: tuple[str | int, ...], error: str) -> None:
    text = "# comment\na:\n  b:\n  - x\n  - d: 1\n    c:\n      y\na b: z\n"
    assert str(read_whole(text).error(loc, "-")) == error


def test_scalars_come_with_their_places() -> None:
    assert list(read_whole("a: [x, {b: y}]\nc: z").root.scalars()) == [
        (("a", 0), "x"),
        (("a", 1, "b"), "y"),
        (("c",), "z"),
    ]


@pytest.mark.parametrize(
    ("text", "data", "errors"),
    [
        ("a:\nb: x", {"a": REFUSED, "b": "x"}, ["f.yaml:1: a: has no value; found nothing"]),
        ("a: ~", {"a": REFUSED}, ["f.yaml:1: a: has no value; found '~'"]),
        ("a: [null, Null]", {"a": [REFUSED, REFUSED]}, [
            "f.yaml:1: a[0]: has no value; found 'null'",
            "f.yaml:1: a[1]: has no value; found 'Null'",
        ]),
        ("{a}", {"a": REFUSED}, ["f.yaml:1: a: has no value; found nothing"]),
    ],
)  # fmt: skip
def test_nothing_is_no_value(text: str, data: object, errors: list[str]) -> None:
    document, found = read(text)
    assert found == [f"{error}; write one or remove the key" for error in errors]
    assert document is not None
    assert document.root.plain() == data


@pytest.mark.parametrize(
    ("text", "data", "errors"),
    [
        (
            "a: &x b\nc: *x\nd: e",
            {"a": "b", "c": REFUSED, "d": "e"},
            [
                "f.yaml:1: a: has an anchor; found '&x'; remove it",
                "f.yaml:2: c: is an alias; found '*x'; write the value",
            ],
        ),
        (
            "a:\n  <<: {b: c}\n  d: e",
            {"a": {"d": "e"}},
            ["f.yaml:2: a: has a merge key; found '<<'; write out what it stands for"],
        ),
        (
            "a: !!int 1\nb: !mine [x]\nc: !!python/object/apply:os.system [y]",
            {"a": "1", "b": ["x"], "c": ["y"]},
            [
                "f.yaml:1: a: has a tag; found '!!int'; remove it",
                "f.yaml:2: b: has a tag; found '!mine'; remove it",
                "f.yaml:3: c: has a tag; found '!!python/object/apply:os.system'; remove it",
            ],
        ),
        (
            "a: 1\nb: 2\na: 3\n\na: 4",
            {"a": "1", "b": "2"},
            [
                "f.yaml:3: a: is written twice; found it on lines 1 and 3; keep one",
                "f.yaml:5: a: is written twice; found it on lines 1 and 5; keep one",
            ],
        ),
        (
            "? [a, b]\n: c\n? {d: e}\n: f\n? *g\n: h\ni: j",
            {"i": "j"},
            [
                "f.yaml:1: has a key that is no text; found a list; write text",
                "f.yaml:3: has a key that is no text; found keys with values; write text",
                "f.yaml:5: ['?']: is an alias; found '*g'; write the value",
            ],
        ),
        (
            'a: "x\\0y"',
            {"a": REFUSED},
            ["f.yaml:1: a: holds a control character; found '\\x00'; remove it"],
        ),
    ],
)
def test_what_is_refused_hides_nothing_else(text: str, data: object, errors: list[str]) -> None:
    document, found = read(text)
    assert found == errors
    assert document is not None
    assert document.root.plain() == data


QUOTE = "write the value in quotation marks"
MISFIT = "does not fit what stands before it"
ALIGN = "write it level with its neighbours, or a whole value in quotation marks"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("# nothing\n", "f.yaml: is empty; found no keys; write the data"),
        ("a: b\nc: d: e", f"f.yaml:2: has a colon too many; found 'c: d: e'; {QUOTE}"),
        ("a: - b", f"f.yaml:1: has a hyphen too many; found 'a: - b'; {QUOTE}"),
        ("a:\n\tb: c", "f.yaml:2: is indented with a tab; found 'b: c'; write spaces"),
        ("a: @b", f"f.yaml:1: starts with a special character; found 'a: @b'; {QUOTE}"),
        ("a: %b", f"f.yaml:1: starts with a special character; found 'a: %b'; {QUOTE}"),
        ("a:\n  b: c\n d: e", f"f.yaml:3: {MISFIT}; found 'd: e'; {ALIGN}"),
        ("a: 'b's'", f"f.yaml:1: {MISFIT}; found \"a: 'b's'\"; {ALIGN}"),
        ("- a\nb: c", f"f.yaml:2: does not fit the list before it; found 'b: c'; {ALIGN}"),
        ("a: b\nc\nd: e", "f.yaml:2: is a key without a colon; found 'c'; write 'key: value'"),
        (
            "a: b\nc: 'd\ne: f\n",
            "f.yaml:2: opens a quotation that is not closed; found \"c: 'd\"; "
            "write the closing mark",
        ),
        (
            "a: b\nc: 'd\n---\n'",
            "f.yaml:2: opens a quotation that is not closed; found \"c: 'd\"; "
            "write the closing mark",
        ),
        (
            "a: [b\nc: d",
            "f.yaml:1: opens a bracket that is not closed; found 'a: [b'; write ']' at its end",
        ),
        (
            "a: {b: c\nd: e",
            "f.yaml:1: opens a brace that is not closed; found 'a: {b: c'; write '}' at its end",
        ),
        (
            'a: "\\d"',
            "f.yaml:1: has an unknown escape; found 'a: \"\\\\d\"'; write '\\\\' for a backslash",
        ),
        ("a: b\n---\nc: d", "f.yaml:2: starts a second document; found '---'; write one document"),
        (
            "a: b\n...\nc",
            "f.yaml:3: is not YAML (did not find expected <document start>); found 'c'; "
            "write the value in quotation marks",
        ),
        (
            "a:\n  " + "[" * 20 + "]" * 20,
            "f.yaml:2: lies too deep; found '[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]'; "
            "write at most 20 levels",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_parsed(text: str, error: str) -> None:
    assert read(text) == (None, [error])


def test_what_the_parser_will_not_even_look_at() -> None:
    assert read("a: \x01") == (
        None,
        [
            "f.yaml: is not YAML; "
            "found 'unacceptable character #x0001: control characters are not al'...; correct it"
        ],
    )


def test_more_values_than_a_file_of_its_length_has() -> None:
    text = f"a: [{'b,' * 14_000}c]"  # the mapping, the list and so many in it
    assert read(text) == (None, [
        f"f.yaml:1: is one value too many; found {text[:60]!r}...; "
        "write fewer for so short a file"
    ])  # fmt: skip
    assert read(text.replace("b", "b" * 8))[1] == []


def test_deep_enough() -> None:
    nested = "[" * 20 + "]" * 20
    assert read_whole(nested).root.plain() == json.loads(nested)


def test_faults_before_one_that_stops_the_parser_are_told() -> None:
    assert read("a: *b\nc: d: e")[1] == [
        "f.yaml:1: a: is an alias; found '*b'; write the value",
        "f.yaml:2: has a colon too many; found 'c: d: e'; write the value in quotation marks",
    ]


def test_what_is_found_is_shown_in_part() -> None:
    assert read("a: b: " + "c" * 100)[1] == [
        f"f.yaml:1: has a colon too many; found 'a: b: {'c' * 54}'...; "
        "write the value in quotation marks"
    ]


def test_nested_merge_keys_take_no_time() -> None:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 10)]
    assert len(read("\n".join(lines))[1]) == 10 + 9 + 81


COMMENTS = """\
# one
a: b  # two
  # three

c: 'd # no comment'
e: "f  # no comment
  # nor this"  # four
g: h#i
j: >-  # 4½
  # no comment
  k
#
l: [m,  # five
    n]  #six
o: |
  p
# seven
"""


def test_comments_with_their_lines() -> None:
    assert read_comments(COMMENTS) == {
        1: "# one",
        2: "# two",
        3: "# three",
        7: "# four",
        9: "# 4½",
        12: "#",
        13: "# five",
        14: "#six",
        17: "# seven",
    }
    assert read_comments(COMMENTS.replace("\n", "\r\n")) == read_comments(COMMENTS)


def test_comments_beside_letters_of_any_width() -> None:
    text = "żółć: 🗺️ 地図  # jeden\n'# 😀': x  # dwa\n"
    assert read_comments(text) == {1: "# jeden", 2: "# dwa"}
