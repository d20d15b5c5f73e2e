import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { roleTexts } from '../../../i18n/training-role.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { caseOf } from '../../../training/fixture.ts';
import { PlayedScreen } from './PlayedScreen.tsx';

const t = roleTexts.sv;
const lina = caseOf('Lina');

function show() {
  const onCases = vi.fn<() => void>();
  render(<PlayedScreen played={lina} guide={GUIDE} onCases={onCases} />);
  return { onCases, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

afterEach(() => {
  vi.unstubAllGlobals();
});

it('prints the whole part, every question with its lines, and nothing of what is looked for', async () => {
  const { user } = show();
  const printed: (Element | null)[] = [];
  vi.stubGlobal('print', () => printed.push(document.querySelector('.print-sheet')));
  await user.click(button(t.print));
  const [sheet] = printed;
  const asked = GUIDE.sections.flatMap(({ questions }) => questions);
  const headings = [...(sheet?.querySelectorAll('section > div > h3:first-child') ?? [])];
  expect(headings.map((each) => each.textContent)).toEqual(asked.map(({ text }) => text.sv));
  expect(lina.checkpoints.length).toBeGreaterThan(3);
  for (const { expect: looked } of lina.checkpoints) {
    expect(sheet?.textContent).not.toContain(looked.sv);
  }
});

it('goes from question to question and to any of them, and ends at the last', async () => {
  const { user } = show();
  const heading = () => screen.getAllByRole('heading', { level: 2 })[0]?.textContent;
  const [first, second] = GUIDE.sections.flatMap(({ questions }) => questions);
  expect(heading()).toBe(first?.text.sv);
  expect(button(t.previous)).toBeDisabled();
  await user.click(button(t.next));
  expect(heading()).toBe(second?.text.sv);
  const last = GUIDE.sections.flatMap(({ questions }) => questions).at(-1);
  await user.selectOptions(screen.getByLabelText(t.choose), last?.id ?? '');
  expect(heading()).toBe(last?.text.sv);
  expect(button(t.next)).toBeDisabled();
  expect(await objectionsIn(document.body)).toEqual([]);
});
