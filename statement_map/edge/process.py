"""What the process needs before visitors come: it asks and tells nobody, and has files enough."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from types import FrameType
from typing import Any

import streamlit as st
from streamlit import delta_generator, net_util
from streamlit.commands import page_config
from streamlit.components.v1 import component_registry
from streamlit.components.v2 import presentation
from streamlit.components.v2.bidi_component import main as mounting
from streamlit.elements.widgets import button_group
from streamlit.proto.NewSession_pb2 import Config, CustomThemeConfig
from streamlit.runtime import app_session

from statement_map.edge.turns import take_turns

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

FILES_WANTED = 4096
"""A visitor takes a file descriptor, and three more until two minutes after leaving."""

_LOGGER = logging.getLogger(__name__)


def ready_process() -> None:
    """Make the process ready; call it first thing in every run."""
    _ready_once()
    _spare_collector(len(sys.modules))


@lru_cache(maxsize=1)
def _spare_collector(modules: int) -> None:  # noqa: ARG001, its change tells of imports
    """Take all that is there out of the garbage collection, whenever something was imported.

    Modules and what they hold stay for good. A full collection went through them every few seconds
    of a class that drafts, and nobody was answered for a quarter of a second.
    """
    gc.freeze()


@cache
def _ready_once() -> None:
    # Visitors learn that something failed; what and where is in the log alone. Not in config.toml,
    # since Streamlit Community Cloud has a setting of its own that shows where.
    st.set_option("client.showErrorDetails", "none")
    take_turns()
    _ask_nobody()
    _look_at_no_frames()
    _take_icon_as_it_is()
    _find_no_icons()
    _take_module_as_it_is()
    _spare_every_run()
    _allow_files()


def _ask_nobody() -> None:
    """Keep Streamlit from looking up the server's public address on the internet.

    It does so when a page from elsewhere opens a websocket, before it compares the origin with
    ``server.corsAllowedOrigins``, in the event loop and for up to twenty seconds where the name
    server is silent. Nothing but that comparison uses the answer, and no setting turns it off.
    """
    net_util.get_external_ip = lambda: None


def _look_at_no_frames() -> None:
    """Spare the first run Streamlit's question whether it was started from a Python prompt.

    It is asked for the sake of a warning, and reads the source of every frame of the stack: a
    twentieth of a second, half of one on a tenth of a processor.
    """
    delta_generator._use_warning_has_been_displayed = True


def _take_icon_as_it_is() -> None:
    """Spare the first run numpy, which Streamlit imports to see what the page's icon is.

    It takes a fifth of a second; ours is an address with the picture in it.
    """
    page_config._get_favicon_string = str  # type: ignore[assignment]


def _find_no_icons() -> None:
    """Spare the first run the table of all emojis, and the expression that is compiled from it.

    Streamlit looks for one before every choice that is not plain ASCII, such as the name of a
    language; none of ours begins with one. It takes a thirtieth of a second.
    """
    vars(button_group)["extract_leading_icon"] = lambda text: ("", text)


def _take_module_as_it_is() -> None:
    """Spare the first run a search for the module that declares a component.

    Streamlit has the files of all modules that there are looked up for it, in a twenty-fifth of a
    second; a module knows what it is called.
    """
    search = component_registry._get_module_name

    def name_of(frame: FrameType) -> str:
        name: str = frame.f_globals["__name__"]
        return search(frame) if name == "__main__" else name

    vars(component_registry)["_get_module_name"] = name_of


def _spare_every_run() -> None:
    """Spare each run, and so each step, what comes out the same every time: a fifth of its cost.

    Streamlit tells the browser of the theme and of the settings, and collects both from all of its
    options; and it makes a class for each component whenever the session's state is looked at, so
    that it can be written to, which is left to those that tell Python something.
    """
    vars(app_session)["_populate_theme_msg"] = _written_once(
        CustomThemeConfig, app_session._populate_theme_msg
    )
    vars(app_session)["_populate_config_msg"] = _written_once(
        Config, app_session._populate_config_msg
    )
    make = presentation.make_bidi_component_presenter

    def make_where_told(events: str, component: str | None, told: set[str] | None) -> Any:
        return make(events, component, told) if told else None

    vars(mounting)["make_bidi_component_presenter"] = make_where_told


def _written_once(kind: Callable[[], Any], write: Callable[..., None]) -> Callable[..., None]:
    """Return what does as ``write`` does to a message of this ``kind``, from memory.

    A message that nothing is written to stays absent where it is a part of another one.
    """

    @cache
    def written(*which: str) -> Any:
        message = kind()
        write(message, *which)
        return message

    def copy(message: Any, *which: str) -> None:
        if (known := written(*which)).ByteSize():
            message.MergeFrom(known)

    return copy


def _allow_files() -> None:
    """Raise the number of files that may be open, which is 256 on a Mac."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if _is_enough(soft):
        return
    wanted = FILES_WANTED if _is_enough(hard) else hard
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    if not _is_enough(soft):
        _LOGGER.warning("only %d files may be open at once: a class may need more", soft)


def _is_enough(limit: int) -> bool:
    return limit == resource.RLIM_INFINITY or limit >= FILES_WANTED
