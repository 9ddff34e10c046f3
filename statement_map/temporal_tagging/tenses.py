"""The tenses of verbs: whether a sentence speaks of what is past, is, or is to come."""

from __future__ import annotations

import re
from functools import lru_cache

from statement_map.prose import sgjp
from statement_map.temporal_tagging.joints import Joints
from statement_map.temporal_tagging.said import Verbs

_WORD = re.compile(r"\w{2,}")


def find_verbs(text: str, joints: Joints) -> Verbs:
    """Return where a sentence has verbs of each tense.

    Those are the words of ``[joining]``, and the forms that the dictionary knows of a language
    that names one.
    """
    future = [found.span() for found in joints["future"].finditer(text)]
    past = [found.span() for found in joints["past"].finditer(text)]
    if joints.verbs != sgjp.NAME or sgjp.open_analyser() is None:
        return Verbs(future, past)
    words = [(word.span(), word.group()) for word in _WORD.finditer(text)]
    by_form, to_come, present = (
        [span for span, word in words if _is_form(tags, word)]
        for tags in (sgjp.PRETERITE, sgjp.PERFECTIVE_PRESENT, sgjp.PRESENT)
    )
    return Verbs(future, [*past, *by_form], to_come, present)


@lru_cache(maxsize=4096)
def _is_form(tags: re.Pattern[str], word: str) -> bool:
    """Return whether a word is such a form of a verb and nothing else."""
    return all(tags.match(tag) for _, _, (_, _, tag, *_) in sgjp.open_analyser().analyse(word))
