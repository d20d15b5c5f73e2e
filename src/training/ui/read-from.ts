/** Goes to a place in the page, for the eye and for a screen reader; it leaves no step for the back button. */
export function readFrom(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}
