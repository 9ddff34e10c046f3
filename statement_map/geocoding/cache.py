"""Answers of Nominatim servers, kept on disk so that nothing is asked twice."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from statement_map.files.atomic import replace_file
from statement_map.geocoding.candidates import GeocodingError
from statement_map.geocoding.found import Found, read_found

Parameters: TypeAlias = Mapping[str, str | int | bool]
RawAnswer: TypeAlias = list[dict[str, Any]]


def _check_answer(answer: RawAnswer) -> RawAnswer:
    read_found(answer)
    return answer


class Request(BaseModel):
    """What was asked; an answer belongs to exactly this."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    endpoint: str
    query: str
    parameters: Parameters


class KeptAnswer(BaseModel):
    """An answer as the server gave it, empty if it found nothing, and the day (UTC) of that."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    request: Request
    retrieved: date
    answer: Annotated[RawAnswer, AfterValidator(_check_answer)]

    @property
    def found(self) -> tuple[Found, ...]:
        """The results, best first."""
        return read_found(self.answer)


@dataclass(frozen=True)
class Cache:
    """A folder with one file for each request; ``tell`` is told of a file that is damaged."""

    folder: Path
    tell: Callable[[str], None]

    def read(self, request: Request) -> KeptAnswer | None:
        """Return what was answered to ``request``, None if that is not known."""
        path = self._path(request)
        try:
            kept = KeptAnswer.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            self.tell(f"{path} is damaged, so {request.query!r} is asked again")
            return None
        return kept if kept.request == request else None

    def write(self, kept: KeptAnswer) -> None:
        """Write ``kept``; raises :class:`GeocodingError` if it cannot be written."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._path(kept.request), kept.model_dump_json(indent=1).encode())
        except OSError as error:
            raise GeocodingError(
                f"found {error.strerror!r} at {self.folder}, where answers are kept; make room "
                "there, or name another folder with --cache"
            ) from None

    def _path(self, request: Request) -> Path:
        key = json.dumps(request.model_dump(), sort_keys=True)
        return self.folder / f"{hashlib.sha256(key.encode()).hexdigest()}.json"


def default_folder() -> Path:
    """Return where this user's programs keep what they can get again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "statement-map")
