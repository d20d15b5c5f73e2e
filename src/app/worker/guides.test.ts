import { expect, it, vi } from 'vitest';
import { ok } from '../../base/result.ts';
import data from '../../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../../guide/model/guide.ts';
import type { Records } from '../../vault/model/port.ts';
import { openGuideShelf } from './guides.ts';

const GUIDE = Guide.parse(data);
const NAME = `guide/${GUIDE.id}@${GUIDE.version}`;

function records(): Records {
  const held = new Map<string, string>();
  return {
    get: async (name) => {
      const json = held.get(name);
      return json === undefined ? undefined : JSON.parse(json);
    },
    put: async (name, value) => {
      held.set(name, JSON.stringify(value));
      return ok('both');
    },
    remove: async (name) => {
      held.delete(name);
      return ok('both');
    },
    names: async (prefix) => [...held.keys()].filter((name) => name.startsWith(prefix)),
  };
}

it('gives back what was put on the shelf, without parsing it a second time', async () => {
  const kept = records();
  await openGuideShelf(kept).keep(GUIDE);
  const parse = vi.spyOn(Guide, 'safeParse');
  const guide = await openGuideShelf(kept).get(GUIDE);
  expect(guide).toEqual(GUIDE);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

it('lets no guide onto the shelf that is none', async () => {
  const kept = records();
  const broken = { ...GUIDE, sections: [] };
  await expect(openGuideShelf(kept).keep(broken)).rejects.toThrow('sections');
  expect(await kept.names('guide/')).toEqual([]);
});

it('still reads a guide that lies there as it came, and no other shape', async () => {
  const kept = records();
  await kept.put(NAME, GUIDE);
  await kept.put('guide/other@1', { shape: 2, guide: GUIDE });
  expect(await openGuideShelf(kept).get(GUIDE)).toEqual(GUIDE);
  expect(await openGuideShelf(kept).all()).toEqual([GUIDE]);
});
