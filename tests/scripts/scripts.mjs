/* Runs the page's scripts as a browser would, as far as they need no page. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/** The window that has what these scripts, in their order, put there. */
export function load(...names) {
  const context = createContext({ window: {}, URLSearchParams });
  for (const name of names) {
    const file = new URL(`../../statement_map/${name}`, import.meta.url);
    runInContext(readFileSync(file, "utf-8"), context, { filename: file.pathname });
  }
  return context.window;
}
