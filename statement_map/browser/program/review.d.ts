/* What the review page is told, remembers and keeps. */

/** What a run of the review page says (see panels/review). */
interface ReviewTold {
  session: string;
  desk: string | null;
  digest: string | null;
  record: string | null;
  about: { title: string; seen: number; of: number; state: string };
  kept: Record<string, unknown> | null;
  forget: string | null;
  erase: boolean;
  refused: string | null;
  words: Record<string, string>;
  language: string;
  unsaved: boolean;
  picking: Picking | null;
  place: { id: string; at: string } | null;
}

/** A place that waits for what is drawn on the map. */
interface Picking {
  place: string;
  shape: Shape;
  isOnSheet: boolean;
  words: Record<string, string>;
}

/** A work on the shelf. */
interface Stored {
  id: string;
  title: string;
  seen: number;
  of: number;
  state: string;
  at: number;
  work: Record<string, unknown>;
  refused?: boolean;
}

/** A work on its way to the shelf, with the states of it that its tab knows. */
interface Pending {
  work: Stored;
  digest: string | null;
  known: string[];
  isNew: boolean;
}

/** What the list of works is told. */
interface ListTold {
  words: Record<string, string>;
  language: string;
}

/** What is said over the page. */
interface Notices {
  words: Record<string, string>;
  language: string;
  told: { name: string; at?: number; record?: string } | null;
  save: (record: string) => void;
}

/** A small store of the browser's. */
interface Store {
  read: (name: string, isRight: (value: any) => boolean) => any;
  write: (name: string, value: unknown) => boolean;
  remove: (name: string) => void;
  names: () => string[];
}

/** A field of a form that something was typed into. */
interface TypedPath {
  key: string;
  kind: string;
  id: string;
  path: Array<string | number>;
}

interface TypedEntry extends TypedPath {
  value: string;
  sent: { messages: number; digest: string | null } | null;
}

type TypedFound = Omit<TypedPath, "key"> & { value: string };

/** What was typed, into which work, and which run of the page is the latest. */
interface Typing {
  entries: Record<string, TypedEntry>;
  record: string | null;
  run: { messages: number; desk: string | null; digest: string | null };
  isListening: boolean;
}

/** What the review page remembers between two messages. */
interface ReviewDesk {
  tell: Tell;
  unsaved: boolean;
  isListening: boolean;
  picking: Picking | null;
  place: ReviewTold["place"];
  looked: ReviewTold["place"];
  shown: string | null;
}

/** What is remembered of the work that is kept; `known` are the states of it that this tab knows. */
interface Keeping {
  messages: number;
  tell: Tell;
  line: Promise<void>;
  session: string | null;
  open: Open | null;
  known: string[];
  pending: Pending | null;
  digest: string | null;
  kept: string | null;
  wanted: string | null;
  forgotten: string | null;
}

/** Which work a tab has open, for which desk; it is stale while what is kept is older. */
interface Open {
  record: string;
  desk: string | null;
  isStale: boolean;
}
