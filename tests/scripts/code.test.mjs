/* The code of what is shown is asked for until it comes, shown once for each press, and not forgotten
 * before it can be asked for.
 */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { putDocument } from "./document.mjs";
import { wait } from "./window.mjs";

putDocument();
window.location = { search: "?event=b" };
HTMLElement.prototype.showModal = () => {};
const { askForCode, followCode } = await import("../../statement_map/browser/program/page/code.js");

const words = { label: "Code", close: "Close", local: "", size: "" };
const asked = [];
let end = () => {};
let number = 0;

/** A run of the page; with `code` it answers. */
function run(code) {
  end();
  if (code !== undefined) number += 1;
  const told = { number, code, link: "", words };
  end = followCode({ data: [told], setTriggerValue: (...what) => asked.push(what) });
}

const dialogs = () => document.querySelectorAll("dialog.large-code").length;

beforeEach(() => {
  asked.length = 0;
  for (const dialog of document.querySelectorAll("dialog.large-code")) dialog.remove();
});

test("who presses before the server's part is there is answered when it comes", () => {
  askForCode();
  assert.deepEqual(asked, []);
  window.location.search = "?event=c"; // a step meanwhile: the code is of what is shown
  run();
  assert.deepEqual(asked, [["asked", "?event=c"]]);
  run("data:,");
  assert.equal(dialogs(), 1);
});

test("what does not come is asked for again, and shown once", () => {
  askForCode();
  wait(10_000);
  assert.equal(asked.length, 2);
  run("data:,");
  run("data:,"); // the answer to the second question
  wait(600_000);
  assert.equal(asked.length, 2);
  assert.equal(dialogs(), 1);
});

test("a link that is too long for a code ends the asking", () => {
  askForCode();
  run("");
  wait(600_000);
  assert.equal(asked.length, 1);
  assert.equal(dialogs(), 0);
});

test("nobody asks who has left the presentation", () => {
  askForCode();
  end();
  wait(600_000);
  assert.equal(asked.length, 1);
  run("data:,");
});
