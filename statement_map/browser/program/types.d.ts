/* The shapes that modules hand to one another; those of what Python sends are in content.d.ts. */

// ------------------------------------------------------------------ words and pieces of the page

/** A text by language. */
type Texts = Record<string, string>;

type Entries = Record<string, string | Texts>;

/** What fills the gaps of a text; `n` is the number that it counts. */
type Gaps = Record<string, string | number | null | undefined> & { n?: number };

interface Words {
  language: string;
  read: (text: Texts) => string;
  tag: (text: Texts, parts?: Child[]) => Child[];
  say: (key: string, gaps?: Gaps) => string;
}

type Attributes = Record<string, string | number | boolean | null | undefined>;

type Child = string | Node;

/** What was the case from which step on. */
type Changes<Value> = Array<[number, Value]>;

// ------------------------------------------------------------------ where we are

/** What there is to show, in the language that it is shown in, among those that there are. */
type Content = CardContent & { language: string; languages: string[]; cover?: boolean };

/** What the address named although there is no such day or event. */
type Notice = { date?: string; event?: string };

interface PageState {
  search: string;
  notice: Notice | null;
  met: number;
  hand: number | string | null;
}

type Wish = string | string[] | null;

type Action =
  | { do: "open" }
  | { do: "set"; changes: Record<string, Wish>; hand: number }
  | { do: "back"; search: string; notice: Notice | null }
  | { do: "wish"; wishes: Record<string, [number, Wish]> };

type Write = "push" | "replace";

interface Shown {
  step: number;
  cover: boolean;
  panel: string | null;
  event: CardEvent | null;
  by: Way;
  opened: string | null;
  topics: string[];
  notice: Notice | null;
}

/** What cards and accounts show, in which words, and what of it is hidden from learners. */
type View = Shown & Words & { hidden: string[]; hide?: string[]; link: (event: CardEvent) => string };

/** What is only of the page, or only of the handout. */
interface Driver {
  search: () => string;
  addressOf: (search: string) => string;
  show: () => void;
  showPlaying: (here: Here) => void;
  tell: (state: PageState) => void;
}

interface Here {
  content: Content | null;
  state: PageState;
  player: Player;
  speed: Speed;
}

type Clicks = Array<[selector: string, react: (target: HTMLElement) => unknown]>;

// ------------------------------------------------------------------ the map

/** What a map is told of a step. */
interface MapShown {
  date?: string;
  event?: string | null;
  /** Ids of the places to look at instead of the event's own. */
  look_at?: string[] | null;
  language?: string;
  dark?: boolean;
  large?: boolean;
  /** So many px of the map lie under what stands on it, at its left and at its right. */
  covered?: { left: number; right: number };
  conceal?: Concealed;
}

/** What is hidden from learners: the places, what titles tell, who speaks. */
interface Concealed {
  place?: boolean;
  titles?: Texts | null;
  by?: string | null;
}

type DrawnContent = MapContent & { standalone?: boolean };

interface Outline {
  type: "Feature";
  id: string;
  geometry: { type: "Polygon"; coordinates: Polygon } | { type: "MultiPolygon"; coordinates: Polygon[] };
  properties: OutlineProperties;
}

interface OutlineProperties {
  kind: "country" | "region" | "city" | "water";
  name_en: string;
  [name: `name_${string}`]: string;
  label_zoom: number;
  label_lat: number;
  label_lon: number;
}

type Position = [lon: number, lat: number];
type Ring = Position[];
type Polygon = Ring[];

/** A half of what GeoJSON cuts at 180°: the latitudes of the cut, and the points that are not on it. */
interface Half {
  cut: [number, number];
  rest: Ring;
}

interface Outlines {
  features: Outline[];
}

