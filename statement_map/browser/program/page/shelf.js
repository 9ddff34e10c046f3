/* The works that this browser keeps, in IndexedDB: they outlive the tab, a reload and the server.
 *
 * Each has an id, what is told of it in a list, and its files. `state` tells one state of the map
 * from another, whatever form is open beside it: a tab writes only over the state that it knows.
 */

const NAME = "statement-map";
const STORE = "works";
/** @type {{ opened: Promise<IDBDatabase> | null }} */
const shelf = { opened: null };

/** Keep a work, unless another tab has changed it to a state that is not `known` to this one; where
 * this tab has changed nothing (`isNew` is false), what the other made of it stays.
 *
 * Rejects where the browser has no room, or keeps nothing at all.
 * @type {(pending: Pending) => Promise<"kept" | "changed">}
 */
export async function keepWork({ work, known, isNew }) {
  /** @type {"kept" | "changed"} */
  let outcome = "kept";
  await within("readwrite", (store) => {
    const asked = store.get(work.id);
    asked.onsuccess = () => {
      const there = asked.result?.state ?? work.state;
      if (there === work.state || known.includes(there)) store.put(work);
      else if (isNew) outcome = "changed";
    };
    return asked;
  });
  return outcome;
}

/** @type {(id: string) => Promise<Stored | null>} */
export async function workOf(id) {
  return (await within("readonly", (store) => store.get(id))) ?? null;
}

/** All works, the latest first.
 *
 * @type {() => Promise<Stored[]>}
 */
export async function works() {
  /** @type {Stored[]} */
  const all = await within("readonly", (store) => store.getAll());
  return all.toSorted((one, other) => other.at - one.at);
}

/** Keep a work that cannot be opened where it is, for whoever wants it as a file.
 *
 * @type {(id: string) => Promise<unknown>}
 */
export function setAside(id) {
  return within("readwrite", (store) => {
    const asked = store.get(id);
    asked.onsuccess = () => asked.result && store.put({ ...asked.result, refused: true });
    return asked;
  });
}

/** @type {(id: string) => Promise<unknown>} */
export function forgetWork(id) {
  return within("readwrite", (store) => store.delete(id));
}

/** @type {() => Promise<unknown>} */
export function forgetWorks() {
  return within("readwrite", (store) => store.clear());
}

/** Do something in one transaction; what was asked for is there once all of it is kept.
 *
 * @type {<Found>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Found>) => Promise<Found>}
 */
async function within(mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const asked = act(transaction.objectStore(STORE));
    transaction.addEventListener("complete", () => resolve(asked.result));
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}

/** @type {() => Promise<IDBDatabase>} */
function open() {
  shelf.opened ??= openAnew().catch((error) => {
    shelf.opened = null;
    throw error;
  });
  return shelf.opened;
}

/** @type {() => Promise<IDBDatabase>} */
function openAnew() {
  return new Promise((resolve, reject) => {
    const asked = window.indexedDB.open(NAME, 1);
    asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore(STORE, { keyPath: "id" }));
    asked.addEventListener("error", () => reject(asked.error));
    asked.addEventListener("success", () => {
      asked.result.addEventListener("close", () => {
        shelf.opened = null; // the browser has cleared it
      });
      resolve(asked.result);
    });
  });
}
