import { beforeEach, expect, it } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { fakeDesk } from '../fixture.ts';
import { practiceStock } from './practice-stock.ts';

beforeEach(stubAssets);

it('practises by the guide with the office’s rules in it, as interviews are held', async () => {
  const ruled = { ...GUIDE, title: { sv: 'Med kontorets regler' } };
  const desk = fakeDesk({ guides: async () => [GUIDE], guide: async () => ruled });
  expect((await practiceStock(desk)).guide).toBe(ruled);
});
