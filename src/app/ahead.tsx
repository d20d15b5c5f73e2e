import { lazy, useState, type ComponentType } from 'react';

/**
 * A screen in a chunk of its own that can be fetched before it is shown: then it stands there at once. Whatever stands
 * in for a screen that is still to come stays for 300 ms at least, by React's own rule.
 */
export function ahead<P extends object>(
  load: () => Promise<ComponentType<P>>,
): {
  prepare(): Promise<void>;
  readonly Screen: ComponentType<P>;
} {
  let here: ComponentType<P> | undefined;
  const Later: ComponentType<P> = lazy(async () => ({ default: await load() }));
  return {
    async prepare() {
      here = await load();
    },
    Screen(props) {
      // Chosen once: a screen that is open must not begin anew because its chunk has come another way too.
      const [Chosen] = useState(() => here ?? Later);
      return <Chosen {...props} />;
    },
  };
}
