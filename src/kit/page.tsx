import { useEffect, useRef, type ReactNode } from 'react';

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
  useEffect(() => {
    document.title = `${tab} – Återblick`;
  }, [tab]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
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
