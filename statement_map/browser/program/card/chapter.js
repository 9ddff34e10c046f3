/* What a chapter adds to the card of the event that it tells: its title and how far the story is
 * above, and below all that it does not tell, so that nothing is left out.
 *
 * `content` and `view` are those of card.js.
 */
import { dated } from "./telling.js";
import { element, numberIn } from "../parts.js";

/** The chapter that is told, where the walk goes by chapter.
 *
 * @type {(content: CardContent, view: ToldView) => CardChapter | undefined}
 */
function chapterOf({ chapters }, { by, event }) {
  return by === "chapter" ? chapters[event.chapter ?? -1] : undefined;
}

/** The card of an event, between what its chapter adds where there is one.
 *
 * @type {(content: CardContent, view: ToldView, card: HTMLElement) => HTMLElement[]}
 */
export function withChapter(content, view, card) {
  const chapter = chapterOf(content, view);
  return chapter ? [head(content, view, chapter), card, rest(content, view, chapter)] : [card];
}

/** Which chapter it is, for those who do not see it.
 *
 * @type {(content: CardContent, view: ToldView) => Child[][]}
 */
export function chapterInWords(content, view) {
  const chapter = chapterOf(content, view);
  return chapter ? [[position(content, view, chapter)], ...title(view, chapter)] : [];
}

/** @type {(content: CardContent, words: Words, chapter: CardChapter) => string} */
function position({ chapters }, { language, say }, chapter) {
  const number = numberIn(language, chapters.indexOf(chapter) + 1);
  return say("chapter-of", { number, total: numberIn(language, chapters.length) });
}

/** A title tells who speaks and where: none stands above what learners are to find out.
 *
 * @type {(view: View, chapter: CardChapter) => Child[][]}
 */
function title({ hidden, hide, tag }, chapter) {
  return (hide ?? hidden).length ? [] : [tag(chapter.title)];
}

/** @type {(content: CardContent, view: ToldView, chapter: CardChapter) => HTMLElement} */
function head(content, view, chapter) {
  const at = content.chapters.indexOf(chapter);
  const stops = content.chapters.map((_, n) => element("i", { class: n < at ? "is-told" : n === at && "is-shown" }));
  return element(
    "header",
    { class: "chapter" },
    element("p", { class: "progress", "aria-hidden": "true" }, ...stops),
    element("p", { class: "chapter-number" }, position(content, view, chapter)),
    ...title(view, chapter).map((words) => element("h2", {}, ...words)),
  );
}

/** The other events of a chapter: those that its editor named, and how many more there are.
 *
 * @type {(content: CardContent, view: ToldView, chapter: CardChapter) => HTMLElement}
 */
function rest({ chapters, events }, view, chapter) {
  const { event, say } = view;
  const at = chapters.indexOf(chapter);
  const named = chapter.events.map((n) => events[n]);
  const also = named.filter((each) => each !== event);
  const more = events.filter((each) => each.chapter === at && each !== event && !named.includes(each));
  const section = element("section", { class: "of-chapter" });
  if (also.length) section.append(element("h3", {}, say("chapter-also")), list(also, view));
  if (more.length) {
    const summary = element("summary", {}, say("chapter-more", { n: more.length }));
    section.append(element("details", { class: "more" }, summary, list(more, view)));
  }
  return section;
}

/** @type {(events: CardEvent[], view: ToldView) => HTMLElement} */
function list(events, view) {
  const lines = dated(events, view).map(({ look, parts }) => element("li", { class: `look-${look}` }, ...parts));
  return element("ul", { class: "events" }, ...lines);
}
