import { Component, type ReactNode } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';

/** A bug ends in one calm screen; what was saved is on disk. The name of the error is shown, never its message. */
export class ErrorScreen extends Component<
  { readonly children: ReactNode },
  { readonly bug: string | null }
> {
  override state = { bug: null };

  static getDerivedStateFromError(bug: unknown): { bug: string } {
    return { bug: bug instanceof Error ? bug.name : 'unknown' };
  }

  override render(): ReactNode {
    return this.state.bug === null ? this.props.children : <Broken name={this.state.bug} />;
  }
}

function Broken({ name }: { readonly name: string }) {
  const t = useTexts(homeTexts);
  return (
    <main className="page">
      <h1>{t.brokenTitle}</h1>
      <p>{t.brokenText}</p>
      <p className="hint">{name}</p>
      <div className="row">
        <Button variant="primary" onClick={() => location.reload()}>
          {t.brokenReload}
        </Button>
      </div>
    </main>
  );
}
