import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { machine, said, transcribed } from '../../interview/transcript-fixture.ts';
import { summariseTranscript } from '../../interview/model/transcript.ts';
import { StreamId } from '../../base/ids.ts';
import { TestDesk } from './fixture.tsx';

const TRANSCRIPT = StreamId.parse('7'.repeat(32));

it('shows the transcript that came beside the interview, with what nobody has listened to marked', async () => {
  const desk = new TestDesk();
  await desk.arrives();
  const events = transcribed([
    said(1, 'Hur var det?'),
    machine(2, 'Vi målade staketet', { remark: 'ler' }),
  ]);
  const renamed = events.map((event) => ({ ...event, stream: TRANSCRIPT }));
  await desk.journal.take(TRANSCRIPT, 'transcript', renamed, summariseTranscript(events));
  await desk.show();
  expect(await screen.findByRole('heading', { name: 'Utskriften av samtalet' })).toBeVisible();
  expect(screen.getByText(/1 stycke är inte kontrollerade/)).toBeVisible();
  expect(screen.getByText('Vi målade staketet')).toBeInTheDocument();
  expect(screen.getAllByText('Ej kontrollerad')).toHaveLength(1);
  expect(screen.getByText(/Anmärkning: ler/)).toBeInTheDocument();
});
