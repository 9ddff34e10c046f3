"""The floor: a slider and a text."""

import streamlit as st

from benchmarks.rivals.marks import choose_day, read_marks

day = choose_day()
shown = next(mark for mark in read_marks() if mark.day == day)
st.html(f"<p data-shown='{shown.id}'>This is {day}.</p>")
