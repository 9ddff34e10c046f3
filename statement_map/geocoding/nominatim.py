"""A Nominatim server as a source of candidates, asked as its usage policy wants.

At most one request a second, no retries, a User-Agent of our own, and every answer kept on disk.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self
from urllib.parse import urlsplit

import geopy
from geopy.adapters import AdapterHTTPError, RequestsAdapter
from geopy.exc import (
    GeocoderParseError,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
)
from geopy.geocoders import Nominatim
from pydantic import ValidationError
from requests.exceptions import ChunkedEncodingError, TooManyRedirects

from statement_map.geocoding.cache import Cache, KeptAnswer, Parameters, RawAnswer, Request
from statement_map.geocoding.candidates import OPENSTREETMAP, Answer, Candidate, GeocodingError
from statement_map.geocoding.found import read_found
from statement_map.geocoding.names import read_name
from statement_map.model import Method, PlaceKind

INTERVAL_S = 1.0
"""From the end of one request to the start of the next. The server, which sees neither, so counts
at most one request a second, however long each is on its way."""

TIMEOUT_S = 20.0
"""How long an answer is waited for."""


MAX_WAITS = 5
"""How often in one run the server may ask us to wait (HTTP 429)."""

LONGEST_WAIT_S = 300.0
"""A server that asks for more is not waited for: the run ends and says when to go on."""

USUAL_WAIT_S = 60.0
"""How long to wait where the server does not say."""

PARAMETERS: Parameters = {
    "limit": 10,
    "addressdetails": True,
    "extratags": True,
    "namedetails": True,
    "language": "en",
}
"""What geopy is told beside the query: to ask for several candidates, and what tells them apart."""


class NominatimService:
    """A Nominatim server, asked only for what is not in the cache.

    ``waits`` counts how often it asked for patience. Use it in a ``with`` statement, which closes
    its connection.
    """

    method = Method.NOMINATIM

    def __init__(
        self,
        url: str,
        *,
        contact: str | None,
        outlines: Mapping[str, str],
        cache: Cache,
        tell: Callable[[str], None],
    ) -> None:
        """Get ready to ask the server at ``url``, naming ``contact`` in the User-Agent.

        ``outlines`` are ids of outlines by all codes and ids that identify them; ``tell`` is told
        of waits.
        """
        parts = urlsplit(url)
        agent = f"statement-map geocode; geopy {geopy.__version__}"
        self._geocoder = Nominatim(
            scheme=parts.scheme,
            domain=parts.netloc + parts.path,
            timeout=TIMEOUT_S,
            user_agent=f"{agent}; contact: {contact}" if contact else agent,
            adapter_factory=partial(_CheckingAdapter, max_retries=0),
        )
        self._credit = f"{OPENSTREETMAP}, Nominatim at {parts.hostname}"
        self._outlines = outlines
        self._cache = cache
        self._tell = tell
        self._free_at = time.monotonic() + INTERVAL_S  # another run may have ended just now
        self.waits = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self._geocoder.__exit__(*reason)

    def look_up(self, query: str) -> Answer:
        """Return what the server finds for ``query``, now or when it was asked before.

        Raises :class:`GeocodingError` if it cannot be asked or answers something else than results.
        """
        request = Request(endpoint=self._geocoder.api, query=query, parameters=PARAMETERS)
        kept = self._cache.read(request) or self._fetch(request)
        name = read_name(query)
        # A city is often both a point and an area there, which share their Wikidata id.
        distinct: dict[tuple[str, PlaceKind | None], Candidate] = {}
        for number, found in enumerate(kept.found):
            key = found.wikidata or str(number), found.kind
            distinct.setdefault(key, found.as_candidate(name, self._credit, self._outlines))
        return Answer(tuple(distinct.values()), kept.retrieved)

    def _fetch(self, request: Request) -> KeptAnswer:
        answer = self._ask(request)
        kept = KeptAnswer(request=request, retrieved=datetime.now(UTC).date(), answer=answer)
        self._cache.write(kept)
        return kept

    def _ask(self, request: Request) -> RawAnswer:
        while True:
            time.sleep(max(0.0, self._free_at - time.monotonic()))
            try:
                locations = self._geocoder.geocode(
                    request.query, exactly_one=False, **request.parameters
                )
            except GeocoderRateLimited as error:
                self._wait(error.retry_after)
            except GeocoderServiceError as error:
                raise GeocodingError(_explain(error)) from None
            else:
                return [location.raw for location in locations or []]
            finally:
                self._free_at = time.monotonic() + INTERVAL_S

    def _wait(self, retry_after: float | None) -> None:
        """Wait as the server asks for with HTTP 429; raise if it asks too much."""
        seconds = USUAL_WAIT_S if retry_after is None else retry_after
        if seconds > LONGEST_WAIT_S:
            raise GeocodingError(
                f"found HTTP 429, to wait {seconds:.0f} s; run it again after that time"
            )
        if self.waits == MAX_WAITS:
            raise GeocodingError(f"found HTTP 429 after {MAX_WAITS} waits; run it again tomorrow")
        self.waits += 1
        count = f"HTTP 429; {self.waits} of at most {MAX_WAITS} times"
        self._tell(f"the server asks to wait {seconds:.0f} s ({count})")
        time.sleep(seconds)


class _CheckingAdapter(RequestsAdapter):  # type: ignore[misc]  # geopy is published without types
    """A connection that hands only results on; geopy would take any JSON for some, or for none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.session.max_redirects = 0  # each would be a request more, right after the first

    def get_json(self, url: str, **options: Any) -> Any:
        answer = super().get_json(url, **options)
        try:
            read_found(answer)
        except ValidationError:
            raise GeocoderParseError("not a list of results") from None
        return answer


def _explain(error: GeocoderServiceError) -> str:
    """Return what was found and what to do about it."""
    cause, context = error.__cause__, error.__context__
    match cause:
        case AdapterHTTPError(status_code=403):
            return (
                "found HTTP 403, the server does not want this program; read its usage policy, "
                "name a --contact, or ask a server of your own"
            )
        case AdapterHTTPError(status_code=status) if status >= 500:
            return f"found HTTP {status}, the server has trouble; run it again later"
        case AdapterHTTPError(status_code=status):
            return f"found HTTP {status}; check the address after --nominatim"
    if isinstance(error, GeocoderParseError):
        return "found an answer that is not Nominatim's; check the address after --nominatim"
    if isinstance(error, GeocoderTimedOut):
        return f"found no answer within {TIMEOUT_S:g} s; run it again later"
    if isinstance(context, TooManyRedirects):
        return "found a redirect; name the address after --nominatim that it leads to"
    if isinstance(context, ChunkedEncodingError) or _was_cut(context):
        return "found the connection cut; run it again later"
    return "found no connection to the server; check the network and the address after --nominatim"


def _was_cut(error: BaseException | None) -> bool:
    """Return whether ``error`` of requests wraps one of a connection that had been made."""
    reasons = error.args if error else ()
    causes = (cause for reason in reasons for cause in getattr(reason, "args", ()))
    return any(isinstance(cause, ConnectionError) for cause in causes)
