import * as z from 'zod/mini';

/** Something a person typed; long enough for a life, short enough to seal at once. */
export const Words = z.string().check(z.maxLength(200_000));

/** A day, a month or only a year, as people remember: `2016`, `2016-08`, `2016-08-15`. */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

/** One kind of past fact. A changed shape is a new version with an upcast, never another meaning of the old one. */
export const fact = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), version: z.literal(1), data: z.object(shape) });
