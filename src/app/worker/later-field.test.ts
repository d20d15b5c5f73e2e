import { expect, it, vi } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { ok } from '../../base/result.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import type { FieldVault } from './field-vault.ts';
import { laterField } from './later-field.ts';

const unused = (): never => {
  throw new Error('not asked for here');
};
const host = { cards: unused, create: unused, destroy: unused, unlock: unused };
const real = (): OpenVault => unused();

it('what could not be loaded neither stops the closing nor stays broken', async () => {
  const act = vi.fn<FieldVault>(async () => ok({ type: 'none' }));
  let reachable = false;
  const field = laterField(host, real, fixedDeps(), async () => {
    if (!reachable) throw new Error('not fetched');
    return { fieldVault: () => act };
  });
  await field.close();
  await expect(field.act({ type: 'look' })).rejects.toThrow('not fetched');
  await field.close();
  expect(act).not.toHaveBeenCalled();
  reachable = true;
  expect(await field.act({ type: 'look' })).toEqual(ok({ type: 'none' }));
  await field.close();
  expect(act.mock.calls).toEqual([[{ type: 'look' }], [{ type: 'close' }]]);
});
