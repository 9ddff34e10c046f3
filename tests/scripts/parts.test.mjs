/* What is built anew keeps its focus, and what stood open in it. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { element, refill } from "../../statement_map/browser/program/parts.js";

let node;
beforeEach(() => {
  putDocument();
  node = element("section", { class: "card" });
  document.body.append(node);
});

const link = (id, attributes = {}) => element("a", { href: "#", "data-event": id, ...attributes });
const list = (name, ...links) => element("ul", { class: name }, ...links.map((each) => element("li", {}, each)));
const focused = () => document.activeElement;

/* What stands there before, what of it has the focus, what comes, and what then has the focus. */
const CASES = [
  ["the link to the same event", () => [link("a"), link("b")], "[data-event=b]", "[data-event=b]"],
  ["the link in the same list", () => [list("now", link("a")), list("later", link("a"))], ".later a", ".later a"],
  [
    "the button of the same class",
    () => [element("button", { class: "first big" }), element("button", { class: "why" })],
    ".why",
    ".why",
  ],
  [
    "the head of the same part",
    () => [
      element("details", { class: "possible" }, element("summary")),
      element("details", { class: "open" }, element("summary")),
    ],
    ".open summary",
    ".open summary",
  ],
  ["the one whose id needs quoting", () => [link('a"]'), link("b")], "a", "a"],
];
for (const [what, build, had, has] of CASES) {
  test(`the focus stays on ${what}`, () => {
    node.append(...build());
    node.querySelector(had).focus();
    const before = focused();
    refill(node, build());
    assert.notEqual(focused(), before);
    assert.equal(focused(), node.querySelector(has));
    assert.ok(focused().isConnected);
    assert.equal(node.hasAttribute("tabindex"), false);
  });
}

test("where what had the focus is gone, what opened it has it, else the whole", () => {
  const opener = () => element("button", { "aria-expanded": "true" });
  node.append(opener(), link("gone"));
  node.querySelector("a").focus();
  refill(node, [link("other"), opener()]);
  assert.equal(focused().tagName, "BUTTON");
  assert.equal(node.hasAttribute("tabindex"), false);
  refill(node, [link("other")]);
  assert.equal(focused(), node);
  assert.equal(node.getAttribute("tabindex"), "-1");
});

test("a focus that is elsewhere, or on the whole, is left where it is, and nothing is scrolled for it", () => {
  const beside = link("a");
  document.body.append(beside);
  for (const holder of [beside, node, document.body]) {
    node.replaceChildren(link("a"));
    holder.focus();
    const given = [];
    for (const each of [node, beside]) each.focus = () => given.push(each);
    refill(node, [link("a"), link("b")]);
    assert.equal(focused(), holder);
    assert.deepEqual(given, []);
    for (const each of [node, beside]) delete each.focus;
  }
  let asked = null;
  node.firstElementChild.focus();
  const again = link("a");
  again.focus = (options) => (asked = options);
  refill(node, [again]);
  assert.deepEqual(asked, { preventScroll: true });
});

test("a part that stood open stands open again, and is told so at once", () => {
  const parts = () => ["possible", "open", null].map((each) => element("details", { class: each }));
  node.append(...parts());
  for (const part of node.children) part.open = part.className !== "open";
  const told = [];
  const anew = parts();
  for (const part of anew) part.addEventListener("toggle", () => told.push([part.className, part.open]));
  refill(node, anew);
  assert.deepEqual(
    anew.map((part) => part.open),
    [true, false, false], // one without a name cannot be found again
  );
  assert.deepEqual(told, [["possible", true]]);
});

test("a part that is gone was open for nothing", () => {
  node.append(element("details", { class: "possible", open: true }));
  refill(node, ["text alone"]);
  assert.equal(node.textContent, "text alone");
});

test("what is filled in may be what stands in another node", () => {
  const other = element("div", {}, link("a"), link("b"));
  refill(node, other.childNodes);
  assert.deepEqual(
    [node, other].map((each) => each.children.length),
    [2, 0],
  );
});
