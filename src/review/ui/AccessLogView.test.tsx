import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { EventId, MemberId, StreamId } from '../../base/ids.ts';
import type { Access, AccessLog, Edit } from '../model/access-log.ts';
import { AccessLogView } from './AccessLogView.tsx';
import type { SignedCheck } from './LogCheckForm.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const karin = newId(MemberId, systemRandom);
const maja = newId(MemberId, systemRandom);
const interview = newId(StreamId, systemRandom);
const october = Date.UTC(2026, 9, 10);
const line = (by: MemberId, change: Partial<Access> = {}): Access => ({
  id: newId(EventId, systemRandom),
  by,
  at: october,
  act: 'read',
  stream: interview,
  ...change,
});

function show(log: Partial<AccessLog>, kept = true, edits: readonly Edit[] = []) {
  const sign = vi.fn<(check: SignedCheck) => Promise<boolean>>(() => Promise.resolve(kept));
  render(
    <AccessLogView
      log={{ accesses: [], checks: [], ...log }}
      me={karin}
      now={Date.UTC(2026, 10, 3)}
      nameOf={(member) => (member === karin ? 'Karin' : 'Maja')}
      callOf={(stream) => (stream === interview ? 'K-017' : undefined)}
      editsIn={async (month) => (month === '2026-10' ? edits : [])}
      seed={() => 'seed'}
      onSign={sign}
      onBack={() => undefined}
    />,
  );
  return sign;
}
/** As soon as the changes of the month are known. */
const draw = async () => {
  const button = screen.getByRole('button', { name: 'Dra ett urval' });
  await waitFor(() => expect(button).toBeEnabled());
  fireEvent.click(button);
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('opens at the month that waits, and says what each did', () => {
  show({
    accesses: [
      line(maja),
      line(maja, { act: 'unlocked', stream: null }),
      line(karin, { act: 'exported', stream: newId(StreamId, systemRandom) }),
    ],
  });
  expect(screen.getByText('oktober 2026 är inte kontrollerad.')).toBeVisible();
  const rows = within(screen.getByRole('table', { name: 'Loggrader' })).getAllByRole('row');
  const said = rows.map((row) => row.textContent).join('\n');
  expect(said).toContain('MajaLäste K-017');
  expect(said).toContain('MajaLåste upp');
  expect(said).toContain('KarinSkrev ut eller sparade ner något som inte finns kvar här');
});

it('is signed for with a sample of what others did, and asks for what is missing', async () => {
  const theirs = Array.from({ length: 3 }, () => line(maja));
  const sign = show({ accesses: [...theirs, line(karin)] });
  await draw();
  expect(screen.getByText(/3 rader är dragna/)).toBeVisible();
  press('Skriv under kontrollen');
  expect(await screen.findByText('Välj om raderna är i sin ordning.')).toBeVisible();
  fireEvent.click(screen.getByLabelText('Nej, något behöver följas upp'));
  press('Skriv under kontrollen');
  expect(await screen.findByText('Skriv vad som ska följas upp.')).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
  fireEvent.change(screen.getByLabelText('Anteckning'), { target: { value: ' Fråga Maja. ' } });
  press('Skriv under kontrollen');
  expect(await screen.findByText('Kontrollen är sparad.')).toBeVisible();
  expect(sign).toHaveBeenCalledOnce();
  const [signed] = sign.mock.calls[0] ?? [];
  expect(signed).toMatchObject({ month: '2026-10', outcome: 'followUp', note: 'Fråga Maja.' });
  expect(signed?.sample.toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
});

it('keeps what was written when it could not be saved', async () => {
  show({ accesses: [line(maja)] }, false);
  await draw();
  fireEvent.click(screen.getByLabelText('Ja, de är i sin ordning'));
  fireEvent.change(screen.getByLabelText('Anteckning'), { target: { value: 'Sett igenom.' } });
  press('Skriv under kontrollen');
  expect(await screen.findByText('Det gick inte att spara. Försök igen.')).toBeVisible();
  expect(screen.getByLabelText('Anteckning')).toHaveValue('Sett igenom.');
});

it('draws nothing from one’s own lines, and lists the checks that were made', async () => {
  show({
    accesses: [line(karin)],
    checks: [
      {
        by: maja,
        at: october,
        month: '2026-09',
        sample: [newId(EventId, systemRandom)],
        outcome: 'inOrder',
        note: '',
      },
    ],
  });
  await draw();
  await waitFor(() =>
    expect(screen.getByText('Det finns inga rader från andra att kontrollera.')).toBeVisible(),
  );
  expect(screen.getByText(/september 2026: Maja/)).toBeVisible();
});

it('says who changed what, and draws among the changes too', async () => {
  const edit = (kind: Edit['kind'], stream = interview): Edit => ({
    id: newId(EventId, systemRandom),
    by: maja,
    at: october,
    act: 'edited',
    kind,
    stream,
  });
  const rules = edit('program', newId(StreamId, systemRandom));
  const removed = { ...edit('participant'), act: 'removed' } as const;
  const sign = show({ accesses: [line(maja)] }, true, [edit('interview'), rules, removed]);
  expect(await screen.findByText('Skrev i intervjun K-017')).toBeVisible();
  expect(screen.getByText('Ändrade villkor och regler')).toBeVisible();
  expect(screen.getByText('Tog bort ur registret: K-017')).toBeVisible();
  await draw();
  expect(screen.getByText(/4 rader är dragna/)).toBeVisible();
  fireEvent.click(screen.getByLabelText('Ja, de är i sin ordning'));
  press('Skriv under kontrollen');
  await waitFor(() => expect(sign).toHaveBeenCalledOnce());
  expect(sign.mock.calls[0]?.[0].sample).toContain(rules.id);
});

it('draws nothing before the changes are known', async () => {
  render(
    <AccessLogView
      log={{ accesses: [line(maja)], checks: [] }}
      me={karin}
      now={october}
      nameOf={() => 'Maja'}
      callOf={() => undefined}
      editsIn={() => new Promise(() => undefined)}
      seed={() => 'seed'}
      onSign={() => Promise.resolve(true)}
      onBack={() => undefined}
    />,
  );
  expect(screen.getByText('Letar upp månadens ändringar …')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Dra ett urval' })).toBeDisabled();
});
