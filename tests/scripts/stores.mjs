/* The stores of a browser as far as the program keeps anything: those of strings, and the shelf of works. */

class Storage {
  constructor() {
    for (const [name, value] of [
      ["items", new Map()],
      ["isFull", false],
    ]) {
      Object.defineProperty(this, name, { value, writable: true }); // no names of what it keeps
    }
  }

  getItem(name) {
    return this.items.get(name) ?? null;
  }

  setItem(name, text) {
    if (this.isFull) throw new DOMException("No room", "QuotaExceededError");
    this.items.set(name, text);
    this[name] = text;
  }

  removeItem(name) {
    this.items.delete(name);
    delete this[name];
  }
}

/** Put empty stores on the window, and an empty shelf; returns the works on it by their ids. */
export function putStores() {
  Object.assign(window, { sessionStorage: new Storage(), localStorage: new Storage() });
  const works = new Map();
  window.indexedDB = { works, fault: null, open: () => asked(() => databaseOf(window.indexedDB), "upgradeneeded") };
  return works;
}

/** A request, which is answered later. */
function asked(answer, ...before) {
  const request = new EventTarget();
  queueMicrotask(() => {
    request.result = answer();
    for (const kind of [...before, "success"]) request.dispatchEvent(new Event(kind));
    request.onsuccess?.();
  });
  return request;
}

function databaseOf(shelf) {
  const database = Object.assign(new EventTarget(), { createObjectStore() {} });
  database.transaction = () => {
    const transaction = new EventTarget();
    const { works } = shelf;
    const store = {
      get: (id) => asked(() => works.get(id)),
      getAll: () => asked(() => [...works.values()]),
      put: (work) => shelf.fault ?? works.set(work.id, work),
      delete: (id) => asked(() => works.delete(id)),
      clear: () => asked(() => works.clear()),
    };
    setImmediate(() => {
      transaction.error = shelf.fault;
      transaction.dispatchEvent(new Event(shelf.fault ? "abort" : "complete"));
    });
    return Object.assign(transaction, { objectStore: () => store });
  };
  return database;
}
