"""A visitor without a browser: Streamlit's own messages over its own websocket."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.inputs import DAYS

Finished = ForwardMsg.ScriptFinishedStatus

TITLES = ("title__en", "title__pl", "title.en")
"""How the id of a title's field ends: in the text's language; the last in the version of before."""


class RefusedError(Exception):
    """The app says that it has no room for a draft now."""


@dataclass
class Session:
    """What a browser tab is to the server; like one, it keeps large messages and says so.

    ``received`` counts bytes.
    """

    socket: ClientConnection
    received: int = 0
    kept: dict[str, Delta] = field(default_factory=dict)

    async def run(self, state: ClientState) -> float:
        """Have the script run; return the seconds until it has finished."""
        started = time.perf_counter()
        state.cached_message_hashes.extend(self.kept)
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        async for payload in self.socket:
            assert isinstance(payload, bytes)
            self.received += len(payload)
            message = ForwardMsg.FromString(payload)
            match message.WhichOneof("type"):
                case "delta":
                    if message.metadata.cacheable:
                        self.kept[message.hash] = message.delta
                    self._take(message.delta)
                case "ref_hash":
                    self._take(self.kept[message.ref_hash])
                case "script_finished" if message.script_finished in (
                    Finished.FINISHED_SUCCESSFULLY,
                    Finished.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                ):
                    return time.perf_counter() - started
                case "script_finished" if (
                    message.script_finished != Finished.FINISHED_EARLY_FOR_RERUN
                ):
                    raise RuntimeError("The script could not be compiled.")
        raise RuntimeError("The server closed the connection.")

    def _take(self, delta: Delta) -> None:
        if delta.new_element.HasField("exception"):
            raise RuntimeError(f"The app failed: {delta.new_element.exception.message}")
        self.read(delta)

    def read(self, delta: Delta) -> None:
        """Look at what comes."""


@dataclass
class Visitor(Session):
    """A session whose page is open; it steps along the days and back."""

    slider: str = ""
    is_told: bool = False  # by the browser, which has moved the slider: this app
    fragment: str = ""
    steps: int = 0

    async def open(self) -> float:
        """Run the whole page; return the seconds that it took."""
        return await self.run(ClientState(query_string="lang=en"))

    async def step(self) -> float:
        """Move the slider to the next day; return the seconds until the server was done."""
        self.steps += 1
        there_and_back = (*DAYS, *DAYS[-2:0:-1])
        day = there_and_back[self.steps % len(there_and_back)].isoformat()
        query = f"lang=en&date={day}"
        state = ClientState(query_string=query, fragment_id=self.fragment)
        widget = state.widget_states.widgets.add(id=self.slider)
        if self.is_told:
            widget.json_value = json.dumps({"shown": {"query": query, "met": 0}})
        else:
            widget.string_array_value.data.append(day)
        return await self.run(state)

    def read(self, delta: Delta) -> None:
        """Find the slider, or what is told where a browser moves it."""
        element = delta.new_element
        if element.HasField("slider"):
            self.slider, self.fragment = element.slider.id, delta.fragment_id
        if element.bidi_component.component_name == "statement_map_follow":
            self.slider, self.fragment = element.bidi_component.id, delta.fragment_id
            self.is_told = True


@dataclass
class Author(Session):
    """A session that makes a map of a text and corrects its events, one after another.

    ``fields`` are the ids of what can be typed in or pressed; ``told`` are the words of errors.
    """

    query: str = "view=review&lang=en"
    fields: dict[str, None] = field(default_factory=dict)
    edits: int = 0

    async def open(self) -> float:
        """Open the page with its empty form."""
        return await self.run(ClientState(query_string=self.query))

    async def draft(self, text: str) -> float:
        """Paste a text and have it drafted; return the seconds until the draft is on the page.

        Raises :class:`RefusedError`.
        """
        state = ClientState(query_string=self.query)
        state.widget_states.widgets.add(id=self._find("-review-pasted"), string_value=text)
        state.widget_states.widgets.add(id=self._find("", ":review-draft-"), trigger_value=True)
        self.fields.clear()
        taken = await self.run(state)
        if not self.has_draft:
            raise RefusedError
        return taken

    @property
    def has_draft(self) -> bool:
        """Whether there is something to edit."""
        return any(id_.endswith(TITLES) for id_ in self.fields)

    async def edit(self) -> float:
        """Type another title for the event on the page; return the seconds until it is taken."""
        self.edits += 1
        state = ClientState(query_string=self.query)
        title = f"Title number {self.edits}"
        state.widget_states.widgets.add(id=self._title(), string_value=title)
        return await self.run(state)

    def read(self, delta: Delta) -> None:
        """Keep the ids of fields and buttons."""
        element = delta.new_element
        for kind in ("text_area", "text_input", "button"):
            if element.HasField(kind):
                self.fields[getattr(element, kind).id] = None

    def _title(self) -> str:
        return self._find(TITLES)

    def _find(self, end: str | tuple[str, ...], within: str = "") -> str:
        for id_ in reversed(self.fields):
            if id_.endswith(end) and within in id_:
                return id_
        raise RuntimeError(f"There is no field {within}{end} on the page.")


@asynccontextmanager
async def visit(port: int) -> AsyncIterator[Visitor]:
    """Open a session and its page."""
    async with _connected(port) as socket:
        visitor = Visitor(socket)
        await visitor.open()
        yield visitor


@asynccontextmanager
async def write(port: int) -> AsyncIterator[Author]:
    """Open a session on the page where maps are made."""
    async with _connected(port) as socket:
        author = Author(socket)
        await author.open()
        yield author


def _connected(port: int) -> connect:
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    return connect(address, max_size=None, compression=None)
