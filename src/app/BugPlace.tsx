import { useEffect } from 'react';
import { factsOf } from '../base/bug.ts';
import { shellTexts } from '../i18n/shell.ts';
import { useTexts } from '../kit/language.tsx';
import './bug-place.css';

/** Where a bug happened, folded away; the console is told as much and no more. */
export function BugPlace({ bug }: { readonly bug: unknown }) {
  const t = useTexts(shellTexts);
  const { name, frames } = factsOf(bug);
  const told = [name, ...frames].join('\n');
  useEffect(() => console.error(told), [told]);
  if (frames.length === 0) return null;
  return (
    <details className="bug-place">
      <summary>{t.where}</summary>
      <p className="hint">{t.whereHelp}</p>
      <pre>{frames.join('\n')}</pre>
    </details>
  );
}
