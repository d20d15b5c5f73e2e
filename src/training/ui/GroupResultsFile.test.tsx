import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { MemberId } from '../../base/ids.ts';
import { groupTexts } from '../../i18n/training-groups.ts';
import { unkeptTexts } from '../../i18n/unkept.ts';
import { TRAINING } from '../fixture.ts';
import type { Standing } from '../model/standing.ts';
import { GroupResultsFile } from './GroupResultsFile.tsx';

afterEach(() => vi.restoreAllMocks());

const t = groupTexts.sv;
const held = (alias: string) => ({
  case: alias,
  guide: TRAINING.guide,
  reached: 5,
  of: 5,
  at: 1_800_000_000_000,
});

/** `at` counts them; the first five have done the first module and all three cases. */
const person = (at: number): Standing => ({
  member: MemberId.parse(at.toString(16).padStart(32, '0')),
  name: `Person Påhittad ${at}`,
  hasLeft: false,
  shared: at !== 10,
  done: new Set(at < 5 ? ['m1'] : []),
  held: at < 5 ? ['Saga', 'Amir', 'Lina'].map(held) : [held('Saga')],
  signed:
    at === 0
      ? {
          by: MemberId.parse('f'.repeat(32)),
          at: 1,
          guide: TRAINING.guide,
          renewBy: '2030-01-01',
          isDue: false,
        }
      : null,
});

it('saves numbers without a name, nothing about a few, and nothing that a spreadsheet would run', async () => {
  const people = Array.from({ length: 11 }, (_, at) => person(at));
  const onTakeOut = vi.fn<() => Promise<boolean>>(async () => true);
  const of = (from: number, to: number) => people.slice(from, to).map(({ member }) => member);
  render(
    <GroupResultsFile
      groups={[
        { name: '=HYPERLINK("x")', members: of(0, 11) },
        { name: 'Liten', members: of(0, 3) },
      ]}
      trainees={people}
      training={TRAINING}
      least={5}
      onTakeOut={onTakeOut}
    />,
  );
  // What the browser is handed: tests share their modules, so one that replaces a module may come too late.
  let saved: Blob | undefined;
  let file = '';
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved = blob;
    return 'blob:results';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    file = this.download;
  });
  const user = userEvent.setup();
  const button = screen.getByRole('button', { name: t.resultsSave });
  // What cannot be noted in the log is not taken out.
  onTakeOut.mockResolvedValueOnce(false);
  await user.click(button);
  expect(await screen.findByText(unkeptTexts.sv.takingOut)).toBeVisible();
  expect(saved).toBeUndefined();
  await user.click(button);
  await vi.waitFor(() => expect(file).toBe('utbildningsresultat.csv'), { timeout: 20_000 });
  const content = (await saved?.text()) ?? '';
  const lines = content.split('\r\n');
  const group = `"'=HYPERLINK(""x"")"`;
  // Ten of the eleven share; five of them have done it.
  expect(lines[1]).toBe(`${group};1. Varför lär vi av dem som bott i familjehem?;5;10`);
  expect(lines[2]).toMatch(/;0;10$/);
  expect(lines).toContain(`${group};${t.allThree};5;10`);
  // One of ten is signed off: that is about somebody.
  expect(lines).toContain(`${group};${t.signedOff};${t.withheld};10`);
  expect(lines.filter((line) => line.startsWith('Liten'))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('Liten') && /\d+$/.test(line))).toEqual([]);
  expect(content).not.toMatch(/Påhittad/);
});
