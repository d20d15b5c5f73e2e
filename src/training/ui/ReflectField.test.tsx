import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReflectField } from './ReflectField.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function show() {
  const onReflect = vi.fn<(text: string) => void>();
  const view = render(<ReflectField label="Vad hände?" words="" onReflect={onReflect} />);
  const field = screen.getByRole('textbox', { name: 'Vad hände?' });
  const type = (words: string) => fireEvent.change(field, { target: { value: words } });
  return { onReflect, field, type, ...view };
}

it('tells of the words when the field has been left alone, and not again when it is left', () => {
  const { onReflect, field, type } = show();
  type('Jag');
  vi.advanceTimersByTime(1500);
  type('Jag väntade ');
  vi.advanceTimersByTime(1500);
  expect(onReflect).not.toHaveBeenCalled();
  vi.advanceTimersByTime(600);
  fireEvent.blur(field);
  expect(onReflect.mock.calls).toEqual([['Jag väntade']]);
});

it('loses nothing when the screen goes away in the middle of a word', () => {
  const { onReflect, type, unmount } = show();
  type('Jag vänt');
  unmount();
  vi.advanceTimersByTime(5000);
  expect(onReflect.mock.calls).toEqual([['Jag vänt']]);
});
