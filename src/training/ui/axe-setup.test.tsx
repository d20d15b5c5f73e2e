import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';

it('the check of the components sees what is wrong', async () => {
  const { container } = render(<input className="input" />);
  expect(await objectionsIn(container)).toEqual([expect.stringMatching(/^label: <input/)]);
});
