/* Between page.js, which keeps the address, and Python, whichever of the two comes first: hands over
 * what Python wants to be shown, and tells it what is shown. */
export default function follow({ data: [{ wishes }], setStateValue }) {
  const page = (window.statementMapPage ??= {});
  page.send = (shown) => setStateValue("shown", shown);
  page.wishes = wishes;
  page.heed?.();
}
