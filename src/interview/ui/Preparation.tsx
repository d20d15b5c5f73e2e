import { useEffect, useState } from 'react';
import { circumstancesTexts } from '../../i18n/circumstances.ts';
import { preparationTexts } from '../../i18n/preparation.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice } from '../../kit/choice.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { preparedItems } from '../model/circumstances.ts';
import { checkOffline, ENOUGH_MEGABYTES, type OfflineCheck } from '../offline-check.ts';
import type { InterviewSession } from '../session.ts';
import { CircumstancesForm } from './CircumstancesForm.tsx';
import { Contacts } from './Contacts.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { LastTalk } from './LastTalk.tsx';
import type { InterviewPorts } from './ports.ts';
import { SaveStatus, SaveTrouble } from './SaveStatus.tsx';
import { PrivateWords } from './WordsBefore.tsx';
import { useSnapshot } from './use-session.ts';
import './talk.css';

/** A guide that says nothing of time gives what the method does (domain.md 2.1). */
const MINUTES = 20;

/** Before the two meet (domain.md 2.1). Nothing here comes from a case file, and nothing has to be filled in. */
export function Preparation(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly saveFileLabel: string;
}) {
  const { session, ports } = props;
  const t = useTexts(preparationTexts);
  const circumstances = useTexts(circumstancesTexts);
  const { state } = useSnapshot(session);
  const [removing, setRemoving] = useState(false);
  const { run: begin, busy } = useOnce(() =>
    session.act([{ type: 'TalkBegun', version: 1, data: {} }]),
  );
  return (
    <Page
      title={`${t.title}: ${state.code}`}
      tab={t.title}
      actions={<SaveStatus session={session} />}
    >
      <SaveTrouble
        session={session}
        saveFileLabel={props.saveFileLabel}
        onSaveFile={() => ports.saveFile(session.stream)}
      />
      <p>{t.about(session.guide.timeBudget?.preparation ?? MINUTES)}</p>
      <LastTalk journal={ports.journal} preparing={session.stream} />
      <PrivateWords session={session} journal={ports.journal} random={ports.deps.random} />
      <section className="card" aria-labelledby="circumstances">
        <h2 id="circumstances">{circumstances.title}</h2>
        <CircumstancesForm session={session} />
      </section>
      <PracticalCheck session={session} />
      <Offline />
      <section className="card">
        <Contacts session={session} />
      </section>
      <div className="row" data-end="">
        <Button onClick={() => setRemoving(true)}>{t.remove}</Button>
        <Button onClick={ports.onHome}>{t.home}</Button>
        <Button variant="primary" disabled={busy} onClick={begin}>
          {t.begin}
        </Button>
      </div>
      {removing && (
        <EraseDialog
          session={session}
          ports={ports}
          words={{
            title: t.removeSure,
            help: t.removeHelp,
            back: t.removeBack,
            now: t.removeNow,
            failed: t.notKept,
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </Page>
  );
}

/** The guide's own list of what has to be in place. */
function PracticalCheck({ session }: { readonly session: InterviewSession }) {
  const local = useLocal();
  useSnapshot(session);
  const done = preparedItems(session.events());
  const lists = (session.guide.preInterview?.fields ?? []).filter(
    ({ type, options }) => type === 'checklist' && options,
  );
  return lists.map((list) => (
    <section className="card" key={list.id} aria-label={local(list.label)}>
      <h2>{local(list.label)}</h2>
      <CheckChoice
        legend={local(list.label)}
        hideLegend
        options={(list.options ?? []).map(({ id, label }) => ({ value: id, label: local(label) }))}
        values={done}
        onChange={(items) =>
          void session.act([{ type: 'PreparationChecked', version: 1, data: { items } }])
        }
      />
    </section>
  ));
}

/** What the machine itself says about going without a network, in words. */
function Offline() {
  const t = useTexts(preparationTexts);
  const [check, setCheck] = useState<OfflineCheck | null>(null);
  useEffect(() => {
    let here = true;
    void checkOffline().then((found) => {
      if (here) setCheck(found);
    });
    return () => {
      here = false;
    };
  }, []);
  const free = check?.freeMegabytes ?? null;
  return (
    <section className="card" aria-labelledby="offline">
      <h2 id="offline">{t.offlineTitle}</h2>
      {check ? (
        <ul role="list" className="prep-checks">
          <li data-good={check.app}>{check.app ? t.appReady : t.appMissing}</li>
          {check.persisted !== null && (
            <li data-good={check.persisted}>{check.persisted ? t.persisted : t.notPersisted}</li>
          )}
          {free !== null && (
            <li data-good={free >= ENOUGH_MEGABYTES}>
              {free >= ENOUGH_MEGABYTES ? t.space(free) : t.spaceLow(free)}
            </li>
          )}
        </ul>
      ) : (
        <p className="hint">{t.offlineChecking}</p>
      )}
    </section>
  );
}
