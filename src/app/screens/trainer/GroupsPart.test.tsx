import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { groupTexts } from '../../../i18n/training-groups.ts';
import { logStreamOf, monthOf } from '../../../review/model/access-log.ts';
import { makeGroup } from '../../../training/groups.ts';
import { ME } from '../fixture.ts';
import { trainee } from '../training/fixture.ts';
import { GroupsPart } from './GroupsPart.tsx';

const t = groupTexts.sv;
beforeEach(stubAssets);

/** A trainer's office with one group; with `open` its page, and otherwise the list. */
async function show(open: boolean) {
  const { desk, deps, journal } = trainee({ me: { ...ME, role: 'trainer' } });
  const made = await makeGroup(journal, 'Hösten 2026', ME.member, deps.random);
  if (!made.ok) throw new Error('memory refused to keep');
  const stream = open ? made.value : null;
  render(
    <GroupsPart desk={desk} deps={deps} part="groups" stream={stream} onBack={() => undefined} />,
  );
  return { deps, journal, user: userEvent.setup() };
}

it('gives a group another name, and says that it is saved', async () => {
  const { user } = await show(true);
  await user.type(await screen.findByLabelText(t.name), ' och våren');
  await user.click(screen.getByRole('button', { name: t.save }));
  await screen.findByRole('heading', { level: 1, name: 'Hösten 2026 och våren' });
  expect(await screen.findByText(t.saved)).toBeVisible();
  expect(screen.getByLabelText(t.name)).toHaveValue('Hösten 2026 och våren');
});

it('takes the groups’ results out with a line in the log', async () => {
  const { deps, journal, user } = await show(false);
  const file = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:results');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  await user.click(await screen.findByRole('button', { name: t.resultsSave }));
  await vi.waitFor(() => expect(file).toHaveBeenCalled(), { timeout: 20_000 });
  const log = logStreamOf(ME.member, monthOf(deps.clock.now()));
  expect((await journal.open(log))?.events.map(({ body }) => body?.data)).toEqual([
    { act: 'exported', stream: null },
  ]);
  vi.restoreAllMocks();
});
