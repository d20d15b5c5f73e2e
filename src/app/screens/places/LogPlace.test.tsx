import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { accessLogTexts } from '../../../i18n/access-log.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { ELIN } from '../../../people/fixture.ts';
import { writeParticipant } from '../../../people/write.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { editsIn } from './edits.ts';
import { cameIn, CODE, given, registered, TORE } from './fixture.ts';
import { LogPlace } from './LogPlace.tsx';

const t = accessLogTexts.sv;

/** Somebody put into the register in September, and a talk given and held in October. */
async function office() {
  const deps = fixedDeps(Date.parse('2026-09-10T10:00:00Z'));
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const person = await registered(journal, deps);
  deps.clock.advance(30 * 24 * 60 * 60_000);
  const interview = newId(StreamId, deps.random);
  const talk = await given(journal, deps, { participant: person, interview });
  await cameIn(journal, interview, deps.clock.now());
  return { deps, journal, person, talk, interview };
}

it('shows what was changed by the code it is known by, and no word of it', async () => {
  const { deps, journal } = await office();
  const desk = fakeDesk({ journal });
  const { container } = render(
    <LogPlace desk={desk} deps={deps} stream={null} onBack={() => undefined} />,
  );
  expect(await screen.findByText(`${t.edit_interview} ${CODE}`)).toBeVisible();
  expect(screen.getByText(`${t.edit_assignment} ${CODE}`)).toBeVisible();
  expect(screen.queryByText(`${t.edit_participant} ${CODE}`)).toBeNull();
  await userEvent.setup().selectOptions(screen.getByLabelText(t.month), '2026-10');
  expect(document.body.textContent).not.toContain(ELIN.name);
  expect(await objectionsIn(container)).toEqual([]);
});

it('the changes of a month are found though the stream was changed again later', async () => {
  const { journal, person } = await office();
  const moved = {
    type: 'ParticipantChanged',
    version: 1,
    data: { details: { municipality: 'Lillby' } },
  } as const;
  await writeParticipant(journal, person, [moved]);
  const lines = async (month: string) =>
    (await editsIn(journal, month)).map(({ kind, by }) => [kind, by]);
  expect(await lines('2026-09')).toEqual([['participant', ME.member]]);
  expect(await lines('2026-10')).toContainEqual(['participant', ME.member]);
  expect(await lines('2026-08')).toEqual([]);
  expect(await lines('2026-10')).not.toContainEqual(['participant', TORE]);
});

it('opens no stream that was not touched since the month began', async () => {
  const { journal, person, talk, interview } = await office();
  const opened: StreamId[] = [];
  const open: typeof journal.open = async (stream) => {
    opened.push(stream);
    return journal.open(stream);
  };
  await editsIn({ ...journal, open }, '2026-10');
  await waitFor(() => expect(opened.toSorted()).toEqual([talk, interview].toSorted()));
  expect(opened).not.toContain(person);
});
