// What the browser keeps for the reader; a browser that refuses storage only forgets.
function access(operation) {
  try {
    return operation();
  } catch {
    return null;
  }
}

export const kept = {
  get: (key) => access(() => localStorage.getItem(`townhall.${key}`)),
  set: (key, value) => access(() => localStorage.setItem(`townhall.${key}`, value)),
  remove: (key) => access(() => localStorage.removeItem(`townhall.${key}`)),
};

/** Kept until the tab is closed. */
export const keptForTab = {
  get: (key) => access(() => sessionStorage.getItem(`townhall.${key}`)),
  set: (key, value) => access(() => sessionStorage.setItem(`townhall.${key}`, value)),
  remove: (key) => access(() => sessionStorage.removeItem(`townhall.${key}`)),
};
