import * as z from 'zod/mini';
import { fact, PartialDate, Words } from './fact.ts';

/** A placement by an id of its own, so that it can be told about again. */
export const PlacementId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementId>;

export const Home = z.enum([
  'parents',
  'relatives',
  'emergencyHome',
  'fosterHome',
  'residentialCare',
  'supportedHousing',
  'own',
  'other',
]);
export type Home = z.infer<typeof Home>;

/** The placements as the person tells them. */
export const TimelineFact = z.discriminatedUnion('type', [
  /** The placement as it now stands; the newest counts. */
  fact('PlacementTold', {
    placement: PlacementId,
    from: z.nullable(PartialDate),
    to: z.nullable(PartialDate),
    home: Home,
    /** How the move that ended it came about; null when it has not ended or nobody knows. */
    move: z.nullable(z.enum(['planned', 'unplanned'])),
    words: Words,
    /** The last placement matters most (domain.md K35). */
    last: z.boolean(),
  }),
  fact('PlacementRemoved', { placement: PlacementId }),
]);
export type TimelineFact = z.infer<typeof TimelineFact>;
