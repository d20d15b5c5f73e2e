/** The field a signature is drawn in, in whole points. */
export const SIGNATURE_FIELD = { width: 600, height: 200 } as const;

/** Longer than anybody's name; what is drawn beyond is left out, so that the fact always fits. */
export const MAX_SIGNATURE = 40_000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The path with one more point: a move where a stroke begins, a line where it goes on. */
export function withPoint(path: string, { x, y }: Point, begins: boolean): string {
  const at = `${inside(x, SIGNATURE_FIELD.width)} ${inside(y, SIGNATURE_FIELD.height)}`;
  // A dot is a stroke too: a line to where it began is drawn as one by a round pen.
  const further = begins || path === '' ? `M${at}L${at}` : `L${at}`;
  if (!begins && path.endsWith(`L${at}`)) return path;
  return path.length + further.length > MAX_SIGNATURE ? path : path + further;
}

const inside = (value: number, most: number): number =>
  Math.round(Math.min(Math.max(value, 0), most));
