"""The form of one place: what it is, which of those of its name, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from statement_map.geocoding.candidates import Candidate
from statement_map.language import Language
from statement_map.model import Confidence, Place, PlaceKind
from statement_map.panels.review.desk import Desk, Picking
from statement_map.panels.review.drawing import shapes_for
from statement_map.panels.review.faults import show_faults
from statement_map.panels.review.fields import Form, key_of_choice
from statement_map.panels.review.waiting import candidates
from statement_map.reviewing import Work, editing

_NOTE_PX = 68
"""Two lines, the least that Streamlit gives a text area."""


def show_place_form(desk: Desk, language: Language) -> None:
    """Show the choice of a place, where it may lie, and its fields."""
    w = language.words
    places = desk.work.atlas.places
    place = desk.chosen_place
    if place is None:
        st.text(w("review-no-places"))
        return
    names = {id_: _name(place, language, desk) for id_, place in places.items()}
    id_ = place.id
    key = key_of_choice(f"review-place-choice-{desk.round}-{id_}", names)
    at = list(names).index(id_)

    def choose() -> None:
        desk.place, desk.picking = st.session_state[key], None

    st.selectbox(
        w("review-place", number=at + 1, n=len(places)),
        list(names),
        index=at,
        format_func=names.__getitem__,
        key=key,
        on_change=choose,
    )
    _show_actions(desk, place, names, language)
    form = Form(desk, ("place", id_), language)
    form.tell_refused()
    form.flag(("reviewed",), w("review-place-reviewed"))
    show_faults(language, [place.review] if place.review else [])
    form.offer_languages()
    form.texts(("names",), w("review-field-name"))
    _show_location(desk, place, form, language)
    kind, within, sure = st.columns(3)
    with kind:
        kinds = {str(it): w(f"review-kind-{it}") for it in PlaceKind}
        form.choice(("kind",), w("review-field-kind"), kinds)
    with within:
        others = {other: name for other, name in names.items() if other != id_}
        form.choice(("part_of",), w("review-field-within"), others, empty="—")
    with sure:
        form.choice(
            ("confidence",),
            w("review-field-confidence"),
            {str(it): w(f"review-sure-{it}") for it in Confidence},
        )
    if place.kind is PlaceKind.GROUP or place.members:
        form.choices(("members",), w("review-field-members"), others)
    form.texts(("notes",), w("review-field-note"), height=_NOTE_PX)
    form.tell_rest()


def _name(place: Place, language: Language, desk: Desk) -> str:
    mark = "✓" if place.reviewed else "✎"
    if ("place", place.id) in desk.typed:
        mark = "⚠"
    return f"{mark} {place.names.read(language.code)} ({place.id})"


def _show_location(desk: Desk, place: Place, form: Form, language: Language) -> None:
    """Show where the place may lie: known ones of its name, a click on the map, an outline."""
    w = language.words
    st.markdown(f"**{w('review-where')}**")
    names_of_it = tuple(dict.fromkeys(filter(None, [*place.names.root.values(), place.query])))
    found = candidates(names_of_it)
    with st.container(key="review-where", horizontal=True, vertical_alignment="bottom"):
        if found:
            with st.popover(w("review-candidates", n=len(found))):
                for number, candidate in enumerate(found):
                    st.button(
                        _describe(candidate, language),
                        key=f"review-candidate-{number}",
                        type="primary" if _is_at(place, candidate) else "secondary",
                        on_click=_choose,
                        args=(desk, place.id, candidate),
                    )
        for shape in shapes_for(place):
            pick = Picking(place.id, shape)
            is_picking = desk.picking == pick
            st.button(
                w("review-pick-stop" if is_picking else f"review-pick-{shape}"),
                key=f"review-pick-{shape}",
                on_click=setattr,
                args=(desk, "picking", None if is_picking else pick),
            )
    with st.container():
        if desk.picking:
            st.info(w(f"review-picking-{desk.picking.shape}"))
    lat, lon, radius = st.columns(3)
    with lat:
        form.text(("lat",), w("review-field-lat"))
    with lon:
        form.text(("lon",), w("review-field-lon"))
    with radius:
        form.text(("radius_km",), w("review-field-radius"))
    outlines = {
        id_: f"{names.read(language.code)} ({id_})"
        for id_, names in desk.work.outlines.names.items()
    }
    form.choices(("boundary",), w("review-field-outline"), outlines)


def _choose(desk: Desk, id_: str, candidate: Candidate) -> None:
    desk.do(lambda work: editing.choose_candidate(work, id_, candidate))


def _describe(candidate: Candidate, language: Language) -> str:
    kind = language.words(f"review-kind-{candidate.kind}") if candidate.kind else ""
    is_water = candidate.kind is PlaceKind.WATER  # whose point is not drawn
    where = "" if is_water else f"{candidate.lat:.3f}, {candidate.lon:.3f}"
    parts = (candidate.name, candidate.country, kind, where, candidate.source)
    return " · ".join(part for part in parts if part)


def _is_at(place: Place, candidate: Candidate) -> bool:
    if candidate.kind is PlaceKind.WATER:
        return place.kind is candidate.kind
    return place.source_id == (candidate.source_id or None) and place.lat == round(candidate.lat, 5)


def _show_actions(desk: Desk, place: Place, names: Mapping[str, str], language: Language) -> None:
    w = language.words
    others = [id_ for id_ in names if id_ != place.id]
    with st.container(key="review-place-actions", horizontal=True):
        with st.popover(w("review-merge")):
            key = key_of_choice(f"review-merge-place-{desk.round}-{place.id}", names)
            st.selectbox(
                w("review-merge-place-with"),
                others,
                format_func=names.__getitem__,
                key=key,
                disabled=not others,
            )

            def merge(work: Work) -> Work:
                return editing.merge_places(work, place.id, st.session_state[key])

            st.button(
                w("review-merge-do"),
                key="review-merge-place-do",
                disabled=not others,
                on_click=desk.do,
                args=(merge,),
            )
        st.button(
            w("review-remove-place"),
            key="review-remove-place",
            on_click=desk.do,
            args=(lambda work: editing.remove_place(work, place.id),),
        )
