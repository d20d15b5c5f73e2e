import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { removalTexts } from '../../i18n/removal.ts';
import { RemovePart, type Removal } from './RemovePart.tsx';

const t = removalTexts.sv;

function show({
  interviewed = false,
  givenTo = null,
  keeps = true,
}: { interviewed?: boolean; givenTo?: string | null; keeps?: boolean } = {}) {
  const onRemove = vi.fn<(removal: Removal) => Promise<boolean>>(async () => keeps);
  const onToAssignments = vi.fn<() => void>();
  const { container } = render(
    <RemovePart code="K-017" {...{ interviewed, givenTo, onRemove, onToAssignments }} />,
  );
  return { container, onRemove, onToAssignments, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

it('says what goes and what stays, and asks why before anything goes', async () => {
  const { container, onRemove, user } = show();
  await user.click(screen.getByText(t.part));
  await user.click(button(t.remove));
  for (const words of [t.goesEntry, t.goesTalks, t.goesWhere, t.staysNumbers, t.staysCode]) {
    expect(screen.getByText(words)).toBeVisible();
  }
  expect(screen.queryByText(t.staysInterview)).toBeNull();
  expect(await objectionsIn(container)).toEqual([]);
  await user.click(button(t.removeNow));
  expect(screen.getByText(t.whyMissing)).toBeVisible();
  expect(onRemove).not.toHaveBeenCalled();
  await user.click(screen.getByLabelText(t.why_asked));
  await user.type(screen.getByLabelText(t.decision), ' SN 2026/12 ');
  await user.click(button(t.removeNow));
  expect(onRemove).toHaveBeenCalledExactlyOnceWith({ why: 'asked', decision: 'SN 2026/12' });
});

it('says of an interview that it stays, and where it is taken back', async () => {
  const { user } = show({ interviewed: true });
  await user.click(screen.getByText(t.part));
  await user.click(button(t.remove));
  expect(screen.getByText(t.staysInterview)).toBeVisible();
});

it('waits until a talk that is given is called off, and says whose it is', async () => {
  const { onToAssignments, user } = show({ givenTo: 'Tore Lindeberg' });
  await user.click(screen.getByText(t.part));
  expect(screen.getByText(t.given('Tore Lindeberg'))).toBeVisible();
  expect(screen.queryByRole('button', { name: t.remove })).toBeNull();
  await user.click(button(t.toAssignments));
  expect(onToAssignments).toHaveBeenCalledOnce();
});

it('says when it could not be kept, and lets it be tried again', async () => {
  const { onRemove, user } = show({ keeps: false });
  await user.click(screen.getByText(t.part));
  await user.click(button(t.remove));
  await user.click(screen.getByLabelText(t.why_mistake));
  await user.click(button(t.removeNow));
  expect(await screen.findByText(t.failed)).toBeVisible();
  await user.click(button(t.removeNow));
  expect(onRemove).toHaveBeenCalledTimes(2);
});
