import { render, screen } from '@testing-library/react';
import { Suspense, useState, type ComponentType } from 'react';
import { expect, it } from 'vitest';
import { ahead } from './ahead.tsx';

function Greeting({ name }: { readonly name: string }) {
  const [first] = useState(name);
  return <p>{`Hej ${first}`}</p>;
}
const load = () => Promise.resolve(Greeting);
const shown = (Screen: ComponentType<{ readonly name: string }>, name: string) => (
  <Suspense fallback={<p>väntar</p>}>
    <Screen name={name} />
  </Suspense>
);

it('stands there at once when it was fetched before', async () => {
  const door = ahead(load);
  await door.prepare();
  render(shown(door.Screen, 'Ada'));
  expect(screen.queryByText('väntar')).toBeNull();
  expect(screen.getByText('Hej Ada')).toBeTruthy();
});

it('is fetched when it is shown, and does not begin anew when it is fetched again', async () => {
  const door = ahead(load);
  const { rerender } = render(shown(door.Screen, 'Ada'));
  expect(screen.getByText('väntar')).toBeTruthy();
  await screen.findByText('Hej Ada');
  await door.prepare();
  rerender(shown(door.Screen, 'Bo'));
  expect(screen.getByText('Hej Ada')).toBeTruthy();
});
