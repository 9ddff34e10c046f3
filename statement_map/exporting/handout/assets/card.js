/* The card of an event, or of a day, as the app's page has it (panels/templates/card.html).
 *
 * `statementCard(content, view)` returns what stands on the card. `view` holds the step, the event
 * (or null), the id of an event that is `unknown`, and the words: `read(text)`, `say(key, gaps)`.
 */
"use strict";

window.statementCard = (() => {
  const { element, stateAt } = window.statementMap;
  const LIST_MOST = 200; // longer lists are counted on, as in the app

  function build(content, view) {
    const { step, event, unknown, say, read } = view;
    const day = content.steps[step]?.day;
    const inState = (state) =>
      day ? content.events.filter((other) => stateAt(other, step) === state) : [];
    const stated = inState("now");
    const card = [];
    if (day) card.push(element("p", { class: "today" }, read(day)));
    if (unknown) card.push(element("p", { class: "notice" }, say("unknown-event"), " ", element("code", {}, unknown)));
    if (day && !stated.length) card.push(element("p", { class: "notice" }, say("day-none-stated")));
    if (event) card.push(article(content, view));
    if (stated.length > 1 || (stated.length && !stated.includes(event))) {
      card.push(element("h3", {}, say("day-stated")), list(stated, view));
    }
    const possible = inState("possible");
    if (possible.length) card.push(possibly(possible, view));
    return card;
  }

  function article(content, view) {
    const { event, say, read } = view;
    const { statement } = content;
    const note = event.note && element("aside", { class: "note" }, element("strong", {}, say("editors-note")), " ", read(event.note));
    const number = content.events.indexOf(event) + 1;
    return element(
      "article",
      { class: `basis-${event.basis}`, "data-shown": event.id },
      element("p", { class: "badges" }, badge(say(`kind-${event.kind}`)), badge(read(content.topics[event.topic]))),
      element("h2", {}, read(event.title)),
      element("p", { class: "text" }, read(event.text)),
      element(
        "figure",
        { class: "quote" },
        element("blockquote", { lang: statement.language }, event.quote),
        element("figcaption", {}, say("quotation")),
      ),
      element(
        "dl",
        {},
        fact(say("stated-by"), read(content.issuer)),
        fact(say("published-in"), outside(statement.url, read(statement.publisher))),
        fact(say("paragraph"), ...paragraphs(content, view)),
        fact(say("date"), ...date(view)),
        fact(say("places"), ...places(content, view)),
      ),
      ...(note ? [note] : []),
      why(content, view),
      element("p", { class: "position" }, say("position", { number, total: content.events.length })),
    );
  }

  function paragraphs(content, { event, say }) {
    const total = content.statement.paragraphs;
    const place = say("paragraph-of", { number: event.paragraphs.join(", "), total });
    return [place, ...event.omissions.flatMap((what) => [" ", badge(say(`leaves-out-${what}`), "left-out")])];
  }

  function date({ event, step, say, read }) {
    const state = stateAt(event, step);
    const hint = { undated: "selected-undated", earlier: "selected-not-today", later: "selected-not-today" }[state];
    return [
      read(event.date),
      ...(event.basis === "none" ? [] : [" ", badge(say(`basis-${event.basis}`), "basis")]),
      ...(hint ? [element("small", {}, say(hint))] : []),
    ];
  }

  function places(content, { event, say, read }) {
    if (!event.mentions.length) return [say("no-place")];
    return event.mentions.map(([id]) =>
      element("button", { type: "button", class: "place-link", "data-place": id }, read(placeOf(content, id).name)),
    );
  }

  /** Why here, why then: the words of the text, the neighbours, and how each place was found. */
  function why(content, view) {
    const { event, say, read } = view;
    const lines = [];
    if (event.when_phrase) lines.push([say("why-date-stated", { phrase: event.when_phrase })]);
    else if (event.basis === "none") lines.push([say("why-date-none")]);
    if (event.why) lines.push([read(event.why)]);
    for (const side of ["after", "before"]) {
      const neighbours = event[side].map((id) => content.events.find((other) => other.id === id));
      if (neighbours.length) lines.push([say(`why-${side}`), " ", ...neighbours.flatMap((other, n) => [n ? ", " : "", link(other, view), ` (${read(other.date)})`])]);
    }
    for (const mention of event.mentions) lines.push(located(content, view, mention));
    const written = lines.map((parts) => element("p", {}, ...parts));
    return element("details", { class: "why" }, element("summary", {}, say("why")), ...written);
  }

  function located(content, { language, say, read }, [id, phrase]) {
    const place = placeOf(content, id);
    const source = place.source_id ? `${place.source} (${place.source_id})` : place.source;
    const parts = [
      say("why-phrase", { phrase }),
      place.method && say(`why-method-${place.method}`),
      place.source && say("why-source", { source }),
      place.radius_km && say("radius", { km: place.radius_km.toLocaleString(language) }),
      say(`confidence-${place.confidence}`),
    ];
    const note = place.note ? `. ${read(place.note)}` : "";
    return [element("strong", {}, read(place.name)), `: ${parts.filter(Boolean).join(" · ")}${note}`];
  }

  function possibly(events, view) {
    const { event, say, read } = view;
    const explained = element("p", {}, element("small", {}, say("day-explain-possible")));
    return element(
      "details",
      { class: "possible", open: !event },
      element("summary", {}, `${say("day-possible")} (${events.length.toLocaleString(view.language)})`),
      explained,
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

  function link(other, { event, read }) {
    const attributes = { href: `#event=${other.id}`, "data-event": other.id };
    return element("a", { ...attributes, "aria-current": other === event && "true" }, read(other.title));
  }

  function outside(href, text) {
    return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
  }

  function badge(text, kind = "") {
    return element("span", { class: `badge ${kind}`.trim() }, text);
  }

  function fact(name, ...content) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, ...content));
  }

  function placeOf(content, id) {
    return content.places.find((place) => place.id === id);
  }

  return build;
})();
