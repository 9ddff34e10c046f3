"""A language model that is asked: a server on loopback that answers, lies, dawdles, breaks off."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from statement_map.__main__ import main
from statement_map.drafting.asking import MAX_BYTES, LanguageModel, ModelAnswer, ModelError
from statement_map.drafting.proposing import Draft, draft
from statement_map.prose.text import build_source
from tests.drafting.measuring import outlines, world

TEXT = (
    "On 4 March 1921 the harbour of Leeds was closed. "
    "Riots at Xyzzy Mill went on after the harvest."
)
Reply = Callable[[BaseHTTPRequestHandler, Any], None]


@contextmanager
def serving(reply: Reply) -> Iterator[tuple[str, list[Any]]]:
    """Serve answers on loopback; yield the address and what was asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, dict(self.headers), json.loads(body)))
            reply(self, json.loads(body))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, length: int | None = None) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)


def saying(content: object) -> Reply:
    """Answer with ``content``, as JSON unless it is text."""
    text = content if isinstance(content, str) else json.dumps(content)
    body = json.dumps({"choices": [{"message": {"content": text}}]}).encode()
    return lambda handler, _asked: send(handler, body)


def answer(content: object, text: str = TEXT) -> ModelAnswer:
    with serving(saying(content)) as (url, _):
        return LanguageModel(url, "m").read(text)


def propose(reply: Reply, text: str = TEXT) -> Draft:
    with serving(reply) as (url, _):
        source = build_source("text.txt", text, "en")
        return draft(
            source, outlines(), world=world(), model=LanguageModel(url, "m", patience_s=0.3)
        )


def test_what_is_asked_is_the_text_and_nothing_else() -> None:
    with serving(saying({})) as (url, asked):
        LanguageModel(f"{url}/", "gemma").read(TEXT)
    ((path, headers, body),) = asked
    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers
    assert (body["model"], body["temperature"], body["stream"]) == ("gemma", 0, False)
    assert [it["role"] for it in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == TEXT


def test_what_the_text_has_word_for_word_is_kept() -> None:
    said = {
        "places": ["Xyzzy Mill", "Leeds", "Leeds"],
        "dates": ["after the harvest"],
        "events": [
            {"words": "Riots at Xyzzy Mill went on after the harvest.", "title": "Riots at Xyzzy"}
        ],
    }
    kept = ModelAnswer(
        ("Xyzzy Mill", "Leeds"),
        ("after the harvest",),
        {"Riots at Xyzzy Mill went on after the harvest.": "Riots at Xyzzy"},
    )
    assert answer(said) == kept
    assert answer(f"Here it is:\n```json\n{json.dumps(said)}\n```") == kept


@pytest.mark.parametrize(
    "said",
    [
        {"places": ["Paris", "leeds", "eeds", " Leeds", "", "Leeds was  closed", TEXT * 2]},
        {"places": "Leeds", "dates": 5, "events": {"words": "Leeds"}},
        {"places": [["Leeds"], None, 1, {"name": "Leeds"}]},
        {"dates": ["5 March 1921", "1921-03-04"]},
        {"events": [{"words": "Riots in Hull.", "title": "Riots"}, "Riots", {"title": "Riots"}]},
    ],
)
def test_what_the_text_has_not_is_left_out(said: object) -> None:
    assert answer(said) == ModelAnswer()


def test_a_title_is_of_the_words_of_its_event() -> None:
    words = "Riots at Xyzzy Mill went on after the harvest."
    assert answer({"events": [{"words": words, "title": "harbour of Leeds"}]}).titles == {words: ""}


DEEP = 50_000  # so deep no Python reads JSON; 3.13 does read 9 000


@pytest.mark.parametrize(
    "content",
    [
        "I cannot help with that.",
        "[]",
        "{",
        "null",
        "}{",
        '{"a":' * DEEP + "{" + "}" * (DEEP + 1),
        5,
    ],
)
def test_what_is_no_json_is_no_answer(content: object) -> None:
    with serving(saying(content)) as (url, _), pytest.raises(ModelError, match="not the JSON"):
        LanguageModel(url, "m").read(TEXT)


@pytest.mark.parametrize("body", [b"", b"{}", b'{"choices": []}', b"\xff", b"[1]"])
def test_what_is_no_completion_is_no_answer(body: bytes) -> None:
    with (
        serving(lambda handler, _: send(handler, body)) as (url, _),
        pytest.raises(ModelError, match="not the JSON"),
    ):
        LanguageModel(url, "m").read(TEXT)


def _fail(handler: BaseHTTPRequestHandler, _: object) -> None:
    handler.send_error(500)


def _lead_away(handler: BaseHTTPRequestHandler, _: object) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:9/")
    handler.end_headers()


def _break_off(handler: BaseHTTPRequestHandler, _: object) -> None:
    send(handler, b'{"choices": [', 5000)


def _drip(handler: BaseHTTPRequestHandler, _: object) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _say_nothing(_handler: BaseHTTPRequestHandler, _: object) -> None:
    time.sleep(1)


def _go_on_and_on(handler: BaseHTTPRequestHandler, _: object) -> None:
    send(handler, b" " * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (_fail, "it answered with HTTP 500"),
        (_lead_away, "it answered with HTTP 302"),
        (_break_off, "its answer broke off"),
        (_drip, "it took longer than 0 seconds"),
        (_say_nothing, "it took longer than 0 seconds"),
        (_go_on_and_on, f"its answer is longer than {MAX_BYTES} bytes"),
    ],
)
def test_a_server_that_fails_costs_a_comment_and_no_draft(reply: Reply, why: str) -> None:
    proposal = propose(reply)
    alone = draft(build_source("text.txt", TEXT, "en"), outlines(), world=world())
    assert proposal.events == alone.events
    assert proposal.places == alone.places
    assert [str(it) for it in proposal.notes if it not in alone.notes] == [
        f"line 1: the model said nothing of this: {why}"
    ]


