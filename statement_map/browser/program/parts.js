/* What the map, the card and the pages around them build with.
 *
 * Text from the data reaches the page through `element` alone, which never reads it as HTML.
 */

export const GAP = "\0"; // stands in a text for words that are left out

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

export function fill(text, gaps) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);
}

/** What is the case at a step; `changes` are pairs of a step and what holds from it on. */
export function valueAt(changes, step) {
  return changes.findLast(([from]) => from <= step)[1];
}

/** Two ways to words: `read` a text that is there in several languages, `say` what a key means. */
export function wordsIn(language, entries) {
  const read = (text) => text[language] ?? text.en ?? Object.values(text)[0];
  const say = (key, gaps = {}) => {
    const entry = entries[key];
    const form =
      typeof entry === "string" ? entry : (entry[new Intl.PluralRules(language).select(gaps.n)] ?? entry.other);
    return fill(form, { ...gaps, n: gaps.n?.toLocaleString(language) });
  };
  return { language, read, say };
}

/** The children of an element that shows `text` with `gap` wherever words are left out. */
export function withGaps(text, gap) {
  const parts = text.split(GAP);
  return parts.flatMap((part, n) => (n ? [element("span", { class: "gap" }, gap), part] : [part]));
}

/** Let `node` hold `children`; what had the focus or stood open in it has it and does again.
 *
 * Where what had the focus is gone, what it was opened by has it, else the whole.
 */
export function refill(node, children) {
  const focused = node.contains(document.activeElement) ? nameOf(document.activeElement) : "";
  const open = [...node.querySelectorAll("details[class][open]")].map(nameOf);
  node.replaceChildren(...children);
  for (const name of open) node.querySelector(name)?.setAttribute("open", "");
  if (!focused) return;
  const next = node.querySelector(focused) ?? node.querySelector("[aria-expanded=true]") ?? node;
  if (next === node) node.tabIndex = -1;
  next.focus({ preventScroll: true });
}

function nameOf(node) {
  const { tagName, className, dataset } = node;
  const list = node.closest("ul[class], ol[class]");
  const within = list && list !== node ? `.${list.classList[0]} ` : "";
  const data = Object.entries(dataset).map(([key, value]) => `[data-${key}="${CSS.escape(value)}"]`);
  const parent = tagName === "SUMMARY" ? `.${node.parentNode.classList[0]} > ` : "";
  return `${within}${parent}${tagName}${className && !data.length ? `.${node.classList[0]}` : ""}${data.join("")}`;
}
