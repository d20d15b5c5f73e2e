import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { vaultLostTexts } from '../../i18n/vault-lost.ts';
import { VaultLost } from './VaultLost.tsx';

const t = vaultLostTexts.sv;

it('offers to open again before starting over, and says that nobody should start over yet', async () => {
  const onReopen = vi.fn<() => void>();
  const onAnew = vi.fn<() => void>();
  render(<VaultLost onReopen={onReopen} onAnew={onAnew} />);
  expect(screen.getByText(t.wait)).toBeVisible();
  const buttons = screen.getAllByRole('button', { name: new RegExp(`${t.again}|${t.anew}`) });
  expect(buttons.map((button) => button.textContent)).toEqual([t.again, t.anew]);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: t.again }));
  expect(onReopen).toHaveBeenCalledOnce();
  expect(onAnew).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: t.anew }));
  expect(onAnew).toHaveBeenCalledOnce();
});
