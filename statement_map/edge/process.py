"""What the process needs before visitors come: it asks and tells nobody, and has files enough."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cache

import streamlit as st
from streamlit import delta_generator, net_util

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

FILES_WANTED = 4096
"""A visitor takes a file descriptor, and three more until two minutes after leaving."""

_LOGGER = logging.getLogger(__name__)


@cache
def ready_process() -> None:
    """Make the process ready; call it first thing, as often as you like."""
    # Visitors learn that something failed; what and where is in the log alone. Not in config.toml,
    # since Streamlit Community Cloud has a setting of its own that shows where.
    st.set_option("client.showErrorDetails", "none")
    _ask_nobody()
    _look_at_no_frames()
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
