import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { memo, q, ready, wrote } from '../fixture.ts';
import { sharedMemo } from '../memo.ts';
import { openTalk } from './fixture.tsx';
import { IdentifyingPart } from './IdentifyingPart.tsx';
import { MemoPart } from './MemoForm.tsx';

const TEXT = 'Ring henne på 070-123 45 67 eller a@b.se.';

it('points quietly at answers and memo fields, and leads to the place', async () => {
  const talk = await openTalk([...ready(), wrote('s2q1', TEXT), memo('setting', 'Storgatan 12')]);
  const { session, ports } = talk;
  const fields = session.guide.memoTemplate.fields.filter(({ part }) => part === 'A');
  render(
    <>
      <IdentifyingPart session={session} ports={ports} />
      <MemoPart title="A" fields={fields} keeper={sharedMemo(session)} />
    </>,
  );
  const part = within(screen.getByRole('region', { name: 'Kan någon kännas igen?' }));
  const [answer, field] = part.getAllByRole('button');
  if (!answer || !field) throw new Error('too few places');
  expect(answer).toHaveAccessibleName(/\(telefonnummer, e-postadress\)$/);
  // What was found is not written down a second time.
  expect(document.body).not.toHaveTextContent('070-123');
  fireEvent.click(field);
  expect(document.activeElement).toHaveValue('Storgatan 12');
  fireEvent.click(answer);
  expect(talk.calls).toEqual(['talk']);
  expect(session.position()).toEqual({ question: q('s2q1'), caret: TEXT.indexOf(' eller') });
});

it('is gone when nothing stands out any more', async () => {
  const { session, ports } = await openTalk([...ready(), wrote('s2q1', TEXT)]);
  const { container } = render(<IdentifyingPart session={session} ports={ports} />);
  await act(() => session.act([wrote('s2q1', 'Ring henne.')]));
  expect(container).toBeEmptyDOMElement();
});
