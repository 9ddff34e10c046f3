"""A visitor without a browser, who may send what no browser would."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

Finished = ForwardMsg.ScriptFinishedStatus
DONE = (Finished.FINISHED_SUCCESSFULLY, Finished.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
PATIENCE_S = 60
_INTERNAL = "$$STREAMLIT_INTERNAL_KEY"  # with which Streamlit names what only components send


@dataclass
class Session:
    """An open page: its components by name, and what failed in its runs."""

    socket: ClientConnection
    components: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    def run(self, query: str = "lang=en", sent: Mapping[str, Any] | None = None) -> None:
        """Run the page; ``sent`` are the values that each component sends, by event."""
        state = ClientState(query_string=query)
        for id_ in self.components.values() if sent else ():
            payload = [{"event": event, "value": value} for event, value in (sent or {}).items()]
            widgets = state.widget_states.widgets
            widgets.add(id=f"{_INTERNAL}_{id_}__events", json_trigger_value=json.dumps(payload))
            widgets.add(id=id_, json_value=json.dumps(sent))
        self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        while True:
            message = ForwardMsg.FromString(self.socket.recv(timeout=PATIENCE_S, decode=False))
            match message.WhichOneof("type"):
                case "delta":
                    self._note(message.delta)
                case "script_finished" if message.script_finished in DONE:
                    return

    def _note(self, delta: Delta) -> None:
        element = delta.new_element
        if element.HasField("exception"):
            self.failures.append(str(element.exception))
        if element.HasField("bidi_component"):
            component = element.bidi_component
            self.components[component.component_name] = component.id
            text = component.bytes.decode() or component.json or "null"
            self.data[component.component_name] = json.loads(text)


@contextmanager
def open_session(url: str) -> Iterator[Session]:
    """Connect as the page of the app itself does."""
    asked = urlsplit(url)
    address = f"ws://{asked.netloc}{asked.path}/_stcore/stream"
    origin = Origin(f"{asked.scheme}://{asked.netloc}")
    with connect(address, origin=origin, max_size=None) as socket:
        yield Session(socket)
