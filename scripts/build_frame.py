"""Keep what folium writes into a page with an empty map, in the folder of the map's assets.

    python scripts/build_frame.py

Run it when folium has another version; a test holds that the file is what folium makes.
"""

import json

from statement_map.map_view.by_folium import build_empty_map
from statement_map.map_view.frame import EMPTY_MAP

if __name__ == "__main__":
    EMPTY_MAP.write_text(json.dumps(build_empty_map(), indent=2) + "\n", encoding="utf-8")
