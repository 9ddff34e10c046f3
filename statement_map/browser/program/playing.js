/* Playing: how long a step is shown, and what a press, a hand and the time make of it (a pure reducer).
 *
 * `reduce(player, action)` returns the next state of the player. It touches neither the page nor a
 * clock: each action that needs the time says it as `now`, in ms. The actions are
 *
 * - `play`: begin, with the step that is shown, for `ms`.
 * - `show`: another step is shown, for `ms`.
 * - `hold`, `release`: a hand is on the card, or the page is hidden; time stands still meanwhile.
 * - `stop`.
 */

export const SPEEDS = { slow: 2, normal: 1, fast: 0.5 }; // times as long
const LETTERS_A_SECOND = 15; // as subtitles for grown-ups are timed
const LEAST_MS = 4000; // a short text has a map to look at too
const FLIGHT_MS = 1200; // until the map is there
const DAY_MS = 2000; // by day it is the map that is looked at

/** @type {Player} */
export const AT_REST = { isPlaying: false, isHeld: false, left: 0, since: 0 };

/** How long a step by day is shown, or one that tells these words.
 *
 * @type {(way: Way, words: string[], speed: Speed) => number}
 */
export function timeFor(way, words, speed) {
  if (way === "day") return DAY_MS * SPEEDS[speed];
  const ms = (1000 * words.join(" ").length) / LETTERS_A_SECOND;
  return FLIGHT_MS + Math.max(LEAST_MS, ms) * SPEEDS[speed];
}

/** @type {(player: Player, action: PlayAction) => Player} */
export function reduce(player, action) {
  switch (action.do) {
    case "play":
      return { isPlaying: true, isHeld: false, left: action.ms, since: action.now };
    case "show":
      return { ...player, left: action.ms, since: action.now };
    case "hold":
      return player.isHeld ? player : { ...player, isHeld: true, left: leftAt(player, action.now) };
    case "release":
      return player.isHeld ? { ...player, isHeld: false, since: action.now } : player;
    case "stop":
      return AT_REST;
  }
}

/** @type {(player: Player, now: number) => number} */
function leftAt({ left, since }, now) {
  return Math.max(0, left - (now - since));
}

/** How long to wait for the next step from now on; null where nothing is waited for.
 *
 * @type {(player: Player, now: number) => number | null}
 */
export function waitOf(player, now) {
  return player.isPlaying && !player.isHeld ? leftAt(player, now) : null;
}
