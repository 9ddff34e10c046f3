/* A document as far as the program needs one: elements with attributes and text, found by selectors, heard and
 * focused, and written as HTML. A selector has tags, classes, ids, attributes, `:is`, `:not`, two states, blanks and `>`.
 */

const SIMPLE =
  /^(?:\*|(?<tag>[a-z][\w-]*)|\.(?<name>[\w-]+)|#(?<id>[\w-]+)|\[(?<attribute>(?:\\.|[^\]\\])+)\]|:(?<state>last-child|popover-open)|:(?<is>is|not)\()/i;
const TEST = /^([\w-]+)(?:([*^]?)=["']?((?:\\.|[^"'\\])*)["']?)?$/;

const STATES = {
  "last-child": (node) => node.parentElement?.children.at(-1) === node,
  "popover-open": (node) => node.isPopoverOpen === true,
};

/** The parts of a text between signs that stand in no brackets. */
function split(text, sign) {
  let depth = 0;
  const parts = [""];
  for (const [letter] of text.matchAll(/\\.|./g)) {
    if ("([".includes(letter)) depth += 1;
    if (")]".includes(letter)) depth -= 1;
    if (letter === sign && !depth) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** What a selector asks, by the selector: chains of words, the last of which is for the node itself. */
const known = new Map();

function fits(node, selector) {
  if (!known.has(selector)) known.set(selector, split(selector, ",").map(chainOf));
  return known.get(selector).some((chain) => fitsChain(node, chain));
}

function chainOf(selector) {
  return split(selector.replaceAll(/\s*>\s*/g, " > "), " ").map((word) => (word === ">" ? word : testsOf(word)));
}

/** What a word without blanks asks of a node. */
function testsOf(word) {
  const tests = [];
  let rest = word;
  while (rest) {
    const found = rest.match(SIMPLE);
    if (!found) throw new SyntaxError(`This document knows no such selector: ${word}`);
    const { tag, name, id, attribute, state, is } = found.groups;
    rest = rest.slice(found[0].length);
    if (tag) tests.push((node) => node.localName === tag.toLowerCase());
    if (name) tests.push((node) => node.classList.contains(name));
    if (id) tests.push((node) => node.id === id);
    if (attribute) tests.push(attributeTest(attribute));
    if (state) tests.push(STATES[state]);
    if (!is) continue;
    const [inner] = rest.match(/^(?:[^()]|\([^()]*\))*/);
    rest = rest.slice(inner.length + 1);
    tests.push((node) => fits(node, inner) === (is === "is"));
  }
  return tests;
}

function fitsChain(node, chain) {
  if (!node || !chain.at(-1).every((isSo) => isSo(node))) return false;
  const before = chain.slice(0, -1);
  if (!before.length) return true;
  if (before.at(-1) === ">") return fitsChain(node.parentElement, before.slice(0, -1));
  return ancestors(node).some((each) => fitsChain(each, before));
}

function attributeTest(attribute) {
  const [, name, how, value] = attribute.match(TEST);
  const wanted = value?.replaceAll(/\\(.)/g, "$1");
  return (node) => {
    const its = node.getAttribute(name);
    if (its === null || wanted === undefined) return its !== null;
    return how === "*" ? its.includes(wanted) : how === "^" ? its.startsWith(wanted) : its === wanted;
  };
}

function ancestors(node) {
  const above = [];
  for (let each = node.parentElement; each; each = each.parentElement) above.push(each);
  return above;
}

class Node {
  constructor() {
    Object.assign(this, { childNodes: [], parentElement: null, heard: [] });
  }

  get children() {
    return this.childNodes.filter((child) => child instanceof Element);
  }

  get firstElementChild() {
    return this.children[0] ?? null;
  }

  get lastChild() {
    return this.childNodes.at(-1) ?? null;
  }

  insertBefore(child, next) {
    const at = next ? this.childNodes.indexOf(next) : this.childNodes.length;
    this.append(child);
    this.childNodes.splice(at, 0, ...this.childNodes.splice(-1));
  }

  append(...children) {
    for (const child of children) {
      if (child instanceof Element) {
        child.remove();
        child.parentElement = this;
      }
      this.childNodes.push(child);
    }
  }

  replaceChildren(...children) {
    const all = [...children]; // they may be those that are here
    for (const child of this.children) child.parentElement = null;
    this.childNodes = [];
    this.append(...all);
  }

  hasChildNodes() {
    return this.childNodes.length > 0;
  }

  contains(node) {
    return node === this || (node ? ancestors(node).includes(this) : false);
  }

  querySelectorAll(selector) {
    return this.children.flatMap((child) => [
      ...(fits(child, selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  addEventListener(kind, react, options = false) {
    const { once = false, capture = options === true, passive = false } = Object(options);
    this.heard.push({ kind, react, once, capture, passive });
  }

  /** Those that listen on the way down hear it first, then what it happens to, then those above. */
  dispatchEvent(event) {
    Object.defineProperty(event, "target", { value: this });
    let isStopped = false;
    event.stopPropagation = () => (isStopped = true);
    const path = [this, ...ancestors(this), globalThis.document].filter((each, n, all) => all.indexOf(each) === n);
    const rows = [
      ...path.toReversed().map((node) => [node, true]),
      ...path.slice(0, event.bubbles ? path.length : 1).map((node) => [node, false]),
    ];
    for (const [node, isDown] of rows) if (!isStopped) node.hear(event, isDown);
    return !event.defaultPrevented;
  }

  hear(event, isDown) {
    const due = this.heard.filter(({ kind, capture }) => kind === event.type && capture === isDown);
    this.heard = this.heard.filter((each) => !each.once || !due.includes(each));
    for (const { react } of due) react(event);
  }
}

class Element extends Node {
  constructor(tag) {
    super();
    Object.assign(this, { localName: tag, attributes: new Map(), box: { left: 0, top: 0, right: 0, bottom: 0 } });
    const own = {};
    this.style = Object.assign(own, {
      setProperty: (name, value) => (own[name] = value),
      getPropertyValue: (name) => own[name] ?? "",
      removeProperty: (name) => delete own[name],
    });
    this.dataset = new Proxy(
      {},
      {
        get: (_, name) => this.attributes.get(dataName(name)),
        set: (_, name, value) => Boolean(this.setAttribute(dataName(name), value) ?? true),
        has: (_, name) => this.attributes.has(dataName(name)),
        deleteProperty: (_, name) => Boolean(this.attributes.delete(dataName(name))) || true,
        ownKeys: () => [...this.attributes.keys()].filter((name) => name.startsWith("data-")).map(keyOf),
        getOwnPropertyDescriptor: (_, name) => ({
          value: this.attributes.get(dataName(name)),
          enumerable: true,
          configurable: true,
        }),
      },
    );
  }

  get tagName() {
    return this.localName.toUpperCase();
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name, value) {
    this.attributes.set(name, `${value}`);
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  toggleAttribute(name, is) {
    if (is) this.setAttribute(name, "");
    else this.removeAttribute(name);
  }

  get innerHTML() {
    return this.childNodes.join("");
  }

  /** Its methods go by what there is now; as a list it is what there was when it was asked for. */
  get classList() {
    const read = () => this.className.split(" ").filter(Boolean);
    const write = (names) => (this.className = [...new Set(names)].join(" "));
    const toggle = (name, is) => write([...read().filter((each) => each !== name), ...(is ? [name] : [])]);
    return Object.assign(read(), {
      contains: (name) => read().includes(name),
      add: (...more) => write([...read(), ...more]),
      remove: (...fewer) => write(read().filter((name) => !fewer.includes(name))),
      toggle: (name, is = !read().includes(name)) => toggle(name, is),
      replace: (one, other) => write(read().map((name) => (name === one ? other : name))),
    });
  }

  get textContent() {
    return this.childNodes.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.replaceChildren(text);
  }

  get parentNode() {
    return this.parentElement;
  }

  get nextSibling() {
    const all = this.parentElement?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  get nextElementSibling() {
    const all = this.parentElement?.children ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  get isConnected() {
    return ancestors(this).includes(globalThis.document.documentElement);
  }

  matches(selector) {
    return fits(this, selector);
  }

  closest(selector) {
    return [this, ...ancestors(this)].find((each) => fits(each, selector)) ?? null;
  }

  remove() {
    const { parentElement: parent } = this;
    if (parent) parent.childNodes = parent.childNodes.filter((child) => child !== this);
    this.parentElement = null;
  }

  focus() {
    globalThis.document.activeElement = this;
  }

  click() {
    this.dispatchEvent(new Event("click", { bubbles: true, cancelable: true }));
  }

  getBoundingClientRect() {
    const { left, top, right, bottom } = this.box;
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return `${this}`;
  }

  toString() {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
    return `<${this.localName}${attributes}>${this.childNodes.join("")}</${this.localName}>`;
  }
}

const dataName = (key) => `data-${String(key).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const keyOf = (name) => name.slice(5).replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());

// What an element has as a property, and what of it is an attribute.
for (const [key, name] of [
  ["id", "id"],
  ["className", "class"],
  ["value", "value"],
]) {
  Object.defineProperty(Element.prototype, key, {
    get() {
      return this.attributes.get(name) ?? "";
    },
    set(value) {
      this.setAttribute(name, value);
    },
  });
}
for (const name of ["hidden", "disabled", "open"]) {
  Object.defineProperty(Element.prototype, name, {
    get() {
      return this.attributes.has(name);
    },
    set(is) {
      if (is) this.setAttribute(name, "");
      else this.removeAttribute(name);
    },
  });
}
Object.defineProperty(Element.prototype, "tabIndex", {
  get() {
    return Number(this.attributes.get("tabindex") ?? -1);
  },
  set(n) {
    this.setAttribute("tabindex", n);
  },
});

class HTMLElement extends Element {}

/** Begin with an empty page. */
export function putDocument() {
  const root = new HTMLElement("html");
  const body = new HTMLElement("body");
  const page = Object.assign(new Node(), {
    documentElement: root,
    body,
    activeElement: body,
    createElement: (tag) => new HTMLElement(tag),
    getElementById: (id) => page.querySelector(`#${id}`),
  });
  root.append(body);
  page.childNodes.push(root);
  Object.assign(globalThis, { document: page, Element, HTMLElement, CSS: { escape: escaped } });
  return page;
}

function escaped(text) {
  return text.replaceAll(/[^\w-]/g, String.raw`\$&`);
}
