/**
 * How far a field may go; each right holds the ones before it.
 * - tablet: it never leaves the device of the person who wrote it;
 * - parcel: it may be sealed and sent to the recipients of the parcel's kind;
 * - report: it may be counted or quoted in what the office puts together.
 */
export type Right = 'tablet' | 'parcel' | 'report';

type Plain = string | number | boolean | null | undefined | readonly unknown[];
/** The keys of every member of a union, not only those they share. */
type KeysOf<V> = V extends unknown ? keyof V : never;
type FieldOf<V, K extends PropertyKey> = V extends unknown
  ? K extends keyof V
    ? V[K]
    : never
  : never;
/** One right for a plain value or a list; an object needs a row for each field that any of its forms has. */
type RightFor<V> = [V] extends [Plain]
  ? Right
  : [Exclude<V, undefined>] extends [object]
    ? {
        readonly [K in KeysOf<Exclude<V, undefined>>]-?: RightFor<
          FieldOf<Exclude<V, undefined>, K>
        >;
      }
    : Right;

/** A right for every field of every event type: a field without a row does not compile. */
export type FieldPolicy<F extends { type: string; data: object }> = {
  readonly [T in F['type']]: RightFor<Extract<F, { type: T }>['data']>;
};
