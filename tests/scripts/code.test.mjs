/* The code of what is shown is asked for once for each press, and not forgotten before it can be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askForCode, followCode } from "../../statement_map/browser/program/page/code.js";

globalThis.window = { location: { search: "?event=b" } };
const asked = [];
const follow = () => followCode({ data: [{ number: 0 }], setTriggerValue: (...what) => asked.push(what) });

test("who presses before the server's part is there is answered when it comes, once", () => {
  askForCode();
  assert.deepEqual(asked, []);
  window.location.search = "?event=c"; // a step meanwhile: the code is of what is shown
  follow();
  follow();
  assert.deepEqual(asked, [["asked", "?event=c"]]);
  askForCode();
  assert.deepEqual(asked, [
    ["asked", "?event=c"],
    ["asked", "?event=c"],
  ]);
});
