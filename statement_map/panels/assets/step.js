/* Hands Python's word on a step to page.js, whichever of the two comes first. It is sent with every
 * step, so it is short. */
export default ({ data, setTriggerValue }) => {
  const page = (window.statementMapPage ??= {});
  page.message = data;
  page.send = (go) => setTriggerValue("go", go);
  page.show?.();
};
