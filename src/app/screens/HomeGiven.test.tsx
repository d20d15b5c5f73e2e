import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { err } from '../../base/result.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { unkeptTexts } from '../../i18n/unkept.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { fakeDesk, ME } from './fixture.ts';
import { HomeGiven } from './HomeGiven.tsx';
import { given, registered } from './places/fixture.ts';

it('says at the row when the answer could not be kept', async () => {
  const deps = fixedDeps(Date.parse('2026-11-01T10:00:00Z'));
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  await given(journal, deps, { participant: await registered(journal, deps), to: ME.member });
  const full: typeof journal.append = async () => err({ type: 'storeFailed', name: 'disk' });
  const desk = fakeDesk({ journal: { ...journal, append: full } });
  render(<HomeGiven desk={desk} clock={deps.clock} />);
  const yes = await screen.findByRole('button', { name: assignTexts.sv.say_accepted });
  await userEvent.setup().click(yes);
  expect(await screen.findByRole('alert')).toHaveTextContent(unkeptTexts.sv.answer);
  expect(yes).toHaveAttribute('aria-pressed', 'false');
});