interface Spot {
  x: number;
  y: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A place on the map: `nodes` carry the classes of its state, `bounds` is what to look at. */
interface Mark {
  place: MapPlace;
  state: State;
  chosen: string;
  nodes: Element[];
  layer: L.Layer | null;
  bounds: L.LatLngBounds | null;
  at?: L.LatLng;
  path?: SVGGeometryElement;
  ring?: L.Circle;
  spot?: number; // its number on the canvas that holds it
  item?: HTMLElement;
  shrunk?: number;
  openPopup: () => void;
  writePopup: () => void;
}

/** A look of marks, as pixels of a canvas: where each lies, from the middle of the mark, and its colour. */
interface Sprite {
  reach: number; // px from the middle to the edge
  rows: Array<{ at: number; colours: Uint32Array }>; // pixels side by side that let nothing through; where the first is
  rest: Array<{ at: number; colour: number }>; // those that do
}

interface SpriteBox {
  size: number;
  isRound: boolean;
}

interface SpriteLine {
  width: number;
  look: string;
  colour: string;
}

/** Leaflet's own, which it has no type for. */
type CanvasLayer = L.Renderer & {
  _container: HTMLCanvasElement;
  _bounds: L.Bounds;
  _zoom: number;
  _update: () => void;
};

/** Leaflet's own too. */
type MovedMarker = L.Marker & {
  _icon: HTMLElement & { _leaflet_pos: L.Point };
  _zIndex: number;
  _resetZIndex: () => void;
};

/** Corners of a ring, or rings within rings. */
type Rings = L.LatLng[] | Rings[];

interface PointMark extends Mark {
  at: L.LatLng;
}

interface Crowd {
  at: L.LatLng;
  members: PointMark[];
  marker: L.Marker;
  node: HTMLElement;
  isOpen: boolean;
  isCalledOut?: boolean;
}

interface BaseName {
  properties: OutlineProperties;
  at: L.LatLng;
  node: HTMLElement;
}

interface Stage extends Pick<Words, "read" | "tag"> {
  map: L.Map;
  content: DrawnContent;
  language: string;
  words: Record<string, string>;
  marks: Map<string, Mark>;
  crowds: Crowd[];
  names: BaseName[];
  lines: L.LatLng[];
  step: number;
  currentEvent: string | null;
  currentMarks: Set<Mark>;
  currentRing: string;
  currentShape: string;
  withPopup: Mark | null;
  conceal: Concealed;
  following: boolean;
  tiles: L.TileLayer | null;
  aboutShown: string;
  scene: string[] | null;
  dark: boolean | null;
  covered: { left: number; right: number };
  isStill: boolean;
  candidates: DrawnCandidate[];
}

/** What a place may be, as the sheet of an event lists it; the map looks at what `isAsked`. */
interface MapCandidate {
  event: string;
  number: string;
  words: string;
  lat: number;
  lon: number;
  isChosen: boolean;
  isAsked: boolean;
}

interface DrawnCandidate extends Viewed {
  told: MapCandidate;
  at: L.LatLng;
  marker: L.Marker;
  sign: HTMLElement;
  label: HTMLElement;
  lines: HTMLElement[];
}

// ------------------------------------------------------------------ what two windows need of each other

/** How a place is drawn by hand (see shapes.js). */
type Shape = "point" | "circle" | "area" | "outline";

/** What is asked for, the points that there are as lat and lon, and what is told; no point gives it up. */
interface MapPick {
  shape: Shape;
  words: Record<string, string>;
  points: Array<[number, number]>;
  done: (points: Array<[number, number]>) => void;
}

interface Window {
  /** What is shown; a map that is drawn later starts there. */
  statementMapStep?: MapShown;
  /** What the map looked at; one that is drawn anew goes on from there. */
  statementMapView?: { center: [number, number]; zoom: number; about: string };
  /** Waits for what is drawn on the map. */
  statementMapPick?: MapPick | null;
  /** What the places of an event may be, and who is told the number of the one that is taken. */
  statementMapOffer?: { candidates: MapCandidate[]; choose: (number: string) => void };
  statementMapHinted?: boolean;
  statementMap?: {
    draw: (
      map: L.Map,
      content: DrawnContent,
      outlines: Outlines | string,
      ground?: Record<string, string>,
    ) => Promise<void>;
    show: (shown: MapShown) => void;
    open: (id: string) => void;
    lookAt: (id: string) => void;
    lookOf: (id: string) => string;
    followOffer: () => void;
    followPick: () => void;
    stage: Stage;
  };
  /** Leaflet's map, in the frame. */
  map?: L.Map;
  CustomEvent: typeof CustomEvent;
}

interface WindowEventMap {
  "statement-map:choose": CustomEvent<{ event: string }>;
  "statement-map:drawn": CustomEvent<undefined>;
}

// ------------------------------------------------------------------ what else the map's modules share

/** What a label or a sign takes up. */
interface Size {
  width: number;
  height: number;
}

/** What is to be placed beside its point, `reach` px off; one that `must` stand covers something. */
interface Placed extends Size {
  at: Spot;
  reach: number;
  must?: boolean;
}

interface Label extends Placed {
  mark: PointMark;
  node: HTMLElement;
}

interface MeasuredName extends Size {
  node: HTMLElement;
  kind: OutlineProperties["kind"];
  at: Spot;
  isDue: boolean;
}

/** A tile of the base map: what Python's base_map reads from its file. */
interface Tile {
  features: GroundFeature[];
  relief?: string;
}

interface GroundFeature {
  type: "Feature";
  geometry: import("geojson").Geometry;
  properties: GroundProperties;
}

interface GroundProperties {
  kind: "town" | "river" | "lake" | "urban";
  name_en?: string;
  [name: `name_${string}`]: string | undefined;
  rank?: number;
  zoom?: number;
  capital?: boolean;
  label?: Position;
}

/** A name of the ground, from a zoom on; its marker is on the map while there is room for it. */
interface GroundName {
  kind: "town" | "river" | "lake";
  at: L.LatLng;
  from: number;
  texts: Record<`name_${string}`, string | undefined>;
  isCapital: boolean;
  isMarked?: boolean;
  marker: L.Marker | null;
}

type Bounded = Mark & { bounds: L.LatLngBounds };

/** Something that a view is about. */
interface Viewed {
  place: { id: string };
  bounds: L.LatLngBounds;
}

/** What may be pressed: a mark, an outline, a button. */
type Operable = HTMLElement | SVGElement;

interface Drawable {
  type: "Feature";
  properties: Record<string, never>;
  geometry: { type: "MultiPolygon"; coordinates: Polygon[] };
}

// ------------------------------------------------------------------ what cards and accounts share

type Dated = Pick<CardEvent, "date" | "look">;

type ToldField = "title" | "text" | "quote" | "topic";

/** A view with an event to tell. */
type ToldView = View & { event: CardEvent };

/** How all stand at a step; `spots` and `moved` are those of standing.js. */
interface Followed {
  accounts: (step: number) => Account[];
  events: (step: number) => State[];
  spots: Uint8Array;
  moved: Set<number>;
}

/** What a day does not exclude, by the account of its paragraph. */
interface DaySection {
  account: State & Account;
  paragraphs: number;
  events: CardEvent[];
  others: CardEvent[];
}

type AccountName = "all" | Account | "placeless";

type Numbers = Record<AccountName, number[]>;

// ------------------------------------------------------------------ the page's components

type Tell = (name: string, value: unknown) => void;

/** What Streamlit hands a component. */
interface Component<Data> {
  data: Data;
  parentElement: HTMLElement;
  setStateValue: Tell;
  setTriggerValue: Tell;
}

/** A QR code with what it stands for, and words about it. */
interface LargeCode {
  code: string;
  link: string;
  words: { label: string; close: string; local: string; size: string };
}

/** The picture of a step as SVG; `number` tells one request from the next. */
interface Picture {
  number: number;
  name: string;
  svg: string;
}

/** What the page remembers between two messages. */
interface Page {
  words: Words;
  dark: boolean;
  presenting: boolean;
  isFocusDue: boolean;
  isListening: boolean;
  rest?: ReturnType<typeof setTimeout>;
  shown: string; // what card and accounts show
  mapped: string; // what the map shows
  covered: { left: number; right: number }; // px of the map
  revealed: { event: string | null; what: string[] };
}

type Send = (shown: { query: string; met: number }) => void;

/** What the page adds to the content (see panels/card.py). */
type PageContent = Content & { hide: string[]; presenting: boolean; map_title: string; panels: string[] };

// ------------------------------------------------------------------ the handout

type HandoutEvent = CardEvent & MapEvent;

type HandoutContent = Omit<Content, "events" | "places"> &
  Omit<DrawnContent, "events" | "places" | "steps"> & {
    places: Array<CardPlace & MapPlace>;
    events: HandoutEvent[];
    statement: { title: Texts; published: Texts; published_basis: Basis };
    boundaries: string;
    ground: Record<string, string>;
  };

// ------------------------------------------------------------------ the page itself

/** What is looked for by a selector is an element of HTML, unless it is said otherwise. */
interface ParentNode {
  querySelector<Found extends Element = HTMLElement>(selectors: string): Found | null;
  querySelectorAll<Found extends Element = HTMLElement>(selectors: string): NodeListOf<Found>;
}

interface Element {
  closest<Found extends Element = HTMLElement>(selectors: string): Found | null;
}
