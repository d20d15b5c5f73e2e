import { PlacementId, type Placement, type TimelineFact } from './model/timeline.ts';

/* Invented placements for the tests of the timeline. */

export const placementId = (sign: string): PlacementId => PlacementId.parse(sign.repeat(32));

export const placement = (sign: string, more: Partial<Placement> = {}): Placement => ({
  placement: placementId(sign),
  from: null,
  to: null,
  home: null,
  move: null,
  words: '',
  last: false,
  ...more,
});

export const tellsOf = (sign: string, more: Partial<Placement> = {}): TimelineFact => ({
  type: 'PlacementTold',
  version: 1,
  data: placement(sign, more),
});

export const removes = (sign: string): TimelineFact => ({
  type: 'PlacementRemoved',
  version: 1,
  data: { placement: placementId(sign) },
});
