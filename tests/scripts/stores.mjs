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
  window.indexedDB = { works, fault: null, isShut: false, open: () => opened(window.indexedDB) };
  return works;
}

/** A shelf that is opened for the first time is built first; one that is shut cannot be opened. */
function opened(shelf) {
  const request = new EventTarget();
  queueMicrotask(() => {
    const database = databaseOf(shelf);
    Object.assign(request, shelf.isShut ? { error: new Error("shut") } : { result: database });
    shelf.last = database;
    for (const kind of shelf.isShut ? ["error"] : ["upgradeneeded", "success"]) request.dispatchEvent(new Event(kind));
  });
  return request;
}

/** What is answered later. */
function asked(answer) {
  const request = {};
  queueMicrotask(() => {
    request.result = answer();
    request.onsuccess?.();
  });
  return request;
}

function databaseOf(shelf) {
  const keys = {};
  const database = new EventTarget();
  database.createObjectStore = (name, { keyPath }) => (keys[name] = keyPath);
  database.transaction = (name) => {
    if (!(name in keys)) throw new DOMException("There is no such store", "NotFoundError");
    const transaction = new EventTarget();
    const { works } = shelf;
    const store = {
      get: (id) => asked(() => works.get(id)),
      getAll: () => asked(() => [...works.values()]),
      put: (work) => shelf.fault ?? works.set(work[keys[name]], work),
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
