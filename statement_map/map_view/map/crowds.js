/* Marks that crowd: those that would cover one another stand for a while as one, with their number.
 *
 * No mark is moved: a crowd is drawn where one of its places lies, and the others lie within
 * APART_PX of it (marker clustering). It opens into callouts, whose lines end where each lies; a
 * close-up of a city opens a small one by itself.
 */
import { groupsOf } from "./grouping.js";
import { openList } from "./popups.js";
import { stage, inWords, isCrowded, isPoint, isWide } from "./stage.js";
import { element, wordsIn, sure, numberIn } from "../../browser/program/parts.js";

const SIGN_PX = 22; // what the sign of a mark takes up
const SIGN_LEAST = 0.55; // and how much smaller it may become
const CLOSE_UP = { from: 9, most: 3 }; // zoom of the map, where a city fills it, and places of a crowd
/** @type {State[]} */
const STATES = ["now", "possible", "open", "earlier", "later"];

let refit = () => {}; // when a crowd opens, names find their places anew

/** Gather the marks into crowds at this zoom; those that stay the same stay open. */
function gather() {
  if (isCrowded()) return;
  const points = [...stage.marks.values()].filter(isPoint);
  const spots = points.map((mark) => stage.map.project(mark.at));
  const found = groupsOf(spots).map((group) => group.map((i) => points[i]));
  const before = new Map(stage.crowds.map((crowd) => [keyOf(crowd.members), crowd]));
  stage.crowds = found.map((members) => before.get(keyOf(members)) ?? drawCrowd(members));
  const anew = stage.crowds.filter((crowd) => !before.has(keyOf(crowd.members)));
  for (const crowd of before.values()) if (!stage.crowds.includes(crowd)) crowd.marker.remove();
  const crowded = new Set(found.flat());
  for (const mark of points) {
    mark.nodes[0].classList.toggle("in-crowd", crowded.has(mark));
    mark.nodes[0].classList.remove("in-open-crowd");
  }
  shrink(points.filter((mark) => !crowded.has(mark)));
  openFew(anew);
  dressCrowds();
}

/** Open small crowds of a close-up, where there is room for all callouts. @type {(crowds: Crowd[]) => void} */
function openFew(crowds) {
  if (!isWide() || stage.map.getZoom() < CLOSE_UP.from) return;
  const few = crowds.filter(({ members }) => members.length <= CLOSE_UP.most);
  if (!few.length) return;
  for (const crowd of few) crowd.isOpen = true;
  refit();
  for (const crowd of few) crowd.isOpen = Boolean(crowd.isCalledOut);
}

/** @type {(members: Mark[]) => string} */
function keyOf(members) {
  return members.map(({ place }) => place.id).join(" ");
}

/** Marks that stand side by side become so small that they do not overlap.
 *
 * @type {(alone: PointMark[]) => void}
 */
function shrink(alone) {
  const signs = [...alone.map(({ at }) => at), ...stage.crowds.map(({ at }) => at)].map((at) => stage.map.project(at));
  alone.forEach((mark, i) => {
    const nearest = Math.min(...signs.map((spot, j) => (i === j ? Infinity : spot.distanceTo(signs[i]))));
    mark.shrunk = Math.max(Math.min(nearest / SIGN_PX, 1), SIGN_LEAST);
    /** @type {HTMLElement} */ (mark.nodes[0]).style.setProperty("--shrink", `${mark.shrunk}`);
  });
}

/** @type {(members: PointMark[]) => Crowd} */
function drawCrowd(members) {
  const { at } = members[0];
  const icon = L.divIcon({ className: "crowd", html: "", iconSize: [32, 32] });
  const marker = L.marker(at, { icon, zIndexOffset: 1000, keyboard: true }).addTo(stage.map);
  const node = sure(marker.getElement());
  /** @type {Crowd} */
  const crowd = { at, members, marker, node, isOpen: false };
  members[0].nodes[0].before(node); // the keyboard comes to it before it comes to its places
  node.append(element("span", { class: "icon" }));
  node.setAttribute("role", "button");
  marker.on("click", () => toggle(crowd));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    toggle(crowd);
  });
  return crowd;
}

/** Show how many of its places are in which state. */
export function dressCrowds() {
  const { say } = wordsIn(stage.language, stage.words);
  for (const { members, node, isOpen } of stage.crowds) {
    /** @type {Array<[State, number]>} */
    const counts = STATES.map((state) => [state, members.filter((mark) => mark.state === state).length]);
    const shares = counts
      .filter(([, n]) => n)
      .map(([state, n]) => {
        const look = state === "open" ? "is-possible is-undated" : `is-${state}`;
        return element(
          "span",
          { class: `share ${look}` },
          element("span", { class: "glyph" }, numberIn(stage.language, n)),
        );
      });
    sure(node.firstElementChild).replaceChildren(...shares);
    node.classList.toggle(
      "has-current",
      members.some((mark) => stage.currentMarks.has(mark)),
    );
    node.setAttribute("aria-expanded", `${isOpen}`);
    for (const mark of members) mark.nodes[0].classList.toggle("in-open-crowd", isOpen);
    const told = counts.filter(([, n]) => n).map(([state, n]) => `${stage.words[`state-${state}`]}: ${n}`);
    const names = members.map(({ place }) => stage.read(place.name));
    node.setAttribute(
      "aria-label",
      `${say("map-crowd", { n: members.length })}: ${names.join("; ")} (${told.join(", ")})`,
    );
  }
}

/** @type {(crowd: Crowd) => void} */
function toggle(crowd) {
  const opens = !crowd.isOpen;
  closeCrowds();
  stage.map.closePopup();
  crowd.isOpen = opens;
  refit();
  // More than there is room for beside the spot stand in a list.
  if (crowd.isOpen && !crowd.isCalledOut) {
    crowd.isOpen = false;
    openList(crowd);
    refit();
  }
  dressCrowds();
}

export function closeCrowds() {
  const open = stage.crowds.filter(({ isOpen }) => isOpen);
  for (const crowd of open) crowd.isOpen = false;
  if (!open.length) return;
  dressCrowds();
  refit();
}

/** Follow the zoom, the language, and clicks beside; `fit` is called when names have to move.
 *
 * @type {(fit: () => void) => void}
 */
export function watchCrowds(fit) {
  gather();
  refit = fit;
  stage.map.on("zoomend", gather);
  stage.map.on("click", closeCrowds);
  // Escape closes a popup first; this listener comes before the one that does.
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Escape" && !document.querySelector(".leaflet-popup")) closeCrowds();
    },
    true,
  );
  inWords(dressCrowds);
}
