/** Goes on to the page that has taken the place of this one; an address that somebody kept still works. */

/** @param {HTMLElement} place */
export function start(place) {
  const link = place.querySelector("a");
  if (link) location.replace(link.href);
}
