// Where the reader is among the places of a menu.
export function isAt(place, path) {
  return place.of.some((each) => path === each || (each !== '/' && path.startsWith(`${each}/`)));
}
