/* Runs in the page and in each of its frames, and notes when what is awaited has come.
 *
 * `benchmark.await({name: probe})` forgets the last step. A probe is a selector that something in
 * the page or a frame will match, or, for a canvas, the number of marks: then the first drawing
 * of that many vertices after new ones were uploaded counts. `benchmark.seen` are the
 * milliseconds from the key press, or the click, that came first.
 */
(() => {
  const now = () => performance.timeOrigin + performance.now();

  if (window === window.top) {
    window.benchmark = {
      pressed: null,
      awaited: {},
      seen: {},
      changed: 0,
      await(probes) {
        Object.assign(this, { pressed: null, awaited: probes, seen: {} });
      },
      found(name) {
        if (this.pressed === null) return;
        this.seen[name] = now() - this.pressed;
        delete this.awaited[name];
      },
      documents() {
        const frames = [...document.querySelectorAll("iframe")];
        return [document, ...frames.map((frame) => frame.contentDocument).filter(Boolean)];
      },
      shows(selector) {
        return this.documents().some((each) => each.querySelector(selector));
      },
      rests(ms) {
        return (
          now() - this.changed > ms && this.shows("[data-test-script-state=notRunning]") && !this.shows(".is-moving")
        );
      },
    };
  }
  const benchmark = window.top.benchmark;

  for (const kind of ["keydown", "click"]) {
    window.addEventListener(kind, (event) => (benchmark.pressed ??= performance.timeOrigin + event.timeStamp), true);
  }

  const look = () => {
    benchmark.changed = now();
    for (const [name, probe] of Object.entries(benchmark.awaited)) {
      if (typeof probe === "string" && document.querySelector(probe)) benchmark.found(name);
    }
  };
  const changes = { subtree: true, childList: true, characterData: true, attributeFilter: ["class"] };
  const observe = () => new MutationObserver(look).observe(document, changes);
  observe();
  // A frame starts with an empty document, which another one replaces.
  if (window !== window.top) window.addEventListener("DOMContentLoaded", observe);

  const gl = WebGL2RenderingContext.prototype;
  let uploaded = false;
  const instead = (names, first) => {
    for (const name of names) {
      const call = gl[name];
      gl[name] = function (...args) {
        first(this, name, args);
        return call.apply(this, args);
      };
    }
  };
  instead(["bufferData", "bufferSubData"], (context, _, [target]) => {
    uploaded ||= benchmark.awaited.map > 0 && target !== context.UNIFORM_BUFFER;
  });
  const drawing = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"];
  instead(drawing, (_, name, args) => {
    benchmark.changed = now();
    const vertices = name.startsWith("drawArrays") ? args[2] : args[1];
    const instances = name.endsWith("Instanced") ? args.at(-1) : 1;
    if (!uploaded || !(vertices * instances >= benchmark.awaited.map)) return;
    uploaded = false;
    benchmark.found("map");
  });
})();
