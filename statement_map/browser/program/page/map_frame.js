/* The map's frame: a page of our own, to which the page around it hands what to draw.
 *
 * `data` is JSON in UTF-8: `address` is that of the frame's page, as seen from here; `content` is what
 * the map draws, and `digest` stands for it; `outlines` is a FeatureCollection, or null, and then
 * `outlines_at` is where the frame finds one, as it finds the tiles of the `ground` (see
 * panels/map_frame.py). The two pages have one origin and
 * call each other: no message is sent, and none is listened to.
 */

/** @type {(component: Component<BufferSource>) => void} */
export function frameTheMap({ data, parentElement }) {
  const { address, content, digest, outlines, outlines_at, ground } = JSON.parse(new TextDecoder().decode(data));
  const shown = parentElement.querySelector("iframe");
  if (shown?.dataset.digest === digest) return;
  const frame = document.createElement("iframe");
  frame.dataset.digest = digest;
  const words = content.words[document.documentElement.lang] ?? Object.values(content.words)[0];
  frame.title = words["map-title"]; // page.js says it anew in another language
  frame.src = new URL(address, document.baseURI).href;
  frame.addEventListener("load", () => {
    const { map, statementMap } = frame.contentDocument?.defaultView ?? {}; // none where it could not be loaded
    if (map) statementMap?.draw(map, content, outlines ?? outlines_at, ground);
  });
  shown?.remove();
  parentElement.append(frame);
}
