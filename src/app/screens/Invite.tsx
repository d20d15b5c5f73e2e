import { useCallback, useState } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { officeTexts } from '../../i18n/office.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Role } from '../../sync/model/directory.ts';
import type { Desk, LineProblem } from '../port.ts';
import { useProblem } from './problem.tsx';
import { QrCode } from './QrCode.tsx';
import { useAsked } from './use-desk.ts';

type InviteDesk = Pick<Desk, 'invite' | 'isFounder' | 'subscribe'>;

interface Made {
  readonly name: string;
  readonly link: string;
  readonly expires: number;
}

/** Makes an invitation. The link is shown here and kept nowhere: it carries the secret. */
export function Invite(props: { readonly desk: InviteDesk }) {
  const texts = useTexts(officeTexts);
  const [made, setMade] = useState<Made | null>(null);
  return (
    <section className="card" aria-labelledby="office-invite">
      <h2 id="office-invite">{made ? texts.invitation(made.name) : texts.invite}</h2>
      {made ? (
        <Invitation made={made} onAnother={() => setMade(null)} />
      ) : (
        <InviteForm desk={props.desk} onMade={setMade} />
      )}
    </section>
  );
}

function InviteForm(props: { readonly desk: InviteDesk; readonly onMade: (made: Made) => void }) {
  const texts = useTexts(officeTexts);
  const say = useProblem();
  const [written, setWritten] = useState('');
  const [role, setRole] = useState<Role>('interviewer');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LineProblem | null>(null);
  const { desk } = props;
  const founder = useAsked(
    desk,
    useCallback(() => desk.isFounder(), [desk]),
  );
  // Who is a supervisor is under the root, which only the founder's vault holds.
  const roles = Role.options.filter((each) => founder || each !== 'supervisor');
  const name = written.trim();
  const make = async () => {
    setBusy(true);
    setProblem(null);
    const result = await desk.invite({ name, role });
    setBusy(false);
    if (result.ok) props.onMade({ name, ...result.value });
    else setProblem(result.error);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '') setEmpty(true);
        else if (!busy) void make();
      }}
    >
      <TextField
        label={texts.inviteName}
        maxLength={80}
        value={written}
        error={empty ? texts.inviteNameMissing : undefined}
        onChange={(event) => {
          setWritten(event.currentTarget.value);
          setEmpty(false);
        }}
      />
      <RadioChoice
        legend={texts.inviteRole}
        options={roles.map((each) => ({ value: each, label: texts[`role_${each}`] }))}
        value={role}
        onChange={setRole}
      />
      {founder === false && <p className="hint">{texts.inviteSupervisor}</p>}
      {problem && (
        <Notice tone="danger" live>
          {say(problem)}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? texts.inviteMaking : texts.inviteMake}
        </Button>
      </div>
    </form>
  );
}

function Invitation({ made, onAnother }: { readonly made: Made; readonly onAnother: () => void }) {
  const texts = useTexts(officeTexts);
  const { language } = useLanguage();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    // Denied, or not there on an old browser: the link stands in the field and can be copied by hand.
    const done =
      navigator.clipboard?.writeText(made.link) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="stack">
      <p>{texts.invitationHow}</p>
      <QrCode text={made.link} label={texts.qr(made.name)} />
      <p>{texts.invitationExpires(dateTime(made.expires, language))}</p>
      <TextField
        label={texts.link}
        hint={texts.invitationSecret}
        readOnly
        value={made.link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row">
        <Button variant="primary" onClick={copy}>
          {texts.copy}
        </Button>
        <Button variant="plain" onClick={onAnother}>
          {texts.another}
        </Button>
      </div>
      <p role="status">{copied === null ? '' : copied ? texts.copied : texts.copyFailed}</p>
    </div>
  );
}
