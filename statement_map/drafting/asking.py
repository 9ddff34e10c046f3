"""A language model that somebody runs is asked what a text tells; nothing depends on it.

The server is one that is compatible with OpenAI's chat completions, as Ollama, llama.cpp and vLLM
are. What it answers is only believed where the text has it word for word: it may point at a place
or a date, which are resolved here as all others are, and choose words of the text for a title.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

MAX_BYTES = 1_000_000
"""The longest answer that is read."""

PATIENCE_S = 120.0
"""How long a paragraph is waited for: a large model on a small computer takes that long."""

_MOST_FAILURES = 3
"""After so many paragraphs without an answer, one after another, no more is asked."""

_LONGEST_PARAGRAPH = 8_000
"""So many letters of a paragraph are sent: some 2 000 tokens, for which small models have room."""

_LONGEST_PLACE, _LONGEST_TITLE, _LONGEST_EVENT = 80, 120, 600
"""Characters; a longer answer of its kind is none, though the text has it word for word."""

_MOST_ANSWERS = 200
"""So many of what a model lists for one paragraph are read: some repeat themselves without end."""

_CHUNK = 65_536
"""Bytes that are read at once, to see in time that an answer is too long or too slow."""


_TASK = """\
You mark what a text tells. Answer with one JSON object and nothing else:
{"places": [], "dates": [], "events": [{"words": "", "title": ""}]}
"places": each name of a place, "dates": each phrase that says when, "words": the sentence that
tells an event, "title": at most eight words of that sentence that say what happened.
Copy everything letter by letter from the text, in its language. Add and translate nothing.\
"""


class ModelError(Exception):
    """The server has not answered, or has answered with something else."""


@dataclass(frozen=True)
class ModelAnswer:
    """What a model says of a paragraph, as far as the paragraph has it word for word.

    ``titles`` are by the words of their event.
    """

    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Send the text to no other address than the one that was named."""


class LanguageModel:
    """A server at ``url``, such as ``http://localhost:11434/v1``, and the name of its model."""

    def __init__(self, url: str, name: str, *, patience_s: float = PATIENCE_S) -> None:
        """Raise ``ValueError`` if ``url`` is no address of the web."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(
                f"is no address of a server; found {url!r}; write one such as "
                "http://localhost:11434/v1"
            )
        self.url = f"{url.rstrip('/')}/chat/completions"
        self._name = name
        self._patience_s = patience_s
        self._opener = urllib.request.build_opener(_NoRedirect)

    def read_all(
        self, paragraphs: Mapping[int, str], fail: Callable[[int, str], None]
    ) -> Iterator[tuple[int, ModelAnswer]]:
        """Yield what is answered of each paragraph; ``fail`` is told of those without an answer."""
        failures = 0
        for number, text in paragraphs.items():
            if failures == _MOST_FAILURES:
                fail(number, "it was asked no more")
                return
            try:
                yield number, self.read(text)
                failures = 0
            except ModelError as error:
                failures += 1
                fail(number, str(error))

    def read(self, text: str) -> ModelAnswer:
        """Return what the model says of ``text``; raise :class:`ModelError` if it says nothing."""
        own = text[:_LONGEST_PARAGRAPH]
        try:
            content = json.loads(self._post(own))["choices"][0]["message"]["content"]
            start, stop = content.index("{"), content.rindex("}") + 1  # models talk around it
            said = json.loads(content[start:stop])
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ModelError("its answer is not the JSON that was asked for") from error
        return _check(said, own)

    def _post(self, text: str) -> bytes:
        body = {
            "model": self._name,
            "temperature": 0,
            "stream": False,
            "messages": [
                {"role": "system", "content": _TASK},
                {"role": "user", "content": text},
            ],
        }
        request = urllib.request.Request(  # its scheme is http or https
            self.url, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        until = time.monotonic() + self._patience_s
        read = bytearray()
        try:
            with self._opener.open(request, timeout=self._patience_s) as reply:
                while chunk := reply.read1(_CHUNK):
                    read += chunk
                    if len(read) > MAX_BYTES:
                        raise ModelError(f"its answer is longer than {MAX_BYTES} bytes")
                    if time.monotonic() > until:
                        raise ModelError(f"it took longer than {self._patience_s:.0f} seconds")
                is_whole = not reply.length
        except urllib.error.HTTPError as error:
            raise ModelError(f"it answered with HTTP {error.code}") from error
        except TimeoutError as error:
            raise ModelError(f"it took longer than {self._patience_s:.0f} seconds") from error
        except (OSError, urllib.error.URLError, ValueError) as error:
            raise ModelError(f"it cannot be reached: {error}") from error
        if not is_whole:
            raise ModelError("its answer broke off")
        return bytes(read)


def _check(said: Any, text: str) -> ModelAnswer:
    """Return what of an answer ``text`` has word for word."""
    if not isinstance(said, dict):
        raise ModelError("its answer is not the JSON that was asked for")
    titles: dict[str, str] = {}
    events = said.get("events")
    for event in events[:_MOST_ANSWERS] if isinstance(events, list) else ():
        own = event if isinstance(event, dict) else {}
        for words in _kept([own.get("words")], text, _LONGEST_EVENT):
            titles[words] = "".join(_kept([own.get("title")], words, _LONGEST_TITLE))
    return ModelAnswer(
        _kept(said.get("places"), text, _LONGEST_PLACE),
        _kept(said.get("dates"), text, _LONGEST_PLACE),
        titles,
    )


def _kept(said: Any, text: str, longest: int) -> tuple[str, ...]:
    own = said[:_MOST_ANSWERS] if isinstance(said, list) else ()
    words = (it for it in own if isinstance(it, str))
    return tuple(dict.fromkeys(it for it in words if _is_of(it, text, longest)))


def _is_of(words: str, text: str, longest: int) -> bool:
    """Return whether ``words`` are whole words of ``text``, and not too many."""
    if not words.strip() or len(words) > longest:
        return False
    at = text.find(words)
    if at < 0 or words != words.strip():
        return False
    before, behind = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
    return not (before.isalnum() or behind.isalnum())
