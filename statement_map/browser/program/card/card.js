/* The card of an event, with the day below it, and what a screen reader is told of both.
 *
 * `statementCard.build(content, view)` returns what stands on the card, `summary` a short text.
 * `content` is made by card_view.card_content. `view` holds the `step`, the `event` or null, what the
 * address names and there is not as `notice`, what is `hidden` from learners ("place",
 * "speaker"), the address that `link(event)` is, and the words, from statementParts.wordsIn.
 *
 * The event's own date comes first; the day of the step is another matter and never stands above it.
 */
import { chapterInWords, withChapter } from "./chapter.js";
import { buildDay } from "./day.js";
import { told, ownDate, dateInWords, link } from "./telling.js";
import { element, fillWith, joined, valueAt, numberIn } from "../parts.js";

const NAMES_MOST = 4; // more places than this are told as a number
/** @type {Array<"after" | "before">} */
const SIDES = ["after", "before"];
const EVERY = ""; // the id under which words bind a whole end of the date

/** @type {(content: CardContent, view: View) => HTMLElement[]} */
export function buildCard(content, view) {
  const { step, event, notice, say } = view;
  const card = [];
  for (const [what, name] of Object.entries(notice ?? {})) {
    card.push(element("p", { class: "notice" }, say(`unknown-${what}`), " ", element("code", {}, name)));
  }
  if (event) card.push(...withChapter(content, { ...view, event }, article(content, { ...view, event })));
  if (content.steps[step]) card.push(buildDay(content, view));
  return card;
}

/** @type {(content: CardContent, view: ToldView) => HTMLElement} */
function article(content, view) {
  const { event, hidden, say } = view;
  const { statement } = content;
  return element(
    "article",
    { class: `event basis-${event.basis} look-${event.look}`, "data-shown": event.id },
    ownDate(event, view, "p"),
    ...(hidden.includes("speaker") ? [] : [element("p", { class: "speaker" }, ...speaker(content, view))]),
    element("h2", {}, ...told(event, "title", view)),
    element("p", { class: "text" }, ...told(event, "text", view)),
    ...(hidden.length ? [questions(view)] : []),
    element(
      "figure",
      { class: "quote" },
      element("blockquote", { lang: statement.language }, ...told(event, "quote", view)),
      element("figcaption", {}, captionOf(statement, view)),
    ),
    ...(hidden.includes("place") ? [] : [places(content, view)]),
    element(
      "p",
      { class: "badges" },
      badge([say(`kind-${event.kind}`)]),
      badge([...topicSign(content, view), ...told(event, "topic", view, content.topics[event.topic])], "topic"),
      ...(event.unreviewed ? [badge([say("not-reviewed")], "unreviewed")] : []),
    ),
    origin(content, view),
    ...(hidden.length ? [] : [explained(content, view)]),
    position(content, view),
  );
}

/** The sign that the topic has on map and axis; it would tell learners what they are to find out.
 *
 * @type {(content: CardContent, view: ToldView) => Child[]}
 */
function topicSign({ shapes }, { event, hidden }) {
  return hidden.length ? [] : [element("i", { class: `topic-sign shape-${shapes[event.topic]}` }), " "];
}

/** @type {(content: CardContent, words: Words) => Child[]} */
function speaker({ statement }, { say, tag }) {
  return [`${say("stated-by")}: `, ...tag(statement.issuer)];
}

/** @type {(statement: CardStatement, words: Words) => string} */
function captionOf({ language, language_name }, { language: shown, say, read }) {
  return say(language === shown ? "quotation" : "quotation-in", { language: read(language_name) });
}

/** @type {(view: View) => HTMLElement} */
function questions({ hidden, say }) {
  const buttons = hidden
    .toReversed()
    .map((what) => element("button", { type: "button", "data-reveal": what }, say(`learn-reveal-${what}`)));
  return element("p", { class: "questions" }, ...buttons.flatMap((button) => [button, " "]));
}

