/* The handout: what the app's page does, without a server and without a network.
 *
 * Everything comes from the JSON in #content, and text reaches the page through textContent alone.
 * The address keeps the view, as the app's does: `#date=2022-01-05&event=...&lang=en`. The keys are
 * the app's too: arrows and Home and End go by event, on the slider by day; the space bar plays.
 */
"use strict";

(() => {
  const { element, refill, wordsIn } = window.statementParts;
  const { neighbour, stepOf } = window.statementSequence;
  const { ownDate } = window.statementTelling;
  const content = JSON.parse(byId("content").textContent);
  const { steps, events, statement } = content;
  const positions = new Map(events.map(({ id }, position) => [id, position]));
  const ROWS_AT_ONCE = 200; // a longer list would slow every step down
  const PLAY_MS = 2000;
  const REST_MS = 200; // browsers allow only so many changes of the address in a minute

  let language; // a code
  let read, say; // the words of that language
  let step = 0;
  let chosen = null; // the id of an event that was chosen, or null
  let unknown = null; // the id in the address that no event has
  let opened = null; // the account whose list is open
  let timer = 0;
  let rest = 0;
  const slider = byId("day");
  const links = new Map(); // event id -> its link in the list

  function byId(id) {
    return document.getElementById(id);
  }

  // ------------------------------------------------------------------ words

  function speak(code) {
    language = code;
    ({ read, say } = wordsIn(code, content.words[code]));
    document.title = read(statement.title);
    const gaps = {
      issuer: read(content.issuer),
      publisher: read(statement.publisher),
      date: read(statement.published),
      basis: say(`list-basis-${statement.published_basis}`),
      language: read(statement.language_name),
      n: statement.paragraphs,
    };
    for (const node of document.querySelectorAll("[data-words]")) {
      node.textContent = say(node.dataset.words, gaps);
    }
    for (const node of document.querySelectorAll("[data-in]")) node.hidden = node.dataset.in !== code;
    for (const node of document.querySelectorAll("[data-label]")) {
      node.setAttribute("aria-label", say(node.dataset.label));
    }
    document.querySelector("[data-text=title]").textContent = read(statement.title);
    byId("card").setAttribute("aria-label", say("card-label"));
    byId("all").textContent = say("all-events", { n: events.length });
    document.querySelector(`.languages [value="${code}"]`).checked = true;
    writeList();
    namePlay();
  }

  // ------------------------------------------------------------------ where we are

  function current() {
    return events[positions.get(chosen ?? steps[step]?.event)] ?? null;
  }

  function within(at) {
    return Math.min(Math.max(at, 0), Math.max(steps.length - 1, 0));
  }

  function goToDay(at) {
    step = within(at);
    chosen = unknown = null;
    show();
  }

  /** The day follows an event: the shown one if the event can be then, else the nearest. */
  function goToEvent(id) {
    const event = events[positions.get(id)];
    if (!event) return;
    step = stepOf(event, step);
    chosen = id;
    unknown = null;
    show();
  }

  function next(offset) {
    return neighbour(content, { event: current(), step }, offset);
  }

  function walk(offset) {
    const event = next(offset);
    if (event) goToEvent(event.id);
    return Boolean(event);
  }

  function readAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const codes = Object.keys(content.words);
    const preferred = navigator.languages.map((tag) => tag.split("-")[0]);
    const code = [asked.get("lang"), language, ...preferred].find((each) => codes.includes(each));
    if ((code ?? codes[0]) !== language) speak(code ?? codes[0]);
    const event = events[positions.get(asked.get("event"))];
    chosen = event?.id ?? null;
    unknown = event ? null : asked.get("event");
    const at = steps.findIndex(({ date }) => date === asked.get("date"));
    step = at < 0 ? within(event?.span?.[0] ?? 0) : at;
    show();
  }

  function writeAddress() {
    const view = { date: steps[step]?.date, event: chosen ?? unknown, lang: language };
    const known = Object.entries(view).filter(([, value]) => value);
    history.replaceState(null, "", `#${new URLSearchParams(known)}`);
  }

  // ------------------------------------------------------------------ showing a step

  function show() {
    const event = current();
    const day = steps[step];
    slider.value = step;
    if (day) {
      slider.setAttribute("aria-valuetext", read(day.full_day));
      byId("shown").textContent = read(day.full_day);
    }
    byId("previous").disabled = !next(-1);
    byId("next").disabled = !next(+1);
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const view = { date: day?.date, event: event?.id ?? null, language, dark };
    window.statementMapStep = view; // where a map that is drawn later starts
    window.statementMap.show(view);
    markCurrent(event);
    const cardView = { step, event, unknown, hidden: [], opened, language, read, say, link: hrefOf };
    refill(byId("card"), window.statementCard.build(content, cardView));
    refill(byId("accounts"), window.statementAccounts(content, cardView));
    clearTimeout(rest);
    rest = setTimeout(() => {
      writeAddress();
      byId("told").textContent = window.statementCard.summary(content, cardView);
    }, REST_MS);
  }

  function hrefOf({ id }) {
    return `#event=${id}`;
  }

  function markCurrent(event) {
    document.querySelector(".event-list [aria-current]")?.removeAttribute("aria-current");
    links.get(event?.id)?.setAttribute("aria-current", "true");
  }

  // ------------------------------------------------------------------ the list

  function writeList(most = Math.max(links.size, ROWS_AT_ONCE)) {
    const names = new Map(content.places.map(({ id, name }) => [id, read(name)]));
    links.clear();
    const rows = events.slice(0, most).map((event) => {
      const link = element("a", { href: hrefOf(event), "data-event": event.id }, read(event.title));
      links.set(event.id, link);
      const paragraph = say("paragraph-short", { number: event.paragraphs.join(", ") });
      const where = event.places.map((id) => names.get(id)).join(", ") || say("no-location");
      const about = [paragraph, say(`kind-${event.kind}`), where].join(" · ");
      const date = ownDate(event, { read, say });
      return element("li", { class: `look-${event.look}` }, date, link, element("small", {}, about));
    });
    byId("events").replaceChildren(...rows);
    const left = events.length - rows.length;
    byId("more").hidden = !left;
    if (left) byId("more").textContent = say("list-more", { n: Math.min(ROWS_AT_ONCE, left) });
  }

  // ------------------------------------------------------------------ playing

  function play(on) {
    clearInterval(timer);
    timer = on ? setInterval(() => walk(+1) || play(false), PLAY_MS) : 0;
    if (on && !next(+1)) goToEvent(events[0].id);
    namePlay();
  }

  function namePlay() {
    byId("play").textContent = timer ? `❚❚ ${say("pause")}` : `▶ ${say("play")}`;
  }

  // ------------------------------------------------------------------ keys and clicks

  const KEYS = {
    ArrowLeft: () => walk(-1),
    ArrowRight: () => walk(+1),
    Home: () => goToEvent(events[0].id),
    End: () => goToEvent(events.at(-1).id),
    " ": () => play(!timer),
  };

  function press(event) {
    const { key, target } = event;
    if (!(key in KEYS) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const own = key === " " ? "a, button, summary, [type=radio], #map *" : "input, #map, #map *";
    if (target.closest(own)) return; // keys that mean something else there
    event.preventDefault();
    if (key !== " ") play(false);
    KEYS[key]();
  }

  function click(event) {
    const target = event.target.closest("a[data-event], [data-place], [data-account], [data-row]");
    const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey;
    if (!target || event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    play(false);
    const { event: id, place, account, row } = target.dataset;
    if (account) {
      opened = opened === account ? null : account;
      show();
    } else if (row) goToRow(row);
    else if (place) window.statementMap.open(place);
    else goToEvent(id);
    if (place) bringIntoView(byId("map"));
    else if (id) bringIntoView(byId("card"));
  }

  /** Go up to map and card if `part`, which was just changed, begins out of sight. */
  function bringIntoView(part) {
    const { top } = part.getBoundingClientRect();
    const claim = document.querySelector(".claim").getBoundingClientRect();
    if (top < 0 || top > claim.top) document.querySelector(".page").scrollIntoView();
  }

  function goToRow(id) {
    const node = links.get(id) ?? byId("all");
    node.scrollIntoView({ block: "center" });
    node.focus({ preventScroll: true });
  }

  function listen() {
    const stopped = (go) => () => {
      play(false);
      go();
    };
    byId("previous").addEventListener("click", stopped(() => walk(-1)));
    byId("next").addEventListener("click", stopped(() => walk(+1)));
    byId("play").addEventListener("click", () => play(!timer));
    slider.addEventListener("input", stopped(() => goToDay(Number(slider.value))));
    document.querySelector(".languages").addEventListener("change", ({ target }) => {
      speak(target.value);
      show();
    });
    byId("more").addEventListener("click", () => {
      writeList(links.size + ROWS_AT_ONCE);
      markCurrent(current());
    });
    document.addEventListener("keydown", press);
    document.addEventListener("click", click);
    window.addEventListener("statement-map:choose", ({ detail }) => goToEvent(detail.event));
    window.addEventListener("hashchange", readAddress);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  }

  // ------------------------------------------------------------------ paper

  /** On paper the map has a size of its own, light colours, and its panels below it, opened. */
  function fitPaper(map) {
    const root = document.documentElement;
    const box = map.getContainer();
    const panels = box.querySelector(".leaflet-top.leaflet-right");
    const home = panels.parentNode;
    let before;
    const fit = () => {
      map.invalidateSize({ animate: false, pan: false });
      map.fitBounds(before.bounds, { animate: false });
    };
    window.addEventListener("beforeprint", () => {
      const closed = [...panels.querySelectorAll("details:not([open])")];
      before = { bounds: map.getBounds(), dark: root.classList.contains("dark"), closed };
      for (const panel of closed) panel.open = true;
      root.classList.remove("dark");
      box.classList.add("paper");
      box.after(panels);
      fit();
    });
    window.addEventListener("afterprint", () => {
      for (const panel of before.closed) panel.open = false;
      root.classList.toggle("dark", before.dark);
      box.classList.remove("paper");
      home.append(panels);
      fit();
    });
  }

  // ------------------------------------------------------------------ all of it

  slider.max = Math.max(steps.length - 1, 0);
  document.querySelector(".days").hidden = steps.length < 2;
  readAddress();
  const map = L.map("map", { center: [0, 0], zoom: 1, zoomSnap: 0.5 });
  window.statementMap.draw(map, content, content.boundaries);
  fitPaper(map);
  listen();
})();
