/* A document as far as `element` of parts.js needs one: elements with attributes and text, as HTML. */

class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: "", children: [] });
  }

  setAttribute(name, value) {
    this.attributes += ` ${name}="${value}"`;
  }

  append(...children) {
    this.children.push(...children);
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  toString() {
    return `<${this.tag}${this.attributes}>${this.children.join("")}</${this.tag}>`;
  }
}

export function putDocument() {
  globalThis.document = { createElement: (tag) => new Element(tag) };
}
