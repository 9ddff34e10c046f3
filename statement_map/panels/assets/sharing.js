/* Tells the share panel that the page's address has changed, so that its link is never an old one. */
const EVERY_MS = 500;

let timer = 0;

export default function follow({ setTriggerValue }) {
  let told = window.location.search;
  clearInterval(timer);
  timer = setInterval(() => {
    if (told === window.location.search) return;
    told = window.location.search;
    setTriggerValue("moved", told);
  }, EVERY_MS);
  return () => clearInterval(timer);
}
