import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Place, placeBetween, placesAfter } from './segment-place.ts';

it('always finds a place between two neighbours, wherever segments were put before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 300 }), (spots) => {
      const places: Place[] = [];
      for (const spot of spots) {
        const at = spot % (places.length + 1);
        const place = placeBetween(places[at - 1] ?? null, places[at] ?? null);
        expect(Place.safeParse(place).success).toBe(true);
        places.splice(at, 0, place);
      }
      expect(places).toEqual([...new Set(places)].sort());
    }),
  );
});

it('finds room at one and the same spot, before or after the last one, a thousand times', () => {
  for (const before of [true, false]) {
    let [low, high] = [placeBetween(null, null), placeBetween(placeBetween(null, null), null)];
    for (let i = 0; i < 1000; i += 1) {
      const place = placeBetween(low, high);
      expect(low < place && place < high).toBe(true);
      if (before) high = place;
      else low = place;
    }
    expect(Place.safeParse(before ? high : low).success).toBe(true);
  }
});

it('gives a whole file its places in a row, each as short as the first', () => {
  const places = placesAfter('i0000z3', 2000);
  expect(places).toEqual([...places].sort());
  expect(places[0] && places[0] > 'i0000z3').toBe(true);
  expect(Math.max(...places.map((place) => place.length))).toBe(6);
});

it('has an answer also when two copies put something at the same place', () => {
  expect(placeBetween('i00000', 'i00000') > 'i00000').toBe(true);
});
