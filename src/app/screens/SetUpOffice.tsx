import { useEffect, useState, type ReactNode } from 'react';
import type { Random } from '../../base/deps.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { RecipientClass } from '../../sync/model/directory.ts';
import type { Desk, Entrance, LineProblem, RecoverySheet } from '../port.ts';
import type { NewPerson } from './new-passphrase.ts';
import { PersonForm } from './PersonForm.tsx';
import { useProblem } from './problem.tsx';
import { SET_UP_STEPS, Sheet } from './Sheet.tsx';

type Step = 'office' | 'person' | 'keys';
const STEPS = ['office', 'person', 'keys'] as const satisfies readonly Step[];
const HEADINGS = { office: 'secretHeading', person: 'youHeading', keys: 'keysHeading' } as const;

/** Sets up an office with the server's one-time secret; whoever does becomes its founding supervisor. */
export function SetUpOffice(props: {
  readonly entrance: Pick<Entrance, 'officeCard' | 'checkSecret' | 'found'>;
  readonly random: Random;
  readonly onDone: (desk: Desk) => void;
  readonly onBack: () => void;
}) {
  const { entrance, random } = props;
  const texts = useTexts(startTexts);
  const say = useProblem();
  const [step, setStep] = useState<Step>('office');
  const [office, setOffice] = useState({ secret: '', officeName: '' });
  const [person, setPerson] = useState<NewPerson>({
    name: '',
    label: '',
    passphrase: '',
    repeat: '',
  });
  const [recipientClass, setRecipientClass] = useState<RecipientClass>('hybrid');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LineProblem | null>(null);
  const [made, setMade] = useState<{ readonly sheet: RecoverySheet; readonly desk: Desk } | null>(
    null,
  );
  const early = useEarlyWarning(entrance);

  /** Only a wrong secret holds anybody up here: what else is amiss is said when the office is claimed. */
  const checkOffice = async (written: { readonly secret: string; readonly officeName: string }) => {
    setOffice(written);
    setProblem(null);
    setBusy(true);
    const checked = await entrance.checkSecret(written.secret);
    setBusy(false);
    const isWrong =
      !checked.ok && checked.error.type === 'api' && checked.error.code === 'wrongSecret';
    if (isWrong) setProblem(checked.error);
    else setStep('person');
  };

  const found = async () => {
    setBusy(true);
    setProblem(null);
    const { name, label, passphrase } = person;
    const result = await entrance.found({ ...office, name, label, passphrase, recipientClass });
    setBusy(false);
    if (result.ok) {
      // The sheet's paper is all that remains of the passphrase's form.
      setPerson({ name: '', label: '', passphrase: '', repeat: '' });
      return setMade(result.value);
    }
    setProblem(result.error);
    if (isSecretProblem(result.error)) setStep('office');
    if (result.error.type === 'weakPassphrase') setStep('person');
  };

  if (made) {
    return (
      <Sheet
        sheet={made.sheet}
        recipientClass={recipientClass}
        random={random}
        onTested={() => props.onDone(made.desk)}
      />
    );
  }
  const shown = problem && !isSecretProblem(problem) && (
    <Notice tone="danger" live>
      {say(problem)}
    </Notice>
  );
  return (
    <Page key={step} title={texts.setUpTitle}>
      <div>
        <p className="hint">{texts.step(STEPS.indexOf(step) + 1, SET_UP_STEPS)}</p>
        <h2>{texts[HEADINGS[step]]}</h2>
      </div>
      {step === 'office' && (
        <OfficeStep
          initial={office}
          secretProblem={problem && isSecretProblem(problem) ? say(problem) : undefined}
          notice={
            early && (
              <Notice tone="warn" live>
                {early === 'claimed' ? texts.claimedAlready : say(early)}
              </Notice>
            )
          }
          busy={busy}
          onNext={(written) => void checkOffice(written)}
          onBack={props.onBack}
        />
      )}
      {step === 'person' && (
        <PersonForm
          officeName={office.officeName}
          initial={person}
          submit={texts.next}
          random={random}
          problem={shown}
          onSubmit={(written) => {
            setPerson(written);
            setProblem(null);
            setStep('keys');
          }}
          onBack={(written) => {
            setPerson(written);
            setStep('office');
          }}
        />
      )}
      {step === 'keys' && (
        <div className="stack">
          <p>{texts.keysText}</p>
          <details>
            <summary>{texts.more}</summary>
            <div className="stack">
              <RadioChoice
                legend={texts.classLegend}
                options={[
                  { value: 'hybrid', label: texts.classHybrid },
                  { value: 'x25519', label: texts.classX25519 },
                ]}
                value={recipientClass}
                onChange={setRecipientClass}
              />
              <p className="hint">{texts.classHelp}</p>
            </div>
          </details>
          {shown}
          <div className="row">
            <Button variant="primary" disabled={busy} onClick={() => void found()}>
              {busy ? texts.working : texts.makeKeys}
            </Button>
            <Button variant="plain" disabled={busy} onClick={() => setStep('person')}>
              {texts.back}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}

function OfficeStep(props: {
  readonly initial: { readonly secret: string; readonly officeName: string };
  readonly secretProblem: string | undefined;
  readonly notice: ReactNode;
  readonly busy: boolean;
  readonly onNext: (office: { readonly secret: string; readonly officeName: string }) => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts(startTexts);
  const [secret, setSecret] = useState(props.initial.secret);
  const [officeName, setOfficeName] = useState(props.initial.officeName);
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && text.trim() === '' ? texts.missing : undefined);
  const old = secret.trim() === props.initial.secret ? props.secretProblem : undefined;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const office = { secret: secret.trim(), officeName: officeName.trim() };
        if (office.secret && office.officeName) props.onNext(office);
      }}
    >
      {props.notice}
      <TextField
        label={texts.secret}
        hint={texts.secretHint}
        autoCapitalize="none"
        value={secret}
        error={missing(secret) ?? old}
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      <TextField
        label={texts.officeName}
        hint={texts.officeNameHint}
        maxLength={80}
        value={officeName}
        error={missing(officeName)}
        onChange={(event) => setOfficeName(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="primary" disabled={props.busy}>
          {props.busy ? texts.working : texts.next}
        </Button>
        <Button variant="plain" onClick={props.onBack}>
          {texts.back}
        </Button>
      </div>
    </form>
  );
}

/** What is known before anything is typed: the server is away, or somebody has been here first. */
function useEarlyWarning(entrance: Pick<Entrance, 'officeCard'>): LineProblem | 'claimed' | null {
  const [early, setEarly] = useState<LineProblem | 'claimed' | null>(null);
  useEffect(() => {
    let current = true;
    void entrance.officeCard().then((card) => {
      if (!current) return;
      if (!card.ok) setEarly(card.error);
      else setEarly(card.value.root === null ? null : 'claimed');
    });
    return () => {
      current = false;
    };
  }, [entrance]);
  return early;
}

/** Problems that belong beside the one-time secret. */
const isSecretProblem = (problem: LineProblem): boolean =>
  problem.type === 'officeTaken' ||
  (problem.type === 'api' && ['wrongSecret', 'alreadyClaimed'].includes(problem.code));