def test_a_server_that_is_not_there_is_soon_asked_no_more() -> None:
    with serving(_fail) as (url, asked):
        source = build_source("text.txt", "\n\n".join([TEXT] * 9), "en")
        proposal = draft(source, outlines(), world=world(), model=LanguageModel(url, "m"))
    assert len(asked) == 3
    assert str(proposal.notes[-1]).endswith("the model said nothing of this: it was asked no more")


def test_an_answer_adds_names_titles_and_comments() -> None:
    said = {
        "places": ["Xyzzy Mill"],
        "dates": ["4 March 1921", "after the harvest"],
        "events": [
            {
                "words": "On 4 March 1921 the harbour of Leeds was closed.",
                "title": "harbour of Leeds was closed",
            }
        ],
    }
    proposal = propose(saying(said))
    assert proposal.events[0].title.read("en") == "harbour of Leeds was closed"
    assert [it.phrase for event in proposal.events for it in event.places] == [
        "Leeds",
        "at Xyzzy Mill",
    ]
    (mill,) = (it for it in proposal.places if it.id == "xyzzy-mill")
    assert (mill.lat, mill.lon) == (None, None)  # where it lies nobody here knows
    assert "line 1: the model sees a date: after the harvest" in map(str, proposal.notes)
    assert not any("4 March" in str(it) for it in proposal.notes)


@pytest.mark.parametrize("url", ["localhost:11434", "ftp://localhost", "http://", "file:///etc"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ValueError, match=r"^is no address of a server; found "):
        LanguageModel(url, "m")


def test_the_command_says_where_the_text_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    arguments = ["draft", str(tmp_path / "text.txt"), "--output", str(tmp_path / "map")]
    with serving(saying({"places": ["Xyzzy Mill"]})) as (url, asked):
        assert main([*arguments, "--language", "en", "--model", url]) == 0
    assert f"the text is sent to {url}/chat/completions\n" in capsys.readouterr().err
    assert len(asked) == 1
    assert "xyzzy-mill" in (tmp_path / "map" / "locations.csv").read_text("utf-8")
