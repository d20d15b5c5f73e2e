import type { ReactNode } from 'react';

/**
 * A message in the page. `live` announces it to screen readers when it appears: politely for what went well,
 * at once for what went wrong.
 */
export function Notice(props: {
  readonly tone?: 'info' | 'warn' | 'danger';
  readonly live?: boolean;
  readonly children: ReactNode;
}) {
  const { tone = 'info', live = false } = props;
  const role = live ? (tone === 'info' ? 'status' : 'alert') : undefined;
  return (
    <div className="notice" data-tone={tone} role={role}>
      {props.children}
    </div>
  );
}
