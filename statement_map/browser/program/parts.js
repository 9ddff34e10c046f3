/* What the map, the card and the pages around them build with.
 *
 * Text from the data reaches the page through `element` alone, which never reads it as HTML.
 */

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map(); // by language
export const GAP = "\0"; // stands in a text for words that are left out

/** @type {<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes?: Attributes, ...children: Child[]) => HTMLElementTagNameMap[Tag]} */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}

/** What has to be there: the page was built so.
 *
 * @type {<Value>(value: Value | null | undefined) => Value}
 */
export function sure(value) {
  if (value == null) throw new TypeError("What has to be on the page is not there");
  return value;
}

/** @type {(text: string, gaps: Record<string, string | number | null | undefined>) => string} */
export function fill(text, gaps) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(gaps[name] ?? whole));
}

/** The same with pieces of the page in the gaps.
 *
 * @type {(text: string, gaps: Record<string, Child[]>) => Child[]}
 */
export function fillWith(text, gaps) {
  return text.split(/\{(\w+)\}/).flatMap((part, n) => (n % 2 ? (gaps[part] ?? [`{${part}}`]) : part || []));
}

/** Pieces of the page in a row, with `between` them.
 *
 * @type {(rows: Child[][], between: string) => Child[]}
 */
export function joined(rows, between) {
  return rows.flatMap((row, n) => (n ? [between, ...row] : row));
}

/** What is the case at a step; `changes` are pairs of a step and what holds from it on.
 *
 * @type {<Value>(changes: Changes<Value>, step: number) => Value}
 */
export function valueAt(changes, step) {
  let at = changes.length - 1; // a loop, since thousands are asked at each step
  while (at > 0 && changes[at][0] > step) at--;
  return changes[at][1];
}

/** A number as the language writes it, in groups of three digits, as Python writes it too.
 *
 * @type {(language: string, n: number) => string}
 */
export function numberIn(language, n) {
  let format = formats.get(language); // to make one takes longer than to use it
  if (!format) formats.set(language, (format = new Intl.NumberFormat(language, { useGrouping: "always" })));
  return format.format(n);
}

/** Two ways to words: `read` a text that is there in several languages, `say` what a key means.
 *
 * A text that the data do not have in this language is read in English, which more of its readers
 * know than any other, else in the first language that there is, as `Text` in fields.py does it.
 * `tag` gives it for the page, in a span that says which language it is in, so that a screen reader
 * pronounces it as what it is; `parts` stand in its place where some of it is left out.
 *
 * @type {(language: string, entries: Entries) => Words}
 */
export function wordsIn(language, entries) {
  /** @type {(text: Texts) => string} */
  const shownIn = (text) => [language, "en"].find((code) => Object.hasOwn(text, code)) ?? Object.keys(text)[0];
  /** @type {Words["read"]} */
  const read = (text) => text[shownIn(text)];
  /** @type {Words["tag"]} */
  const tag = (text, parts = [read(text)]) => {
    const lang = shownIn(text);
    return lang === language ? parts : [element("span", { lang }, ...parts)];
  };
  /** @type {Intl.PluralRules | undefined} */
  let rules; // made once: to make them takes longer than to use them
  /** @type {(n: number) => string} */
  const pluralOf = (n) => (rules ??= new Intl.PluralRules(language)).select(n);
  /** @type {Words["say"]} */
  const say = (key, gaps = {}) => {
    const entry = entries[key];
    const form = typeof entry === "string" ? entry : (entry[pluralOf(gaps.n ?? 0)] ?? entry.other);
    return fill(form, { ...gaps, n: gaps.n === undefined ? undefined : numberIn(language, gaps.n) });
  };
  return { language, read, tag, say };
}

/** The children of an element that shows `text` with `gap` wherever words are left out.
 *
 * @type {(text: string, gap: string, lang: string) => Child[]}
 */
export function withGaps(text, gap, lang) {
  const parts = text.split(GAP);
  return parts.flatMap((part, n) => (n ? [element("span", { class: "gap", lang }, gap), part] : [part]));
}

/** Let `node` hold `children`; what had the focus or stood open in it has it and does again.
 *
 * Where what had the focus is gone, what it was opened by has it, else the whole. To give a focus has the
 * page laid out at once (a forced layout), so that a `node` that has it just keeps it.
 *
 * @type {(node: HTMLElement, children: Iterable<Child>) => void}
 */
export function refill(node, children) {
  const focused = focusWithin(node);
  const open = [.../** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll("details[class][open]"))].map(nameOf);
  node.replaceChildren(...children);
  for (const name of open) {
    const again = node.querySelector(name);
    again?.setAttribute("open", "");
    again?.dispatchEvent(new Event("toggle")); // the browser's own comes later
  }
  if (!focused) return;
  /** @type {HTMLElement} */
  const next = node.querySelector(focused) ?? node.querySelector("[aria-expanded=true]") ?? node;
  if (next === node) node.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/** The name of what has the focus within an element; nothing where it is elsewhere, or on the element itself.
 *
 * @type {(node: HTMLElement) => string}
 */
function focusWithin(node) {
  const active = document.activeElement;
  return active instanceof HTMLElement && active !== node && node.contains(active) ? nameOf(active) : "";
}

/** @type {(node: HTMLElement) => string} */
function nameOf(node) {
  const { tagName, className, dataset } = node;
  const list = node.closest("ul[class], ol[class]");
  const within = list && list !== node ? `.${list.classList[0]} ` : "";
  const data = Object.entries(dataset).map(([key, value]) => `[data-${key}="${CSS.escape(value ?? "")}"]`);
  const parent = tagName === "SUMMARY" ? `.${node.parentElement?.classList[0]} > ` : "";
  return `${within}${parent}${tagName}${className && !data.length ? `.${node.classList[0]}` : ""}${data.join("")}`;
}
