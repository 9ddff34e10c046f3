/* A finger that sweeps over the sheet goes to the next event, or to the one before. */
import { walk } from "../walking.js";
import { stepBack } from "./cover.js";

const FAR_PX = 60; // less is a tap, or a hand that trembles
const STEEP = 0.5; // what rises or falls by more than this share of its way scrolls

export function listenForSwipes() {
  /** @type {{ x: number, y: number } | null} */
  let start = null;
  document.addEventListener(
    "touchstart",
    ({ target, touches }) => {
      const isOnSheet = target instanceof Element && target.closest(".st-key-sheet") !== null;
      start = isOnSheet && touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    },
    { passive: true },
  );
  document.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!start) return;
    const [across, down] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(across) < FAR_PX || Math.abs(down) > Math.abs(across) * STEEP) return;
    if (across < 0) walk(+1);
    else stepBack();
  });
}
