import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { ELIN, KARIN } from '../fixture.ts';
import { givenNow } from '../model/assignment.ts';
import { briefOf } from '../model/givable.ts';
import type { Listed } from '../model/register.ts';
import { PROGRAM_DEFAULTS } from '../model/program.ts';
import { GiveForm } from './GiveForm.tsx';
import { GivenToMe } from './GivenToMe.tsx';

const person: Listed = {
  stream: newId(StreamId, systemRandom),
  code: 'K-017',
  details: ELIN,
  placements: [],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
};
const NILS = newId(MemberId, systemRandom);
const brief = briefOf(
  { person, wave: 1 },
  { due: null, topics: ['Skolan'], relation: 'own', way: 'Sms' },
);
const listed = {
  stream: newId(StreamId, systemRandom),
  ...givenNow({ to: NILS, brief, wish: 'none' as const }, KARIN, 0),
};

it('proposes the own former social worker, and lets the participant’s wish go first', async () => {
  const onGive = vi.fn<Parameters<typeof GiveForm>[0]['onGive']>(async () => 'given');
  render(
    <GiveForm
      chosen={{ person, wave: 1, offer: 'accepted', answer: null }}
      colleagues={[
        { member: NILS, name: 'Nils', here: true },
        { member: KARIN, name: 'Karin', here: true },
        { member: newId(MemberId, systemRandom), name: 'Ulla', here: false },
      ]}
      assignments={[]}
      program={PROGRAM_DEFAULTS}
      topics={[]}
      onGive={onGive}
      onBack={() => undefined}
    />,
  );
  const user = userEvent.setup();
  expect(screen.queryByRole('radio', { name: /Ulla/ })).toBeNull();
  expect(screen.getByRole('radio', { name: /Karin \(egen/ })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Nils' }));
  await user.click(screen.getByRole('radio', { name: /Karin/ }));
  await user.click(screen.getByRole('radio', { name: /någon annan än sin/ }));
  await user.click(screen.getByRole('button', { name: 'Tilldela' }));
  expect(screen.getByText(/Deltagaren har önskat något annat/)).toBeVisible();
  expect(onGive).not.toHaveBeenCalled();
  await user.click(screen.getByRole('radio', { name: 'Nils' }));
  await user.click(screen.getByRole('button', { name: 'Tilldela' }));
  expect(onGive).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ to: NILS, wish: 'other' }),
  );
});

it.each([true, false])('says that what was said last time goes along: %s', (lastTalk) => {
  render(
    <GiveForm
      chosen={{ person, wave: 2, offer: 'accepted', answer: null }}
      colleagues={[{ member: NILS, name: 'Nils', here: true }]}
      assignments={[]}
      program={PROGRAM_DEFAULTS}
      topics={[]}
      lastTalk={lastTalk}
      onGive={async () => 'given'}
      onBack={() => undefined}
    />,
  );
  expect(screen.queryAllByText(/läser vad hen sa/)).toHaveLength(lastTalk ? 1 : 0);
});

it('shows name and contact when asked, and hides them as quickly', async () => {
  const onBegin = vi.fn<(stream: StreamId) => void>();
  render(
    <GivenToMe
      me={NILS}
      assignments={[listed]}
      word="remind"
      mayRemove
      onAnswer={async () => true}
      onBegin={onBegin}
      onRemove={async () => true}
    />,
  );
  const user = userEvent.setup();
  expect(screen.queryByText(ELIN.name)).toBeNull();
  await user.click(screen.getByRole('button', { name: /Visa namn och kontakt/ }));
  expect(screen.getByText(ELIN.name)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /Dölj/ }));
  expect(screen.queryByText(ELIN.name)).toBeNull();
  expect(screen.getByText(/inte hållit någon intervju i år/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /Börja intervjun/ }));
  expect(onBegin).toHaveBeenCalledExactlyOnceWith(listed.stream);
});

it('says when a talk is no longer mine', () => {
  render(
    <GivenToMe
      me={NILS}
      assignments={[{ ...listed, to: KARIN, hands: [NILS, KARIN] }]}
      word="none"
      mayRemove
      onAnswer={async () => true}
      onBegin={() => undefined}
      onRemove={async () => true}
    />,
  );
  expect(screen.getByText(/K-017 är inte längre din/)).toBeVisible();
});
