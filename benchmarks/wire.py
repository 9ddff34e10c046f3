"""A visitor without a browser: Streamlit's own messages over its own websocket."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.inputs import DAYS

Finished = ForwardMsg.ScriptFinishedStatus


@dataclass
class Visitor:
    """A session whose page is open; it steps along the days and back."""

    socket: ClientConnection
    slider: str = ""
    fragment: str = ""
    steps: int = 0

    async def open(self) -> float:
        """Run the whole page; return the seconds that it took."""
        return await self._run(ClientState(query_string="lang=en"))

    async def step(self) -> float:
        """Move the slider to the next day; return the seconds until the server was done."""
        self.steps += 1
        there_and_back = (*DAYS, *DAYS[-2:0:-1])
        day = there_and_back[self.steps % len(there_and_back)].isoformat()
        state = ClientState(query_string=f"lang=en&date={day}", fragment_id=self.fragment)
        widget = state.widget_states.widgets.add(id=self.slider)
        widget.string_array_value.data.append(day)
        return await self._run(state)

    async def _run(self, state: ClientState) -> float:
        started = time.perf_counter()
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        async for payload in self.socket:
            assert isinstance(payload, bytes)
            message = ForwardMsg.FromString(payload)
            match message.WhichOneof("type"):
                case "delta":
                    self._read(message.delta)
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

    def _read(self, delta: Delta) -> None:
        element = delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(f"The app failed: {element.exception.message}")
        if element.HasField("slider"):
            self.slider, self.fragment = element.slider.id, delta.fragment_id


@asynccontextmanager
async def visit(port: int) -> AsyncIterator[Visitor]:
    """Open a session and its page."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(address, max_size=None, compression=None) as socket:
        visitor = Visitor(socket)
        await visitor.open()
        yield visitor
