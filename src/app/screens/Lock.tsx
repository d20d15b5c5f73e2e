import { lazy, Suspense, useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { lockTexts } from '../../i18n/lock.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { VaultCard } from '../../vault/model/port.ts';
import type { Desk } from '../port.ts';
import { Forgotten } from './Forgotten.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useProblem, type AnyProblem } from './problem.tsx';
import { Unlock, type UnlockPorts } from './Unlock.tsx';
import './screens.css';

/** With its list of words, for the few who have forgotten; everyone else only unlocks. */
const NewPassphraseForm = lazy(async () => ({
  default: (await import('./NewPassphraseForm.tsx')).NewPassphraseForm,
}));

export interface LockProps extends UnlockPorts {
  readonly cards: readonly VaultCard[];
  readonly random: Random;
  /** Someone else begins on this device: back to the three doors. */
  readonly onNew: () => void;
}

/** The lock screen: initials and nothing else that says who works here or with what. */
export function Lock(props: LockProps) {
  const texts = useTexts(lockTexts);
  const only = props.cards.length === 1 ? props.cards[0] : undefined;
  const [card, setCard] = useState(only ?? null);
  const [view, setView] = useState<'unlock' | 'forgotten'>('unlock');
  const [recovered, setRecovered] = useState<Desk | null>(null);

  if (recovered) return <Recovered desk={recovered} random={props.random} onDone={props.onDone} />;
  if (card === null) {
    return (
      <Page key="who" title={texts.title} actions={<LanguageSwitch />}>
        <h2>{texts.who}</h2>
        <div className="lock-cards">
          {props.cards.map((each) => (
            <Button key={each.vault} className="lock-card" onClick={() => setCard(each)}>
              {each.label}
            </Button>
          ))}
        </div>
        <div className="row">
          <Button variant="plain" onClick={props.onNew}>
            {texts.newHere}
          </Button>
        </div>
      </Page>
    );
  }
  if (view === 'forgotten') {
    return (
      <Forgotten
        entrance={props.entrance}
        card={card}
        clock={props.clock}
        onOpen={setRecovered}
        onBack={() => setView('unlock')}
      />
    );
  }
  return (
    <Page key={card.vault} title={texts.title} actions={<LanguageSwitch />}>
      <Unlock {...props} card={card} onForgotten={() => setView('forgotten')} />
      <div className="row">
        {only === undefined && (
          <Button variant="plain" onClick={() => setCard(null)}>
            {texts.notMe}
          </Button>
        )}
        <Button variant="plain" onClick={props.onNew}>
          {texts.newHere}
        </Button>
      </div>
    </Page>
  );
}

/** The office's key has opened the vault; nobody works on before there is a passphrase again. */
function Recovered(props: {
  readonly desk: Desk;
  readonly random: Random;
  readonly onDone: (desk: Desk) => void;
}) {
  const texts = useTexts(lockTexts);
  const say = useProblem();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { desk } = props;
  return (
    <Page key="new" title={texts.newTitle}>
      <p>{texts.newText}</p>
      {problem && (
        <Notice tone="danger" live>
          {say(problem)}
        </Notice>
      )}
      <Suspense>
        <NewPassphraseForm
          personal={[desk.me.name, desk.me.officeName]}
          submit={texts.keep}
          random={props.random}
          onSubmit={async (passphrase) => {
            setProblem(null);
            const result = await desk.changePassphrase(passphrase);
            if (result.ok) props.onDone(desk);
            else setProblem(result.error);
          }}
        />
      </Suspense>
    </Page>
  );
}
