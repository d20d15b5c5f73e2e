import type { ComponentProps } from 'react';
import { Button } from '../../kit/button.tsx';
import { Page } from '../../kit/page.tsx';

/** A page with the way back to where it was opened from. */
export function BackPage({
  back,
  onBack,
  ...page
}: Omit<ComponentProps<typeof Page>, 'actions'> & {
  readonly back: string;
  readonly onBack: () => void;
}) {
  return (
    <Page
      {...page}
      actions={
        <Button variant="plain" onClick={onBack}>
          {back}
        </Button>
      }
    />
  );
}
