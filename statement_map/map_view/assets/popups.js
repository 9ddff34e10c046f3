/* Popups: what a place is, and what the statement tells of it. */
"use strict";

window.statementPopups = (() => {
  const stage = window.statementStage;
  const { element, fill } = window.statementParts;
  const { inWords, isWide, tell } = stage;

  /** By keyboard a popup takes the focus, and gives it back when Escape closes it. */
  function openByKeyboard(mark, node) {
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      mark.openPopup();
      document.querySelector(".leaflet-popup a[data-event]")?.focus({ preventScroll: true });
      stage.map.once("popupclose", () => node.focus({ preventScroll: true }));
    });
  }

  function closeByEscape() {
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") stage.map.closePopup();
    });
  }

  function addPopup(mark, layer) {
    const body = element("div", { class: "popup-body" });
    const filled = () => fillPopup(body, mark);
    layer.bindPopup(filled, popupOptions());
    mark.layer = layer;
    mark.writePopup = () => layer.isPopupOpen() && filled();
    inWords(mark.writePopup);
  }

  /** Popups keep clear of the buttons on the left and the panels on the right. */
  function popupOptions() {
    return {
      maxWidth: 300,
      maxHeight: 260,
      autoPanPaddingTopLeft: [56, isWide() ? 12 : 48],
      autoPanPaddingBottomRight: [isWide() ? 244 : 8, 30],
    };
  }

  function addTooltip(mark, layer, options = {}) {
    const node = element("span");
    inWords(() => (node.textContent = stage.read(mark.place.name)));
    layer.bindTooltip(node, { direction: "top", ...options });
  }

  function fillPopup(body, mark) {
    const { place } = mark;
    stage.withPopup = mark;
    const lines = [stage.words[`map-kind-${place.kind}`]];
    const within = stage.marks.get(place.within)?.place;
    if (within) lines.push(fill(stage.words["map-within"], { place: stage.read(within.name) }));
    if (place.members.length) lines.push(place.members.map(stage.read).join(", "));
    if (place.radius_km) lines.push(fill(stage.words[place.radius_as], { km: place.radius_km.toLocaleString(stage.language) }));
    lines.push(stage.words[`confidence-${place.confidence}`]);
    if (place.source) lines.push(fill(stage.words["why-source"], { source: place.source }));

    const events = element("ul", { class: "popup-events" });
    for (const index of place.events) events.append(eventLine(stage.content.events[index]));
    const written = element(
      "div",
      {},
      element("h2", {}, stage.read(place.name)),
      element("p", { class: "popup-kind" }, lines.filter(Boolean).join(" · ")),
      ...(place.note ? [element("p", { class: "popup-note" }, stage.read(place.note))] : []),
      events,
      ...(place.introduction
        ? [element("p", {}, stage.words["why-introduction"])]
        : []),
      element("p", { class: "popup-source" }, stage.conceal.by ?? fill(stage.words["attribution-short"], { issuer: stage.read(stage.content.issuer) })),
    );
    // What is the same stays: a link must not vanish under the finger that presses it.
    if (written.innerHTML !== body.innerHTML) body.replaceChildren(...written.childNodes);
    return body;
  }

  function eventLine(event) {
    const link = element("a", { href: "#", "data-event": event.id }, stage.conceal.titles?.[event.id] ?? stage.read(event.title));
    if (event.id === stage.currentEvent) link.setAttribute("aria-current", "true");
    link.addEventListener("click", (click) => {
      click.preventDefault();
      // Not before the click is over: Leaflet takes one on what has gone meanwhile for one on the map.
      setTimeout(() => tell("choose", { event: event.id }));
    });
    const detail = [`§ ${event.paragraphs.join(", ")}`, stage.read(event.date)];
    if (event.unreviewed) detail.push(stage.words["not-reviewed"]);
    return element("li", { class: `basis-${event.basis}` }, link, element("small", {}, detail.join(" · ")));
  }

  return { addPopup, addTooltip, closeByEscape, fillPopup, openByKeyboard, popupOptions };
})();
