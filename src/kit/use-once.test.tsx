import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { useOnce } from './use-once.ts';

function Sender(props: { readonly send: (what: string) => Promise<void> }) {
  const { run, busy } = useOnce(props.send);
  return (
    <Button disabled={busy} onClick={() => run('hej')}>
      Skicka
    </Button>
  );
}

it('ignores what is asked while it runs, and can be asked again afterwards', async () => {
  const sent: string[] = [];
  let land = () => {};
  const send = (what: string) => {
    sent.push(what);
    return new Promise<void>((resolve) => {
      land = resolve;
    });
  };
  render(<Sender send={send} />);
  const button = screen.getByRole('button');
  // Both taps before anything is drawn again: the button is not disabled yet.
  act(() => {
    button.click();
    button.click();
  });
  expect(sent).toEqual(['hej']);
  expect(button).toBeDisabled();
  await act(async () => land());
  expect(button).toBeEnabled();
  fireEvent.click(button);
  expect(sent).toEqual(['hej', 'hej']);
});
