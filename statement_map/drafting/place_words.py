"""Words that tell a place from other names, by language, in their base form and folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_map.drafting.vocabulary import words_of


@dataclass(frozen=True)
class PlaceWords:
    """The words of one language.

    ``actors`` act for a country ("the President of Poland"), ``bearers`` are called after a place
    ("the Treaty of Paris"), ``titles`` stand before surnames,
    ``questions`` lead to names as prepositions do, and are no part of their phrase;
    ``directions`` are parts of a country, by the sides (north, east) they are on.
    """

    prepositions: frozenset[str]
    questions: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    actors: frozenset[str]
    bearers: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]
    grounds: frozenset[str]
    sites: frozenset[str]
    airports: frozenset[str]
    directions: Mapping[str, tuple[int, int]]
    homeland: tuple[str, ...]

    @property
    def leads(self) -> frozenset[str]:
        """Words behind which a name is rather a place's, such as "in" and "where"."""
        return self.prepositions | self.questions


def _set(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


PL = PlaceWords(
    prepositions=_set(
        "w we z ze do od na pod nad przy kolo obok przez ku miedzy pomiedzy wokol niedaleko blisko "
        "okolicach spod znad zza po poza przeciwko wobec dla"
    ),
    questions=_set("gdzie skad dokad"),
    titles=_set(
        "pan pani general pulkownik podpulkownik major kapitan porucznik sierzant marszalek "
        "admiral komandor doktor profesor ksiadz siostra ojciec poeta pisarz pisarka aktor aktorka "
        "redaktor redaktorka posel poslanka senator minister ministra komisarz dziennikarz "
        "dziennikarka rzecznik rzeczniczka inzynier architekt malarz rezyser trener sedzia adwokat "
        "mecenas dr prof gen plk ppłk mjr kpt por ks p inz mgr naczelnik historyk historyczka "
        "dyrektor dyrektorka lekarz burmistrzyni kolega kolezanka"
    ),
    offices=_set(
        "prezydent burmistrz wojewoda ksiaze biskup arcybiskup starosta krol krolowa hrabia "
        "metropolita gubernator mer kasztelan"
    ),
    actors=_set(
        "prezydent premier rzad wladza minister ministerstwo ambasada ambasador konsulat konsul "
        "parlament senat armia wojsko policja konstytucja obywatel narod krol krolowa ksiaze "
        "cesarz car kanclerz rada sad bank prezes rzecznik delegacja przedstawiciel przywodca szef "
        "lider zobowiazanie strona zbrojny bezpieczenstwo sciganie kazachstan mienie ludowy "
        "narodowy prokuratura generalny gospodarka polityka dyplomacja poselstwo posel gwardia "
        "sluzba lotnictwo marynarka reprezentacja druzyna zagraniczny obrona wewnetrzny sprawa "
        "zarzad sejmik marszalek wojewoda urzad"
    ),
    bearers=_set("traktat hrabia ksiaze"),
    regions=_set(
        "obwod wojewodztwo region prowincja hrabstwo stan kanton departament okreg powiat rejon "
        "gubernia prefektura dystrykt land gmina ziemia"
    ),
    cities=_set("miasto miasteczko wies miejscowosc stolica port osada gmina kurort twierdza"),
    grounds=_set("terytorium teren obszar granica okolica republika krolestwo federacja panstwo"),
    sites=_set(
        "lotnisko plac ulica aleja most dworzec palac zamek katedra kosciol bazylika klasztor "
        "szpital stadion cmentarz rynek brama muzeum elektrownia wiezienie oboz stocznia fabryka "
        "kopalnia huta twierdza fort osiedle dzielnica park hotel teatr synagoga pomnik "
        "rafineria stacja rondo bulwar przelecz szczyt jezioro wyspa przyladek zatoka wzgorze "
        "puszcza polwysep pustynia wawoz dolina kanal tunel meczet cerkiew sanktuarium molo skwer "
        "pasaz gora rzeka morze ciesnina jaskinia wodospad zalew wiadukt"
    ),
    airports=_set("lotnisko"),
    directions={
        "polnocno": (1, 0), "poludniowo": (-1, 0),
        "polnoc": (1, 0), "poludnie": (-1, 0), "wschod": (0, 1), "zachod": (0, -1),
        "polnocny": (1, 0), "poludniowy": (-1, 0), "wschodni": (0, 1), "zachodni": (0, -1),
        "polnocnowschodni": (1, 1), "polnocnozachodni": (1, -1), "poludniowowschodni": (-1, 1),
        "poludniowozachodni": (-1, -1), "srodkowy": (0, 0), "centralny": (0, 0), "centrum": (0, 0),
    },
    homeland=(r"(?:w|na terenie|na obszarze|po|z)\s+(?:całego\s+|całym\s+|naszego\s+|naszym\s+)?"
              r"kraj(?:u|em)", r"(?:na|w)\s+(północy|południu|wschodzie|zachodzie|centrum)\s+kraju",
              r"(?:regionach|częściach|części)\s+kraju", r"opu(?:ści\w*|szcz\w+)\s+kraj"),
)  # fmt: skip

EN = PlaceWords(
    prepositions=_set(
        "in at near from to into around outside across through between of via toward towards over "
        "throughout within reached reach left entered enter on off beyond along against "
        "for with by"
    ),
    questions=_set("where"),
    titles=_set(
        "mr mrs ms miss dr prof professor general colonel major captain lieutenant sergeant "
        "marshal admiral sir lady dame lord father sister brother senator congressman "
        "congresswoman representative minister secretary president prime chancellor judge justice "
        "inspector officer spokesman spokeswoman spokesperson ambassador commissioner governor "
        "mayor chairman chairwoman director actor actress writer author poet novelist singer "
        "historian journalist engineer architect painter coach pope bishop archbishop rabbi imam "
        "chief superintendent detective private corporal king queen prince princess baron "
        "researcher economist analyst lawyer"
    ),
    offices=_set("duke earl count bishop archbishop king queen prince mayor governor"),
    actors=_set(
        "president government authorities authority minister ministry ministers premier prime "
        "embassy ambassador consulate consul parliament senate army military forces police "
        "constitution citizens people nation king queen emperor tsar chancellor council bank "
        "spokesman spokeswoman spokesperson delegation representative representatives leader "
        "leaders head side state troops soldiers navy guard foreign defence defense "
        "cabinet officials official diplomats team university history treaty"
    ),
    bearers=_set(
        "treaty peace pact convention conventions agreement agreements accords declaration duke "
        "duchess earl count bishop archbishop university bank order house"
    ),
    regions=_set(
        "region oblast province county voivodeship state district canton department prefecture "
        "governorate territory krai republic land provinces regions counties districts states "
        "oblasts"
    ),
    cities=_set(
        "city town village capital port villages towns cities hamlet settlement suburb ward wards "
        "neighbourhood neighborhood municipality township district suburbs borough parish"
    ),
    grounds=_set("territory republic kingdom federation border soil"),
    sites=_set(
        "airport square street avenue bridge station palace castle cathedral church abbey "
        "monastery hospital stadium cemetery market gate museum prison camp shipyard factory mine "
        "fortress fort park hotel theatre theater synagogue memorial monument refinery harbour "
        "harbor hall tower lake island river bay cape mount mountain pass road house boulevard dam "
        "way lane drive crescent terrace plaza quay wharf pier courts towers green gardens arena "
        "library gallery barracks mosque temple shrine chapel beach forest valley hill hills falls "
        "creek canyon canal strait gulf sea ocean desert peninsula islands mountains heights "
        "reservoir glacier tunnel rivers streets bridges lakes hospitals stadiums lagoon oasis "
        "waterfall viaduct roundabout junction courthouse cinema theatre colosseum promenade "
        "plateau plain plains delta basin fjord atoll reef ridge summit marsh marshes swamp"
    ),
    airports=_set("airport"),
    directions={
        "north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1), "northern": (1, 0),
        "southern": (-1, 0), "eastern": (0, 1), "western": (0, -1), "northeastern": (1, 1),
        "northwestern": (1, -1), "southeastern": (-1, 1), "southwestern": (-1, -1),
        "northeast": (1, 1), "northwest": (1, -1), "southeast": (-1, 1), "southwest": (-1, -1),
        "central": (0, 0), "centre": (0, 0), "center": (0, 0),
    },
    homeland=(r"(?:in|across|throughout|around|leave|left|within)\s+(?:the\s+)?(?:whole\s+|"
              r"entire\s+)?(?:the\s+)?country(?!side)", r"nationwide",
              r"(?:in|to|from)\s+the\s+(north|south|east|west|north-?east|north-?west|"
              r"south-?east|south-?west|cent(?:re|er))\s+of\s+the\s+country"),
)  # fmt: skip

BY_LANGUAGE = {"pl": PL, "en": EN}
