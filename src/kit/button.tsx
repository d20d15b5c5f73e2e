import type { ButtonHTMLAttributes } from 'react';

/** A push button, at least 44 px. It never submits unless `type="submit"` is given. */
export function Button({
  variant = 'normal',
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly variant?: 'primary' | 'normal' | 'plain' | 'danger';
}) {
  return (
    <button
      type="button"
      {...rest}
      className={className ? `button ${className}` : 'button'}
      data-variant={variant}
    />
  );
}
