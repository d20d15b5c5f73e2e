import { useEffect, useRef, type ReactNode } from 'react';

/** Going back, the browser returns to where somebody was on the page; what is pressed next begins at its top again. */
let goneBack = false;
for (const [event, back] of [
  ['popstate', true],
  ['click', false],
] as const) {
  window.addEventListener(event, () => (goneBack = back), { capture: true });
}

/** Names the tab, for a screen that is no `Page`; never with anything about a person. */
export function useTabTitle(tab: string): void {
  useEffect(() => {
    document.title = `${tab} – Återblick`;
  }, [tab]);
}

/** A screen: one heading, which takes the focus when the screen appears, and its contents. */
export function Page(props: {
  readonly title: string;
  /**
   * For the tab, where the heading says who it is about: the browser writes the title of every page to its history
   * and its list of open tabs, in clear.
   */
  readonly tab?: string;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const tab = props.tab ?? props.title;
  useTabTitle(tab);
  useEffect(() => {
    if (!goneBack) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className="page" data-wide={props.wide || undefined}>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.actions && <div className="row">{props.actions}</div>}
      </header>
      {props.children}
    </main>
  );
}
