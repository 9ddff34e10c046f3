/* Keeps the map at the step that the page shows.
 *
 * Python's message `{date, event, language, title}` always moves the map. The slider is watched besides,
 * so that the map follows a key or a drag before Python has answered; where both speak of
 * different days the slider is right, because an answer to an older value may come late.
 * A chosen event, from the map or from any link with `data-event`, goes to Python as `event`.
 */
const SLIDER = ".st-key-date input[type='range']";
const FRAME = ".st-key-map iframe";

let message = null;
let send = () => {};
let dark = false;
let shown = "";

export default function follow({ data, parentElement, setTriggerValue }) {
  message = data;
  send = (event) => setTriggerValue("event", event);
  dark = getComputedStyle(parentElement).colorScheme === "dark";
  show();
}

function sliderDay() {
  const text = document.querySelector(SLIDER)?.getAttribute("aria-valuetext") ?? "";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

function show() {
  if (!message) return;
  const date = sliderDay() ?? message.date;
  const event = date === message.date ? message.event : null;
  const step = { date, event, language: message.language, dark };
  const key = JSON.stringify(step);
  markCurrent(event);
  if (key === shown && window.statementMapStep) return;
  shown = key;
  window.statementMapStep = step; // a map that mounts later starts from here
  const frame = document.querySelector(FRAME);
  if (!frame) return;
  frame.title = message.title;
  frame.contentWindow?.statementMap?.show(step);
}

function markCurrent(event) {
  for (const link of document.querySelectorAll(".event-list a[data-event]")) {
    if (link.dataset.event === event) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (!window.statementMapFollows) {
  window.statementMapFollows = true;
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.matches?.(SLIDER))) show();
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-valuetext"] });
  window.addEventListener("statement-map:choose", ({ detail }) => send(detail.event));
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.("a[data-event], [data-place]");
    if (!link || click.button || click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    if (link.dataset.event) {
      send(link.dataset.event);
      if (link.closest(".event-list")) document.querySelector(".st-key-page").scrollIntoView();
    } else document.querySelector(FRAME)?.contentWindow?.statementMap?.open(link.dataset.place);
  });
}
