/* Printed by `python -m scripts.print_types` from the classes of these names in Python. */

type Account = "now" | "possible" | "open" | "other-date" | "uncovered";

type Basis = "stated" | "inferred" | "none";

/** A chapter; ``events`` count into the list of events, and the first of them is told. */
interface CardChapter {
  title: Record<string, string>;
  events: Array<number>;
  look_at: Array<string>;
}

/** All that cards and accounts are built from. */
interface CardContent {
  words: Record<string, Record<string, string | Record<string, string>>>;
  statement: CardStatement;
  topics: Record<string, Record<string, string>>;
  shapes: Record<string, number>;
  steps: Array<CardStep>;
  places: Array<CardPlace>;
  events: Array<CardEvent>;
  chapters: Array<CardChapter>;
  accounts: Array<Array<[number, Account]>>;
  placeless: Array<number>;
  first: Record<string, number>;
}

/** An event as cards tell it. */
interface CardEvent {
  id: string;
  title: Record<string, string>;
  text: Record<string, string>;
  quote: string;
  kind: Kind;
  topic: string;
  paragraphs: Array<number>;
  basis: Basis;
  date: Record<string, string>;
  look: Grade;
  states: Array<[number, State]>;
  omissions: Array<Omission>;
  chapter?: number;
  when_phrase?: string;
  why?: Record<string, string>;
  note?: Record<string, string>;
  unreviewed?: boolean;
  after?: Array<string>;
  after_cue?: Record<string, string>;
  before?: Array<string>;
  before_cue?: Record<string, string>;
  mentions?: Array<[string, string]>;
  has_date?: boolean;
  span?: [number, number];
  opens?: [boolean, boolean];
  veiled?: Record<string, Record<string, string>>;
}

/** A place as cards name it, with its states as pairs of a step and what holds from it on. */
interface CardPlace {
  id: string;
  name: Record<string, string>;
  states: Array<[number, State]>;
  confidence: Confidence;
  located_by?: LocatedBy;
  source?: string;
  source_id?: string;
  query?: string;
  retrieved?: Record<string, string>;
  is_outline?: boolean;
  review?: string;
  radius_km?: number;
  radius_as?: string;
  note?: Record<string, string>;
}

/** The statement as cards name it. */
interface CardStatement {
  issuer: Record<string, string>;
  publisher: Record<string, string>;
  url: string | null;
  language: string;
  language_name: Record<string, string>;
  paragraphs: number;
}

/** A step, with the words for its day, or for all the days that it stands for. */
interface CardStep {
  date: string;
  day: Record<string, string>;
  full_day: Record<string, string>;
  event: string | null;
}

type Confidence = "high" | "medium" | "low" | "none";

type Grade = "stated" | "bounded" | "given" | "suggested" | "none";

type Kind = "occurrence" | "measure" | "appeal" | "claim" | "promise" | "legal-basis";

type LocatedBy = "gazetteer" | "nominatim" | "manual" | "given";

/** All that the map draws. */
interface MapContent {
  words: Record<string, Record<string, string | Record<string, string>>>;
  issuer: Record<string, string>;
  publisher: Record<string, string>;
  credit: string;
  home: string | null;
  steps: Array<MapStep>;
  places: Array<MapPlace>;
  topics: Record<string, Record<string, string>>;
  shapes: Record<string, number>;
  events: Array<MapEvent>;
}

/** An event as the map lists it. */
interface MapEvent {
  id: string;
  title: Record<string, string>;
  paragraphs: Array<number>;
  basis: Basis;
  look: Grade;
  shape: number;
  date: Record<string, string>;
  places: Array<string>;
  states: Array<[number, State]>;
  unreviewed?: boolean;
}

/** A place as the map draws it; ``events`` count into the list of events. */
interface MapPlace {
  id: string;
  name: Record<string, string>;
  kind: PlaceKind;
  within: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  radius_as: string;
  outline: Array<string>;
  members: Array<Record<string, string>>;
  confidence: Confidence;
  source: string | null;
  note: Record<string, string> | null;
  states: Array<[number, State]>;
  events: Array<number>;
  introduction: boolean;
}

/** A step, and what the text states first for it. */
interface MapStep {
  date: string;
  event: string | null;
}

type Omission = "date" | "place" | "number" | "source";

type PlaceKind = "site" | "city" | "region" | "country" | "area" | "water" | "group" | "unnamed";

type State = "now" | "possible" | "open" | "earlier" | "later";