/** @type {(content: CardContent, view: ToldView) => HTMLElement} */
function places(content, { event, say, tag }) {
  if (!event.mentions) return element("p", { class: "places" }, say("no-place"));
  const buttons = event.mentions.map(([id]) =>
    element("button", { type: "button", class: "place-link", "data-place": id }, ...tag(placeOf(content, id).name)),
  );
  return element("p", { class: "places" }, `${say("places")}: `, ...buttons);
}

/** One line: which paragraph, whose, and where to read it.
 *
 * @type {(content: CardContent, view: ToldView) => HTMLElement}
 */
function origin({ statement }, { event, hidden, say, tag }) {
  const numbers = event.paragraphs;
  const which = { number: numbers.join(", "), total: statement.paragraphs };
  /** @type {Child[]} */
  const parts = [say(numbers.length > 1 ? "paragraphs-of" : "paragraph-of", which)];
  if (!hidden.includes("speaker")) {
    const source = { href: statement.url, target: "_blank", rel: "noopener noreferrer" };
    parts.push(" · ", ...tag(statement.issuer));
    if (statement.url) parts.push(" · ", element("a", source, say("attribution-source")));
  }
  return element("p", { class: "origin" }, ...parts);
}

/** @type {(content: CardContent, view: ToldView) => HTMLElement} */
function position(content, { event, language, say }) {
  const number = content.events.indexOf(event) + 1;
  const back = element("a", { href: `#row-${event.id}`, "data-row": event.id }, say("list-back"));
  return element(
    "p",
    { class: "position" },
    say("position", { number, total: numberIn(language, content.events.length) }),
    element("span", { class: "to-list" }, " · ", back),
  );
}

// ------------------------------------------------------------------ where it comes from

/** Where it comes from, why then, and why here: the text's words, the neighbours, the sources.
 *
 * @type {(content: CardContent, view: ToldView) => HTMLElement}
 */
function explained(content, view) {
  const { event, say, tag } = view;
  const parts = [];
  if (event.note)
    parts.push(
      element("aside", { class: "note" }, element("strong", {}, say("editors-note")), " ", ...tag(event.note)),
    );
  parts.push(
    element(
      "dl",
      {},
      fact(say("stated-by"), tag(content.statement.issuer)),
      fact(say("published-in"), tag(content.statement.publisher)),
    ),
  );
  parts.push(
    element("p", {}, element("strong", {}, say(`kind-${event.kind}`)), `: ${say(`kind-explain-${event.kind}`)}`),
  );
  if (event.omissions?.length) parts.push(leftOut(view));
  parts.push(...datedBy(content, view), ...(event.mentions ?? []).map((mention) => located(content, view, mention)));
  const summary = say(event.note ? "why-and-note" : "why");
  return element("details", { class: "why" }, element("summary", {}, summary), ...parts);
}

/** @type {(view: ToldView) => HTMLElement} */
function leftOut({ event, say }) {
  const what = event.omissions.map((each) => element("span", { class: "left-out" }, say(`leaves-out-${each}`)));
  return element("p", {}, say("leaves-out"), " ", ...what.flatMap((each, n) => [n ? ", " : "", each]), ".");
}

/** What the date rests on: for each neighbour the words that bind it, or that the order alone does.
 *
 * @type {(content: CardContent, view: ToldView) => HTMLElement[]}
 */
function datedBy(content, view) {
  const { event, say, tag } = view;
  const phrase = verbatim(content, view, event.when_phrase ?? "");
  const lines = [fillWith(say(`why-date-${event.look}`), { phrase })];
  /** @type {(cue?: string) => Child[]} */
  const rests = (cue) => (cue ? fillWith(say("why-cue"), { cue: verbatim(content, view, cue) }) : [say("why-order")]);
  for (const side of SIDES) {
    const cues = event[`${side}_cue`] ?? {};
    for (const id of event[side] ?? []) {
      const other = content.events.find((each) => each.id === id);
      if (!other) continue;
      const named = [ownDate(other, view, "span"), ": ", link(other, view), ". "];
      lines.push([say(`why-${side}`), " ", ...named, ...rests(cues[id])]);
    }
    if (!event[side] && cues[EVERY]) lines.push([say(`why-end-${side}`), " ", ...rests(cues[EVERY])]);
  }
  if (event.why) lines.push(tag(event.why));
  return lines.map((line) => element("p", {}, ...line));
}

