/* Streamlit puts a popover at the end of the page, a hundred tab stops from the button that opens it:
 * it has the focus next, and the button has it back.
 */
const POPOVER = "[data-testid=stPopoverBody]";
const OPENER = "[data-testid=stPopoverButton][aria-expanded=true]";
/** @type {HTMLElement | null} */
let opener = null;

/** To be called when something on the page has come or gone. */
export function followPopover() {
  /** @type {HTMLElement | null} */
  const popover = document.querySelector(POPOVER);
  const { activeElement } = document;
  if (popover && !opener && activeElement instanceof HTMLElement && activeElement.matches(OPENER)) {
    opener = activeElement;
    popover.tabIndex = -1;
    popover.focus({ preventScroll: true });
  } else if (!popover && opener) {
    if (activeElement === document.body) opener.focus({ preventScroll: true });
    opener = null;
  }
}
