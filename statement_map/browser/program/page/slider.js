/* The date slider: an input that a screen reader knows. page.js moves it, and moves with it. */
import { show } from "./page.js";

export function takeSlider() {
  show();
}
