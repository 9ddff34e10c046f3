/* What walking and playing hand to one another. */

/** What Previous, Next and Play step by. */
type Way = "chapter" | "event" | "day";

/** Where a walk stands. */
type Walked = { by: Way; event: CardEvent | null; step: number };

type Speed = keyof typeof import("./playing.js").SPEEDS;

/** How playing stands: for so many ms the step is still to be shown, counted from `since` on. */
interface Player {
  isPlaying: boolean;
  isHeld: boolean;
  left: number;
  since: number;
}

type PlayAction =
  | { do: "play" | "show"; ms: number; now: number }
  | { do: "hold" | "release"; now: number }
  | { do: "stop" };
