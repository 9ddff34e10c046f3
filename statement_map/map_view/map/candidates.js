/* What else of its name a place may be, while a map is reviewed: hollow marks, each with its number in
 * the list beside the text, its name and what speaks for it. A click, or Enter, takes one.
 */
import { lonOf } from "./antimeridian.js";
import { overlap } from "./boxes.js";
import { edgeOf, firstFree, placeBeside } from "./layout.js";
import { host, stage } from "./stage.js";
import { element, sure } from "../../browser/program/parts.js";

const SIGN_PX = 26; // as map.css draws it
const GAP_PX = 3; // between a sign and its words
const PADDING_PX = 5; // of the words, as map.css has it
const AROUND_M = 1200; // what is looked at around each

/** Draw those that the page offers now in place of those before. */
export function drawCandidates() {
  for (const { marker } of stage.candidates) marker.remove();
  stage.candidates = (host().statementMapOffer?.candidates ?? []).map(drawCandidate);
  settleCandidates();
}

/** Only those of the event that is shown stand on the map. */
export function settleCandidates() {
  for (const candidate of stage.candidates) {
    if (isShown(candidate)) candidate.marker.addTo(stage.map);
    else candidate.marker.remove();
  }
}

/** Those that the view is about.
 *
 * @type {() => DrawnCandidate[]}
 */
export function candidatesLookedAt() {
  return stage.candidates.filter((candidate) => isShown(candidate) && candidate.told.isAsked);
}

/** @type {(candidate: DrawnCandidate) => boolean} */
function isShown({ told }) {
  return told.event === stage.currentEvent && !stage.conceal.place;
}

/** @type {(told: MapCandidate) => DrawnCandidate} */
function drawCandidate(told) {
  const { number, words, lat, lon, isChosen } = told;
  const at = L.latLng(lat, lonOf(lon));
  const lines = [0, 1].map(() => element("span", { class: "line", hidden: true }));
  const sign = element("span", { class: "number" }, number);
  const label = element("span", { class: "label" }, element("span", {}, element("b", {}, number), ` ${words}`));
  const html = element("span", { class: "icon" }, ...lines, sign, label);
  const icon = L.divIcon({ className: "candidate", html, iconSize: [SIGN_PX, SIGN_PX] });
  const marker = L.marker(at, { icon, keyboard: true, riseOnHover: true, zIndexOffset: 1000 });
  const choose = () => host().statementMapOffer?.choose(number);
  marker.on("click", choose);
  marker.on("add", () => {
    const node = sure(marker.getElement());
    node.setAttribute("aria-label", `${number}: ${words}`);
    node.setAttribute("aria-pressed", String(isChosen));
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  });
  const place = { id: `candidate ${number} at ${lat} ${lon}` };
  return { told, at, marker, sign, label, lines, place, bounds: at.toBounds(2 * AROUND_M) };
}

/** Let signs and words keep clear of each other and of what is `taken`, which they join.
 *
 * Two that lie on one spot stand beside it, and words farther off have a line; words without room wait
 * until they are looked at.
 *
 * @type {(taken: Box[], area: Box) => void}
 */
export function placeCandidates(taken, area) {
  const inSight = stage.candidates
    .filter(isShown)
    .map((candidate) => ({ ...candidate, spot: stage.map.latLngToContainerPoint(candidate.at) }))
    .filter(({ spot: { x, y } }) => x > area.left && x < area.right && y > area.top && y < area.bottom);
  /** @type {Box[]} */
  const signs = [];
  for (const candidate of inSight) signs.push(placeSign(candidate, signs, area));
  taken.push(...signs);
  inSight.forEach((candidate, n) => placeWords(candidate, signs[n], taken, area));
}

/** @type {(candidate: DrawnCandidate & { spot: L.Point }, others: Box[], area: Box) => Box} */
function placeSign({ spot, sign, lines }, others, area) {
  const half = SIGN_PX / 2;
  const own = { left: spot.x - half, top: spot.y - half, right: spot.x + half, bottom: spot.y + half };
  const item = { at: spot, reach: half, width: SIGN_PX, height: SIGN_PX, must: true };
  const box = firstFree([own], others, area) ?? sure(placeBeside(item, others, area));
  sign.style.translate = `${box.left - own.left}px ${box.top - own.top}px`;
  draw(lines[0], spot, middleOf(box), spot);
  return box;
}

/** @type {(candidate: DrawnCandidate & { spot: L.Point }, sign: Box, taken: Box[], area: Box) => void} */
function placeWords({ spot, label, lines }, sign, taken, area) {
  fitToLines(label);
  const { offsetWidth: width, offsetHeight: height } = label;
  const middle = middleOf(sign);
  const item = { at: middle, reach: SIGN_PX / 2 + GAP_PX, width, height, must: true };
  const box = sure(placeBeside(item, taken, area));
  const hasRoom = !taken.some((other) => overlap(box, other));
  const { left, top } = hasRoom ? box : sure(placeBeside(item, [sign], area));
  label.classList.toggle("has-room", hasRoom);
  label.style.translate = `${left - spot.x}px ${top - spot.y}px`;
  draw(lines[1], middle, hasRoom ? edgeOf(box, middle) : middle, spot);
  if (hasRoom) taken.push(box);
}

/** A text that is broken into lines is as wide as the longest of them, not as wide as it may be.
 *
 * @type {(label: HTMLElement) => void}
 */
function fitToLines(label) {
  label.style.width = "";
  const lines = [...sure(label.firstElementChild).getClientRects()];
  const frame = label.offsetWidth - label.clientWidth + 2 * PADDING_PX;
  label.style.width = `${Math.ceil(Math.max(...lines.map(({ width }) => width))) + frame}px`;
}

/** @type {(line: HTMLElement, from: Spot, to: Spot, origin: Spot) => void} */
function draw(line, from, to, origin) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y);
  line.hidden = length < SIGN_PX;
  line.style.width = `${length}px`;
  line.style.translate = `${from.x - origin.x}px ${from.y - origin.y}px`;
  line.style.rotate = `${Math.atan2(y, x)}rad`;
}

/** @type {(box: Box) => Spot} */
function middleOf({ left, top, right, bottom }) {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
