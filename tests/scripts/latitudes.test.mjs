/* Spots that are found by their latitude: no page is needed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { byLatitude } from "../../statement_map/map_view/map/latitudes.js";

const SPOTS = [{ lat: 50 }, { lat: -3 }, { lat: 43.25 }, { lat: 43 }, { lat: 43 }, { lat: 90 }];

test("spots within some degrees are found, with both ends, and no others", () => {
  const near = byLatitude(SPOTS);
  const at = (lat, degrees) => near(lat, degrees).map((spot) => spot.lat);
  assert.deepEqual(at(43, 0.25), [43, 43, 43.25]);
  assert.deepEqual(at(43.5, 0.25), [43.25]);
  assert.deepEqual(at(-3, 0), [-3]);
  assert.deepEqual(at(89, 1), [90]);
  assert.deepEqual(at(0, 2), []);
  assert.deepEqual(at(0, 90), [-3, 43, 43, 43.25, 50, 90]);
});

test("they are the spots themselves, in an order of their own", () => {
  const [first] = byLatitude(SPOTS)(50, 1);
  assert.equal(first, SPOTS[0]);
  assert.equal(SPOTS[0].lat, 50); // as they were given
  assert.deepEqual(byLatitude([])(0, 90), []);
});
