import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';

type BugProps = { readonly bug: unknown };

/** A bug ends in one calm screen; what was saved is on disk. Its name and place are shown, never its message. */
export class ErrorScreen extends Component<
  { readonly children: ReactNode },
  { readonly broke: BugProps | null }
> {
  override state: { readonly broke: BugProps | null } = { broke: null };

  static getDerivedStateFromError(bug: unknown): { broke: BugProps } {
    return { broke: { bug } };
  }

  override render(): ReactNode {
    const { broke } = this.state;
    return broke ? <Broken {...broke} /> : this.props.children;
  }
}

function Broken({ bug }: BugProps) {
  const t = useTexts(homeTexts);
  return (
    <main className="page">
      <h1>{t.brokenTitle}</h1>
      <p>{t.brokenText}</p>
      <p className="hint">{nameOf(bug)}</p>
      <div className="row">
        <Button variant="primary" onClick={() => location.reload()}>
          {t.brokenReload}
        </Button>
      </div>
      <WhereItBroke bug={bug} />
    </main>
  );
}

export const nameOf = (bug: unknown): string => (bug instanceof Error ? bug.name : 'unknown');

/** Fetched when something breaks, and left out when it cannot be: the sentence above it says what matters. */
const Later = lazy(() =>
  import('./BugPlace.tsx').then(
    ({ BugPlace }): { default: ComponentType<BugProps> } => ({ default: BugPlace }),
    () => ({ default: () => null }),
  ),
);

export const WhereItBroke = (props: BugProps) => (
  <Suspense>
    <Later {...props} />
  </Suspense>
);
