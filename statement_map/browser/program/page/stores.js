/* The browser's small stores, which answer at once, and may be full or forbidden. */

/** The store of this tab, which ends with it. */
export const tabStore = storeOf(() => window.sessionStorage);

/** The store of all tabs. */
export const localStore = storeOf(() => window.localStorage);

/** @type {(store: () => Storage) => Store} */
function storeOf(store) {
  /** @type {<Value>(act: () => Value, otherwise: Value) => Value} */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  /** @type {(name: string) => void} */
  const remove = (name) => attempt(() => store().removeItem(name), undefined);
  return {
    /** Return what was written; what is spoilt is removed. */
    read: (name, isRight) => {
      const text = attempt(() => store().getItem(name), null);
      if (text === null) return null;
      const value = attempt(() => JSON.parse(text), null);
      if (isRight(value)) return value;
      remove(name);
      return null;
    },
    write: (name, value) =>
      attempt(() => {
        store().setItem(name, JSON.stringify(value));
        return true;
      }, false),
    remove,
    names: () => attempt(() => Object.keys(store()), []),
  };
}
