"""Names and codes of outlines that no package has, or has wrongly; for build_boundaries."""

# Wikidata id of Natural Earth's shape: ISO 3166-2 code in January 2022, name in Kazakh, which
# Natural Earth lacks. Its own ISO codes are not used: it gives Almaty Region that of the city.
REGIONS = {
    "Q485056": ("KZ-AKM", "Ақмола облысы"),
    "Q485437": ("KZ-AKT", "Ақтөбе облысы"),
    "Q186466": ("KZ-ALM", "Алматы облысы"),
    "Q427658": ("KZ-ATY", "Атырау облысы"),
    "Q485429": ("KZ-KAR", "Қарағанды облысы"),
    "Q485605": ("KZ-KUS", "Қостанай облысы"),
    "Q485322": ("KZ-KZY", "Қызылорда облысы"),
    "Q238931": ("KZ-MAN", "Маңғыстау облысы"),
    "Q486144": ("KZ-PAV", "Павлодар облысы"),
    "Q485088": ("KZ-SEV", "Солтүстік Қазақстан облысы"),
    "Q36156": ("KZ-VOS", "Шығыс Қазақстан облысы"),
    "Q815330": ("KZ-YUZ", "Түркістан облысы"),
    "Q486007": ("KZ-ZAP", "Батыс Қазақстан облысы"),
    "Q486657": ("KZ-ZHA", "Жамбыл облысы"),
}
# Two cities are holes in the regions around them. The third of that rank, Shymkent (KZ-SHY), has
# no shape in Natural Earth and lies within Turkistan Region. Almaty's shape is an old limit.
CITIES = {"Q35493": ("KZ-ALA", "Алматы"), "Q1520": ("KZ-AST", "Нұр-Сұлтан")}
# Natural Earth cuts the area leased to Russia out of Kyzylorda Region. ISO 3166-2 has had no code
# for it since 2002, so it is drawn with the region.
BAIKONUR, AROUND_BAIKONUR = "Q165413", "Q485322"

# Where a package has another name than the one used, or that of another year.
OTHER_NAMES = {
    "KZ-ALA": {"ru": "Алматы"},  # Natural Earth: Алма-Ата
    "KZ-ZHA": {"en": "Zhambyl Region"},  # Natural Earth: Jambyl
    "TR": {"en": "Turkey"},  # CLDR: Türkiye, its English name since June 2022
}

# Natural Earth's name: id, then Polish, English, Kazakh and Russian names. Natural Earth has none
# in Kazakh, and leaves words like "Lake" out of some of the others.
WATERS = {
    "Alakol": ("alakol", "Ałakol", "Lake Alakol", "Алакөл", "Алаколь"),
    "Aydar Ko‘l": ("aydar", "Ajdarkul", "Lake Aydar", "Айдаркөл", "Айдаркуль"),
    "Issyk-Kul": ("issyk-kul", "Issyk-kul", "Issyk-Kul", "Ыстықкөл", "Иссык-Куль"),
    "Kapchagay Reservoir": (
        "kapchagay",
        "Zbiornik Kapszagajski",
        "Kapchagay Reservoir",
        "Қапшағай су қоймасы",
        "Капчагайское водохранилище",
    ),
    "Lake Baikal": ("baikal", "Bajkał", "Lake Baikal", "Байкал", "Байкал"),
    "Lake Balkhash": ("balkhash", "Bałchasz", "Lake Balkhash", "Балқаш", "Балхаш"),
    "Lake Ladoga": ("ladoga", "Ładoga", "Lake Ladoga", "Ладога", "Ладожское озеро"),
    "Lake Onega": ("onega", "Onega", "Lake Onega", "Онега", "Онежское озеро"),
    "Lake Sevan": ("sevan", "Sewan", "Lake Sevan", "Севан", "Севан"),
    "Lake Urmia": ("urmia", "Urmia", "Lake Urmia", "Урмия", "Урмия"),
    "Lake Van": ("van", "Wan", "Lake Van", "Ван", "Ван"),
    "Lake Zaysan": ("zaysan", "Zajsan", "Lake Zaysan", "Зайсан", "Зайсан"),
    "North Aral Sea": (
        "aral-north",
        "Jezioro Północnoaralskie",
        "North Aral Sea",
        "Солтүстік Арал теңізі",
        "Малое Аральское море",
    ),
    "Sarygamysh Köli": (
        "sarygamysh",
        "Jezioro Sarykamyskie",
        "Lake Sarygamysh",
        "Сарықамыс көлі",
        "Сарыкамышское озеро",
    ),
    "South Aral Sea": (
        "aral-south",
        "Jezioro Południowoaralskie",
        "South Aral Sea",
        "Оңтүстік Арал теңізі",
        "Большое Аральское море",
    ),
    "Tengiz Köli": ("tengiz", "Tengyz", "Lake Tengiz", "Теңіз", "Тенгиз"),
}

# Natural Earth counts it as ocean.
CASPIAN_NAMES = ("caspian", "Morze Kaspijskie", "Caspian Sea", "Каспий теңізі", "Каспийское море")
