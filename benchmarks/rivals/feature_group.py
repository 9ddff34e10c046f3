"""The map stays; the marks of each step are added to it as a feature group."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.rivals.local_map import LocalMap, draw_marks
from benchmarks.rivals.marks import choose_day, read_marks


@st.fragment
def show() -> None:
    marks = folium.FeatureGroup("marks")
    draw_marks(read_marks(), choose_day(), marks)
    st_folium(
        LocalMap(),
        key="map",
        feature_group_to_add=marks,
        height=540,
        width=None,
        returned_objects=[],
    )


show()
