/* Leaflet itself, as far as it reckons: on a page of our own, where it draws nothing. */
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { putDocument } from "./document.mjs";

/** Put a page, a window and Leaflet there. */
export function putLeaflet() {
  putDocument();
  globalThis.window ??= {};
  Object.assign(window, { matchMedia: () => ({ matches: true }), devicePixelRatio: 1, innerWidth: 1280, screen: {} });
  runInThisContext(readFileSync(process.env.LEAFLET, "utf-8"));
  globalThis.L = window.L;
}