/** @type {(content: CardContent, words: Words, mention: [string, string]) => HTMLElement} */
function located(content, words, [id, phrase]) {
  const { say, read, tag } = words;
  const place = placeOf(content, id);
  const number = place.source_id ? ` (${place.source_id})` : "";
  const facts = [
    place.located_by && say(`why-method-${place.located_by}`),
    place.source && say("why-source", { source: place.source }) + number,
    place.query && say("why-query", { query: place.query }),
    place.retrieved && say("why-retrieved", { date: read(place.retrieved) }),
    place.is_outline && say("why-outline"),
    place.review && say("why-review", { review: place.review }),
    radiusOf(place, words),
    say(`confidence-${place.confidence}`),
  ];
  const named = fillWith(say("why-phrase"), { phrase: verbatim(content, words, phrase) });
  const known = facts.flatMap((each) => (each ? [[each]] : []));
  const note = place.note ? [". ", ...tag(place.note)] : [];
  return element(
    "p",
    {},
    element("strong", {}, ...tag(place.name)),
    ": ",
    ...joined([named, ...known], " · "),
    ...note,
  );
}

/** Words of the statement, in its language.
 *
 * @type {(content: CardContent, words: Words, phrase: string) => Child[]}
 */
function verbatim({ statement }, { tag }, phrase) {
  return tag({ [statement.language]: phrase });
}

/** @type {(place: CardPlace, words: Words) => string} */
function radiusOf({ radius_km: km, radius_as: key }, { language, say }) {
  return km && key ? say(key, { km: numberIn(language, km) }) : "";
}

/** @type {(content: Child[], kind?: string) => HTMLElement} */
function badge(content, kind = "") {
  return element("span", { class: `badge ${kind}`.trim() }, ...content);
}

/** @type {(name: string, value: Child[]) => HTMLElement} */
function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, ...value));
}

/** @type {(content: CardContent, id: string) => CardPlace} */
function placeOf(content, id) {
  return /** @type {CardPlace} */ (content.places.find((place) => place.id === id));
}

// ------------------------------------------------------------------ for those who do not see it

/** The event with its own date, then the day and the places that the map marks for it.
 *
 * @type {(content: CardContent, view: View) => Child[]}
 */
export function summarize(content, view) {
  const { step, event, hidden, say, read } = view;
  const day = content.steps[step]?.day;
  /** @type {Child[][]} */
  const sentences = [];
  if (event) sentences.push(...chapterInWords(content, { ...view, event }));
  if (event) sentences.push([`${dateInWords(event, view)}: `, ...told(event, "title", view)]);
  if (day) sentences.push([`${say("day-shown")} ${read(day)}`]);
  if (day) sentences.push(...(hidden.includes("place") ? [[say("live-hidden")]] : markedInWords(content, view)));
  return joined(sentences.map(stopped), " ");
}

/** The places that the map marks for the day: by name where they are few.
 *
 * @type {(content: CardContent, view: View) => Child[][]}
 */
function markedInWords(content, { step, say, tag }) {
  /** @type {(state: State) => CardPlace[]} */
  const marked = (state) => content.places.filter(({ states }) => valueAt(states, step) === state);
  const [now, possible] = [marked("now"), marked("possible")];
  const rest = [say("live-possible", { n: possible.length })];
  if (!now.length) return [rest];
  const names = now.length > NAMES_MOST ? [[say("live-places", { n: now.length })]] : now.map(({ name }) => tag(name));
  return [fillWith(say("live-now"), { places: joined(names, ", ") }), rest];
}

/** A sentence with one full stop: a date may end in one of its own.
 *
 * @type {(sentence: Child[]) => Child[]}
 */
function stopped(sentence) {
  const last = sentence.at(-1);
  return typeof last === "string" ? [...sentence.slice(0, -1), `${last.replace(/\.+$/, "")}.`] : [...sentence, "."];
}
