import { render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { expect, it } from 'vitest';
import { usePracticeMark } from './practice-mark.ts';

function Marked() {
  usePracticeMark('Övning');
  return null;
}

it('is there before the browser paints, and gone with what called for it', () => {
  const seen: (string | undefined)[] = [];
  function Screen() {
    useLayoutEffect(() => {
      seen.push(document.documentElement.dataset['practice']);
    });
    return <Marked />;
  }
  const { unmount } = render(<Screen />);
  expect(seen).toEqual(['true']);
  unmount();
  expect(document.documentElement.dataset['practice']).toBeUndefined();
});
