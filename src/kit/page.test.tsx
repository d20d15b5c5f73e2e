import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Page } from './page.tsx';

/** One page after the other, each with a button to the next. */
function Pages() {
  const [at, setAt] = useState(1);
  return (
    <Page key={at} title={`Sida ${at}`}>
      <button type="button" onClick={() => setAt(at + 1)}>
        Vidare
      </button>
    </Page>
  );
}

describe('a page', () => {
  it('has the focus on its heading and its name in the tab', () => {
    render(<Page title="Inkorg">innehåll</Page>);
    expect(screen.getByRole('heading', { name: 'Inkorg' })).toBe(document.activeElement);
    expect(document.title).toBe('Inkorg – Återblick');
  });

  it('begins at its top, however far down the last one was read', async () => {
    const scrolled = vi.spyOn(window, 'scrollTo');
    render(<Pages />);
    scrolled.mockClear();
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('heading', { name: 'Sida 2' })).toBe(document.activeElement);
    expect(scrolled.mock.calls).toEqual([[0, 0]]);
  });

  it('stays where the browser puts it when somebody goes back, and only then', async () => {
    const scrolled = vi.spyOn(window, 'scrollTo');
    window.dispatchEvent(new PopStateEvent('popstate'));
    render(<Pages />);
    expect(scrolled).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button'));
    expect(scrolled).toHaveBeenCalledOnce();
  });
});
