import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { catalogue } from '../i18n/catalogue.ts';
import { Button } from './button.tsx';
import { Check, CheckChoice, RadioChoice, Scale } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea, TextField } from './field.tsx';
import { LanguageProvider, useLanguage, useLocal, useTexts } from './language.tsx';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';

it('a button never submits by itself', () => {
  const { rerender } = render(<Button>Spara</Button>);
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
  rerender(<Button type="submit">Spara</Button>);
  expect(screen.getByRole('button')).toHaveAttribute('type', 'submit');
});

describe('text fields', () => {
  it('send nothing to a spelling service and are not remembered by the browser', () => {
    render(
      <>
        <TextField label="Kod" />
        <TextArea label="Anteckning" />
      </>,
    );
    for (const field of screen.getAllByRole('textbox')) {
      expect(field).toHaveAttribute('autocomplete', 'off');
      expect(field).toHaveAttribute('spellcheck', 'false');
    }
  });

  it('tell a screen reader their hint and what is wrong', () => {
    const { rerender } = render(<TextField label="Kod" hint="Aldrig namn" />);
    const field = screen.getByLabelText('Kod');
    expect(field).toHaveAccessibleDescription('Aldrig namn');
    expect(field).not.toHaveAttribute('aria-invalid');
    rerender(<TextField label="Kod" hint="Aldrig namn" error="För kort" />);
    expect(field).toHaveAccessibleDescription('Aldrig namn För kort');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(screen.getByRole('alert')).toHaveTextContent('För kort');
  });
});

describe('choices', () => {
  const options = [
    { value: 'a', label: 'Ett' },
    { value: 'b', label: 'Två' },
  ] as const;

  it('one of several', () => {
    const chosen = vi.fn<(value: string) => void>();
    render(<RadioChoice legend="Val" options={options} value="a" onChange={chosen} />);
    expect(screen.getByRole('radio', { name: 'Ett' })).toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: 'Två' }));
    expect(chosen).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('any of several, each on and off by itself', () => {
    const Some = () => {
      const [values, setValues] = useState<('a' | 'b')[]>(['a']);
      return (
        <>
          <CheckChoice legend="Val" options={options} values={values} onChange={setValues} />
          <output>{values.join()}</output>
        </>
      );
    };
    render(<Some />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Två' }));
    expect(screen.getByRole('status')).toHaveTextContent('a,b');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ett' }));
    expect(screen.getByRole('status')).toHaveTextContent('b');
  });

  it('a single one', () => {
    const changed = vi.fn<(checked: boolean) => void>();
    render(<Check label="Ja" checked={false} onChange={changed} />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Ja' }));
    expect(changed).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('a scale says what its ends mean, to the eye and to the ear', () => {
    const chosen = vi.fn<(value: number) => void>();
    render(
      <Scale
        legend="Hur mycket?"
        min={0}
        max={10}
        minLabel="Inte alls"
        maxLabel="Väldigt mycket"
        value={null}
        onChange={chosen}
      />,
    );
    const group = screen.getByRole('group', { name: 'Hur mycket?' });
    expect(within(group).getAllByRole('radio')).toHaveLength(11);
    expect(within(group).getByRole('radio', { name: /^10 ?Väldigt mycket$/ })).not.toBeChecked();
    fireEvent.click(within(group).getByRole('radio', { name: /^0 ?Inte alls$/ }));
    expect(chosen).toHaveBeenCalledExactlyOnceWith(0);
  });
});

describe('a dialog', () => {
  const cancel = () =>
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));

  it('has its title as its name, closes on Escape, and gives the focus back', () => {
    const closed = vi.fn<() => void>();
    render(<button type="button">Öppna</button>);
    screen.getByRole('button', { name: 'Öppna' }).focus();
    const { unmount } = render(
      <Dialog title="Sluta?" onClose={closed}>
        <p>Text</p>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Sluta?' })).toHaveAttribute('open');
    // The element stays until the owner takes it away: Escape alone must not close it behind React's back.
    expect(cancel()).toBe(false);
    expect(closed).toHaveBeenCalledTimes(1);
    unmount();
    expect(screen.getByRole('button', { name: 'Öppna' })).toHaveFocus();
  });

  it('that must be answered does not go away on Escape', () => {
    const closed = vi.fn<() => void>();
    render(
      <Dialog title="Välj" onClose={closed} mustAnswer>
        <p>Text</p>
      </Dialog>,
    );
    expect(cancel()).toBe(false);
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('the language', () => {
  const texts = catalogue({ yes: 'Ja' }, { yes: 'Yes' });
  const Words = () => {
    const t = useTexts(texts);
    const local = useLocal();
    const { setLanguage } = useLanguage();
    return (
      <>
        <p>{`${t.yes} ${local({ sv: 'fråga', en: 'question' })} ${local({ sv: 'bara' })}`}</p>
        <button type="button" onClick={() => setLanguage('en')}>
          English
        </button>
      </>
    );
  };

  it('is Swedish where nobody chose', () => {
    render(<Words />);
    expect(screen.getByText('Ja fråga bara')).toBeInTheDocument();
  });

  it('changes everywhere at once, is remembered, and marks the document', () => {
    const remember = vi.fn<(language: string) => void>();
    render(
      <LanguageProvider initial="sv" remember={remember}>
        <Words />
      </LanguageProvider>,
    );
    expect(document.documentElement.lang).toBe('sv');
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    // A guide's text without English is read in Swedish rather than left out.
    expect(screen.getByText('Yes question bara')).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
    expect(remember).toHaveBeenLastCalledWith('en');
  });
});

it('a notice speaks up only when it is live, and louder when something went wrong', () => {
  render(
    <>
      <Notice>tyst</Notice>
      <Notice live>klart</Notice>
      <Notice tone="danger" live>
        fel
      </Notice>
    </>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('klart');
  expect(screen.getByRole('alert')).toHaveTextContent('fel');
  expect(screen.getByText('tyst')).not.toHaveAttribute('role');
});

it('a page names itself and takes the focus to its heading', () => {
  render(<Page title="Hem">innehåll</Page>);
  expect(document.title).toBe('Hem – Återblick');
  expect(screen.getByRole('heading', { level: 1, name: 'Hem' })).toHaveFocus();
});

it('keeps out of the tab, which the browser writes down, whom a page is about', () => {
  render(
    <Page title="Intervju K-014" tab="Intervju">
      innehåll
    </Page>,
  );
  expect(screen.getByRole('heading', { name: 'Intervju K-014' })).toBeVisible();
  expect(document.title).toBe('Intervju – Återblick');
});
