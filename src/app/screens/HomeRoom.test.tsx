import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { roomTexts } from '../../i18n/room.ts';
import type { StoreStatus } from '../../vault/model/port.ts';
import { HomeRoom } from './HomeRoom.tsx';

const t = roomTexts.sv;
const WELL: StoreStatus = {
  breaker: 'closed',
  cause: null,
  restored: 0,
  persisted: false,
  damaged: 0,
};
const browser = (persisted: boolean, answers: boolean[] = []) => ({
  persisted: async () => persisted,
  persist: async () => answers.shift() ?? false,
});

it('says nothing where the browser has promised and there is room', async () => {
  const storage = browser(true);
  const { container } = render(<HomeRoom status={WELL} storage={storage} />);
  await storage.persisted();
  expect(container).toBeEmptyDOMElement();
});

it('says what may happen without a promise, and asks again when told to', async () => {
  const user = userEvent.setup();
  render(<HomeRoom status={WELL} storage={browser(false, [false, true])} />);
  expect(await screen.findByText(t.notPromised)).toBeVisible();
  await user.click(screen.getByRole('button', { name: t.ask }));
  expect(await screen.findByText(t.refused)).toBeVisible();
  await user.click(screen.getByRole('button', { name: t.ask }));
  expect(await screen.findByText(t.promised)).toBeVisible();
  expect(screen.queryByText(t.notPromised)).not.toBeInTheDocument();
});

it.for(['NoFreeSpace', 'QuotaExceededError'])('says that the device is full (%s)', (cause) => {
  render(<HomeRoom status={{ ...WELL, breaker: 'open', cause }} storage={browser(true)} />);
  expect(screen.getByText(t.full)).toBeVisible();
});
