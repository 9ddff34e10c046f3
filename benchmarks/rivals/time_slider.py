"""folium's TimestampedGeoJson: a slider inside the map, and no server after the first draw.

It shows the marks of one day and no others: it has no states.
"""

from folium.plugins import TimestampedGeoJson
from streamlit_folium import st_folium

from benchmarks.npm import FOLDER
from benchmarks.rivals.local_map import LocalMap, serve_folder
from benchmarks.rivals.marks import COLOURS, read_marks

served = serve_folder("npm", FOLDER / "node_modules")
features = [
    {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [mark.lon, mark.lat]},
        "properties": {
            "times": [mark.day],
            "tooltip": mark.title,
            "popup": mark.text,
            "icon": "circle",
            "iconstyle": {
                "radius": 6,
                "color": COLOURS["now"],
                "fill": True,
                "className": f"mark-{mark.id} is-now",
            },
        },
    }
    for mark in read_marks()
    if mark.day
]
layer = TimestampedGeoJson(  # type: ignore[no-untyped-call]
    {"type": "FeatureCollection", "features": features},
    auto_play=False,
    period="P1D",
    duration="PT1H",
    add_last_point=False,
)
layer.default_js = [
    ("moment", f"{served}/moment/min/moment.min.js"),
    ("iso8601", f"{served}/iso8601-js-period/iso8601.js"),
    ("time", f"{served}/leaflet-timedimension/dist/leaflet.timedimension.min.js"),
]
layer.default_css = [
    ("time", f"{served}/leaflet-timedimension/dist/leaflet.timedimension.control.min.css")
]
map_ = LocalMap()
layer.add_to(map_)
st_folium(map_, height=540, width=None, returned_objects=[])
