/* The card of an event or a day, and what a screen reader is told of it.
 *
 * `statementCard.build(content, view)` returns what stands on the card, `summary` a short text.
 * `told` and `link` are what accounts.js shares. `content` is made by card_view.card_content. `view` holds the `step`, the `event` or null, the id
 * in the address that no event has as `unknown`, what is `hidden` from learners ("place",
 * "speaker"), the address that `link(event)` is, and the words, from statementParts.wordsIn.
 */
"use strict";

window.statementCard = (() => {
  const { element, valueAt, withGaps } = window.statementParts;
  const LIST_MOST = 200; // longer lists are counted on
  const NAMES_MOST = 4; // more places than this are told as a number

  function build(content, view) {
    const { step, event, unknown, say, read } = view;
    const day = content.steps[step]?.full_day;
    const stated = day ? inState(content, "now", step) : [];
    const possible = day ? inState(content, "possible", step) : [];
    const card = [];
    if (day) card.push(element("p", { class: "day" }, read(day)));
    if (unknown) card.push(element("p", { class: "notice" }, say("unknown-event"), " ", element("code", {}, unknown)));
    if (day && !stated.length) card.push(element("p", { class: "notice no-stated" }, say("day-none-stated")));
    if (event) card.push(article(content, view));
    if (stated.length > 1 || (stated.length && !stated.includes(event))) {
      card.push(element("h3", {}, say("day-stated")), list(stated, view));
    }
    if (possible.length) card.push(possibly(possible, view));
    return card;
  }

  function verbatim({ language, language_name }, { language: shown, say, read }) {
    return say(language === shown ? "quotation" : "quotation-in", { language: read(language_name) });
  }

  function inState(content, state, step) {
    return content.events.filter(({ states }) => valueAt(states, step) === state);
  }

  function article(content, view) {
    const { event, hidden, say, read } = view;
    const { statement } = content;
    const number = content.events.indexOf(event) + 1;
    const back = element("a", { href: `#row-${event.id}`, "data-row": event.id }, say("list-back"));
    return element(
      "article",
      { class: `event basis-${event.basis}`, "data-shown": event.id },
      element(
        "p",
        { class: "badges" },
        badge([say(`kind-${event.kind}`)]),
        badge(told(event, "topic", view, content.topics[event.topic]), "topic"),
        ...(event.unreviewed ? [badge([say("not-reviewed")], "unreviewed")] : []),
      ),
      element("h2", {}, ...told(event, "title", view)),
      element("p", { class: "text" }, ...told(event, "text", view)),
      ...(hidden.length ? [questions(view)] : []),
      element(
        "figure",
        { class: "quote" },
        element("blockquote", { lang: statement.language }, ...told(event, "quote", view)),
        element("figcaption", {}, verbatim(statement, view)),
      ),
      element(
        "dl",
        {},
        ...(hidden.includes("speaker") ? [] : speaker(content, view)),
        fact(say("paragraph"), element("dd", {}, ...paragraphs(content, view))),
        fact(say("date"), date(view)),
        ...(hidden.includes("place") ? [] : [fact(say("places"), element("dd", {}, ...places(content, view)))]),
      ),
      ...(hidden.length ? [] : explained(content, view)),
      element(
        "p",
        { class: "position" },
        say("position", { number, total: content.events.length.toLocaleString(view.language) }),
        element("span", { class: "to-list" }, " · ", back),
      ),
    );
  }

  /** A text of an event, with gaps for what is hidden. */
  function told(event, field, view, text = event[field]) {
    const { read, say } = view;
    const hidden = event === view.event ? view.hidden : (view.hide ?? view.hidden);
    const veiled = hidden.length && event.veiled?.[hidden.join("+")]?.[field];
    if (veiled) return withGaps(veiled, say("learn-gap"));
    return [typeof text === "string" ? text : read(text)];
  }

  function questions({ hidden, say }) {
    const buttons = hidden.toReversed().map((what) =>
      element("button", { type: "button", "data-reveal": what }, say(`learn-reveal-${what}`)),
    );
    return element("p", { class: "questions" }, ...buttons.flatMap((button) => [button, " "]));
  }

  function speaker({ statement }, { say, read }) {
    const { issuer, publisher, url } = statement;
    const published = element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, read(publisher));
    return [
      fact(say("stated-by"), element("dd", {}, read(issuer))),
      fact(say("published-in"), element("dd", {}, published)),
    ];
  }

  function paragraphs(content, { event, hidden, say }) {
    const total = content.statement.paragraphs;
    const which = say("paragraph-of", { number: event.paragraphs.join(", "), total });
    const left = hidden.length ? [] : event.omissions;
    return [which, ...left.flatMap((what) => [" ", badge([say(`leaves-out-${what}`)], "left-out")])];
  }

  function date({ event, step, say, read }) {
    const state = valueAt(event.states, step);
    const undated = event.basis === "none" && "selected-undated";
    const hint = { open: undated, earlier: "selected-not-today", later: "selected-not-today" }[state];
    return element(
      "dd",
      { class: "date" },
      read(event.date),
      ...(event.basis === "none" ? [] : [" ", badge([say(`basis-${event.basis}`)], "basis")]),
      ...(hint ? [" ", element("small", {}, say(hint))] : []),
    );
  }

  function places(content, { event, say, read }) {
    if (!event.mentions) return [say("no-place")];
    return event.mentions.map(([id]) =>
      element("button", { type: "button", class: "place-link", "data-place": id }, read(placeOf(content, id).name)),
    );
  }

  /** The editor's note, and why here, why then: the text's words, the neighbours, the sources. */
  function explained(content, view) {
    const { event, say, read } = view;
    const lines = [];
    if (event.when_phrase) lines.push([say("why-date-stated", { phrase: event.when_phrase })]);
    else if (event.basis === "none") lines.push([say("why-date-none")]);
    if (event.why) lines.push([read(event.why)]);
    for (const side of ["after", "before"]) {
      const neighbours = (event[side] ?? []).map((id) => content.events.find((other) => other.id === id));
      const named = neighbours.flatMap((other, n) => [n ? ", " : " ", link(other, view), ` (${read(other.date)})`]);
      if (named.length) lines.push([say(`why-${side}`), ...named]);
    }
    for (const mention of event.mentions ?? []) lines.push(located(content, view, mention));
    const why = element("details", { class: "why" }, element("summary", {}, say("why")));
    why.append(...lines.map((parts) => element("p", {}, ...parts)));
    if (!event.note) return [why];
    const heading = element("strong", {}, say("editors-note"));
    return [element("aside", { class: "note" }, heading, " ", read(event.note)), why];
  }

  function located(content, { language, say, read }, [id, phrase]) {
    const place = placeOf(content, id);
    const number = place.source_id ? ` (${place.source_id})` : "";
    const parts = [
      say("why-phrase", { phrase }),
      place.method && say(`why-method-${place.method}`),
      place.source && say("why-source", { source: place.source }) + number,
      place.query && say("why-query", { query: place.query }),
      place.retrieved && say("why-retrieved", { date: read(place.retrieved) }),
      place.is_outline && say("why-outline"),
      place.review && say("why-review", { review: place.review }),
      place.radius_km && say("radius", { km: place.radius_km.toLocaleString(language) }),
      say(`confidence-${place.confidence}`),
    ];
    const note = place.note ? `. ${read(place.note)}` : "";
    return [element("strong", {}, read(place.name)), `: ${parts.filter(Boolean).join(" · ")}${note}`];
  }

  function possibly(events, view) {
    const { event, say, read } = view;
    return element(
      "details",
      { class: "possible", open: !event },
      element("summary", {}, `${say("day-possible")} (${events.length.toLocaleString(view.language)})`),
      element("p", {}, element("small", {}, say("day-explain-possible"))),
      list(events, view, (other) => [" ", element("small", {}, read(other.date))]),
    );
  }

  function list(events, view, more = () => []) {
    const rows = events
      .slice(0, LIST_MOST)
      .map((other) => element("li", { class: `basis-${other.basis}` }, link(other, view), ...more(other)));
    if (events.length > LIST_MOST) rows.push(element("li", {}, `+${events.length - LIST_MOST}`));
    return element("ul", { class: "events" }, ...rows);
  }

  /** A link to another event, by its title. */
  function link(other, view) {
    const attributes = { href: view.link(other), target: "_self", "data-event": other.id };
    const current = other === view.event && "true";
    return element("a", { ...attributes, "aria-current": current }, ...told(other, "title", view));
  }

  function badge(content, kind = "") {
    return element("span", { class: `badge ${kind}`.trim() }, ...content);
  }

  function fact(name, told) {
    return element("div", {}, element("dt", {}, name), told);
  }

  function placeOf(content, id) {
    return content.places.find((place) => place.id === id);
  }

  /** The day, the event and the places that the map marks, for those who do not see it. */
  function summary(content, view) {
    const { step, event, hidden, say, read } = view;
    const day = content.steps[step]?.day;
    const sentences = [];
    if (day) sentences.push(read(day));
    if (event) sentences.push(plain(told(event, "title", view)));
    if (day && hidden.includes("place")) sentences.push(say("live-hidden"));
    else if (day) {
      const marked = (state) => content.places.filter(({ states }) => valueAt(states, step) === state);
      const [now, possible] = [marked("now"), marked("possible")];
      const names = now.map(({ name }) => read(name)).join(", ");
      if (now.length) {
        sentences.push(say("live-now", { places: now.length > NAMES_MOST ? say("live-places", { n: now.length }) : names }));
      }
      sentences.push(say("live-possible", { n: possible.length }));
    }
    return sentences.map((sentence) => `${sentence.replace(/\.+$/, "")}.`).join(" ");
  }

  function plain(parts) {
    return parts.map((part) => part.textContent ?? part).join("");
  }

  return { build, summary, link, plain, told };
})();
