import { useLayoutEffect } from 'react';
import './practice-mark.css';

/**
 * Marks everything on the screen and on paper as not real, by colour, pattern, word and title, for as long as what
 * calls it is shown. The style sheet puts the word also where a bar cannot be seen: on dialogs, and along the edge of
 * every printed page. Set before the browser paints: not for one frame may it look real.
 */
export function usePracticeMark(word: string): void {
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['practice'] = 'true';
    style.setProperty('--practice-word', JSON.stringify(word));
    // Each screen sets a title of its own, now and later.
    const bare = () =>
      document.title.startsWith(`${word} –`) ? document.title.slice(word.length + 2).trim() : null;
    const entitle = () => {
      if (bare() === null) document.title = `${word} – ${document.title}`;
    };
    entitle();
    const seen = new MutationObserver(entitle);
    seen.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      seen.disconnect();
      delete dataset['practice'];
      style.removeProperty('--practice-word');
      document.title = bare() ?? document.title;
    };
  }, [word]);
}
