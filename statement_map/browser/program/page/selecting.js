/* Words of a text that are selected, by pointer or by keys, and what they are to be.
 *
 * With the focus in the text, Shift and an arrow select: first the mark that has the focus, or the
 * first word of the paragraph on top, then word by word further on, with Alt letter by letter. The
 * selection is made what a button says, or its key.
 */
import { listenForKeys } from "../presses.js";
import { leadBack } from "./sheet.js";

const TEXT = ".review-text .text";
const PARAGRAPH = ".review-text [data-paragraph]";
/** @type {{ tell: Tell, selected: { words: string, paragraph: number } | null, isListening: boolean }} */
const selecting = { tell: () => {}, selected: null, isListening: false };

/** @type {(tell: Tell) => void} */
export function followSelection(tell) {
  selecting.tell = tell;
  readSelection(); // the buttons may be other ones than before
  if (selecting.isListening) return;
  selecting.isListening = true;
  document.addEventListener("selectionchange", readSelection);
  document.addEventListener("keydown", selectByKey, true); // before an arrow steps
  document.addEventListener("click", endSelecting, true);
  document.addEventListener("pointerdown", beginByPointer, true);
  const keys = [..."edpqEDPQ"].map((key) => /** @type {const} */ ([key, () => pressButton(key)]));
  listenForKeys(new Map(keys), (target) => !isSelected() || !isIn(target));
}

/** A press on a button would end the selection; one on a link could begin none.
 *
 * @type {(event: PointerEvent) => void}
 */
function beginByPointer(event) {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element)) return;
  if (target.closest("[data-use]")) event.preventDefault();
  const mark = target.closest(`${TEXT} a[href]`);
  if (!mark || ctrlKey || metaKey || shiftKey) return;
  const href = mark.getAttribute("href") ?? "";
  mark.removeAttribute("href");
  const restore = () => setTimeout(() => mark.setAttribute("href", href)); // after the click
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, restore, { once: true });
}

/** Where a pointer lets go of a selection on a mark, the mark was not meant.
 *
 * @type {(event: Event) => void}
 */
function endSelecting(event) {
  if (!isSelected() || !(event.target instanceof Element) || !event.target.closest(TEXT)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** @type {(target: Element) => boolean} */
function isIn(target) {
  return target === document.body || target.closest(".review-text") !== null;
}

/** @type {(button: HTMLElement) => void} */
export function takeWords({ dataset }) {
  if (!selecting.selected) return;
  leadBack();
  selecting.tell("taken", { use: dataset.use, ...selecting.selected });
  document.getSelection()?.removeAllRanges();
}

/** @type {(key: string) => void} */
function pressButton(key) {
  const button = document.querySelector(`[data-use][data-key="${key.toUpperCase()}"]`);
  if (button) takeWords(button);
}

/** Now, whether the browser has told of the selection or not. */
function isSelected() {
  readSelection();
  return selecting.selected !== null;
}

function readSelection() {
  const selection = document.getSelection();
  const paragraph = paragraphAt(selection?.anchorNode ?? null);
  const words = selection?.toString().trim();
  const isWithin = paragraph && words && paragraph.contains(selection?.focusNode ?? null);
  selecting.selected = isWithin ? { words, paragraph: Number(paragraph.dataset.paragraph) } : null;
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = document.querySelectorAll("[data-use]");
  for (const button of buttons) button.disabled = !selecting.selected;
}

/** @type {(node: Node | null) => HTMLElement | null} */
function paragraphAt(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(PARAGRAPH) ?? null;
}

/** @type {(event: KeyboardEvent) => void} */
function selectByKey(event) {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  const isArrow = key === "ArrowRight" || key === "ArrowLeft";
  if (!isArrow || !shiftKey || ctrlKey || metaKey || !(target instanceof Element) || !target.closest(TEXT)) return;
  event.preventDefault();
  const isForward = key === "ArrowRight";
  if (isSelected()) extend(isForward, altKey);
  else begin(target, isForward);
}

/** @type {(isForward: boolean, isByLetter: boolean) => void} */
function extend(isForward, isByLetter) {
  document.getSelection()?.modify("extend", isForward ? "forward" : "backward", isByLetter ? "character" : "word");
}

/** Select the mark itself, its end first where the selection is to grow to its left.
 *
 * @type {(target: Element, isForward: boolean) => void}
 */
function begin(target, isForward) {
  const mark = target.closest("a");
  const selection = document.getSelection();
  if (!mark || !selection) return beginAtTop(target, isForward);
  const ends = /** @type {const} */ ([0, mark.childNodes.length]);
  const [base, extent] = isForward ? ends : ends.toReversed();
  selection.setBaseAndExtent(mark, base, mark, extent);
}

/** @type {(text: Element, isForward: boolean) => void} */
function beginAtTop(text, isForward) {
  const top = text.getBoundingClientRect().top;
  const paragraph = [...text.querySelectorAll(PARAGRAPH)].find((it) => it.getBoundingClientRect().bottom > top);
  const words = paragraph?.lastChild;
  if (!words) return;
  document.getSelection()?.collapse(paragraph, [...paragraph.childNodes].findIndex(isOfText));
  extend(isForward, false);
}

/** @type {(node: ChildNode) => boolean} */
function isOfText(node) {
  return !(node instanceof Element && node.matches(".number"));
}
