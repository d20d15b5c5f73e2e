import { lazy, Suspense, type ComponentType } from 'react';
import type { Part, PartProps } from './part.ts';

type Lazy = ReturnType<typeof lazy<ComponentType<PartProps>>>;

/** Makes each screen of a table loadable once. */
export const lazyParts = (parts: readonly Part[]): ReadonlyMap<string, Lazy> =>
  new Map(parts.map(({ name, load }) => [name, lazy(async () => ({ default: await load() }))]));

/** The part of a table that the address names; null when there is none of that name. */
export function partScreen(
  screens: ReadonlyMap<string, Lazy>,
  props: Omit<PartProps, 'part'> & { readonly part: string | null },
) {
  const { part } = props;
  const Screen = part === null ? undefined : screens.get(part);
  if (part === null || !Screen) return null;
  return (
    <Suspense>
      <Screen key={`${part} ${props.stream}`} {...props} part={part} />
    </Suspense>
  );
}
