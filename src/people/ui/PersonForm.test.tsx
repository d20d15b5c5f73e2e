import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { ELIN, KARIN } from '../fixture.ts';
import { emptyPerson, type TypedPerson } from '../model/person-form.ts';
import type { Listed } from '../model/register.ts';
import { PersonForm } from './PersonForm.tsx';

const t = peopleTexts.sv;
const OTHER: Listed = {
  stream: newId(StreamId, fixedDeps().random),
  code: 'D-001',
  details: ELIN,
  placements: [],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
};

function show(keepsDrafts = true) {
  const onSave = vi.fn<(form: TypedPerson) => Promise<boolean>>(async () => true);
  const onDraft = vi.fn<(form: TypedPerson) => Promise<boolean>>(async () => keepsDrafts);
  render(
    <PersonForm
      initial={emptyPerson('D-002', 'Storby')}
      isNew
      others={[OTHER]}
      members={[{ member: KARIN, name: 'Karin' }]}
      today="2026-11-22"
      onDraft={onDraft}
      onSave={onSave}
      onCancel={() => undefined}
    />,
  );
  return { onSave, onDraft, user: userEvent.setup() };
}
const field = (name: string) => screen.getByLabelText(name);

it('refuses an identity number at the field, in every field, and keeps nothing', async () => {
  const { onSave, user } = show();
  await user.type(field(t.name), 'Nora Påhittad');
  await user.type(field(t.birthMonth), '2005-02');
  await user.type(field(t.otherWorkers), 'Eva, om 20050212-1234');
  expect(screen.getByText(t.identityNumber)).toBeVisible();
  await user.click(screen.getByRole('button', { name: t.saveNew }));
  expect(screen.getByText(t.mend)).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
});

it('says at the field what is missing, in the future or taken', async () => {
  const { onSave, user } = show();
  await user.clear(field(t.code));
  await user.type(field(t.code), 'D-001');
  await user.type(field(t.birthMonth), '2027-01');
  await user.click(screen.getByRole('button', { name: t.saveNew }));
  expect(screen.getByText(t.codeTaken)).toBeVisible();
  expect(screen.getByText(t.future)).toBeVisible();
  expect(screen.getByText(t.missing)).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
});

it('keeps somebody who seems to be there already once it is said to be another', async () => {
  const { onSave, user } = show();
  await user.type(field(t.name), ELIN.name);
  await user.type(field(t.birthMonth), ELIN.birthMonth);
  await user.click(screen.getByRole('button', { name: t.saveNew }));
  expect(screen.getByText(t.samePerson)).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await user.click(screen.getByLabelText(t.isAnother));
  await user.click(screen.getByRole('button', { name: t.saveNew }));
  expect(onSave).toHaveBeenCalledOnce();
});

it('keeps every key as a draft, and says so when it cannot', async () => {
  const { onDraft, user } = show(false);
  await user.type(field(t.name), 'No');
  expect(onDraft.mock.calls.map(([form]) => form.name)).toEqual(['N', 'No']);
  expect(await screen.findByText(t.draftNotKept)).toBeVisible();
});
