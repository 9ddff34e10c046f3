/* The list of the works that this browser keeps, where the review page starts. */
import { CHANGED, handOver, saveAsFile } from "./keeping.js";
import { buttonOf, timeIn } from "./notices.js";
import { forgetWork, forgetWorks, works } from "./shelf.js";
import { forgetTyped } from "./typed.js";

/** @type {{ told: ListTold | null, place: HTMLElement | null }} */
const list = { told: null, place: null };

/** @type {(component: Component<ListTold>) => void} */
export function takeWorks({ data, parentElement }) {
  if (!list.told) {
    for (const kind of [CHANGED, "focus"]) window.addEventListener(kind, () => void draw()); // another tab, too
  }
  Object.assign(list, { told: data, place: parentElement });
  void draw();
}

/** @type {() => Promise<void>} */
async function draw() {
  const all = await works().catch(() => []);
  const { told, place } = list;
  const block = place?.querySelector(".own-works");
  if (!told || !block) return;
  block.replaceChildren();
  if (!all.length) return;
  const { words } = told;
  const rows = document.createElement("ul");
  rows.append(...all.map((work) => rowOf(work, told)));
  block.append(
    elementOf("h2", words.title),
    elementOf("p", words.explain),
    rows,
    twice(words.all, words.sure, () => {
      forgetTyped(null);
      return forgetWorks();
    }),
  );
}

/** @type {(work: Stored, told: ListTold) => HTMLElement} */
function rowOf(work, { words, language }) {
  const row = document.createElement("li");
  const told = words.row
    .replace("{time}", timeIn(work.at, language))
    .replace("{seen}", String(work.seen))
    .replace("{of}", String(work.of));
  row.append(
    elementOf("strong", String(work.title ?? "")),
    elementOf("span", told),
    work.refused ? buttonOf(words.save, () => saveAsFile(work.id)) : buttonOf(words.open, () => void handOver(work)),
    twice(words.delete, words.sure, () => {
      forgetTyped(work.id);
      return forgetWork(work.id);
    }),
  );
  return row;
}

/** @type {(name: string, words: string) => HTMLElement} */
function elementOf(name, words) {
  const element = document.createElement(name);
  element.append(words);
  return element;
}

/** A button that asks first: it acts when it is pressed again.
 *
 * @type {(words: string, sure: string, act: () => Promise<unknown>) => HTMLElement}
 */
function twice(words, sure, act) {
  const button = buttonOf(words, () => {
    if (button.dataset.asked) void act().finally(draw);
    button.dataset.asked = "yes";
    button.textContent = sure;
  });
  button.addEventListener("blur", () => {
    delete button.dataset.asked;
    button.textContent = words;
  });
  return button;
}
