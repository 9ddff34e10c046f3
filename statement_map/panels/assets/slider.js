/* The date slider: an input that a screen reader knows. page.js moves it, and moves with it. */
export default function take() {
  window.statementMapPage?.show?.();
}
