import { useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { Role } from '../../sync/model/directory.ts';
import type { Desk, Entrance, LineProblem } from '../port.ts';
import { PersonForm } from './PersonForm.tsx';
import { useProblem } from './problem.tsx';

interface Invited {
  readonly fragment: string;
  readonly officeName: string;
  readonly person: string;
  readonly role: Role;
}

/** Joins an office by an invitation link; its secret stays in the fragment and in memory. */
export function Join(props: {
  readonly entrance: Pick<Entrance, 'readInvitation' | 'join'>;
  /** What stood behind # when the app was opened, if it was an invitation. */
  readonly fragment: string | null;
  readonly random: Random;
  readonly onDone: (desk: Desk) => void;
  readonly onBack: () => void;
}) {
  const { entrance } = props;
  const texts = useTexts(startTexts);
  const [opened] = useState(() =>
    props.fragment === null ? null : read(entrance, props.fragment),
  );
  const [invited, setInvited] = useState(opened?.ok ? opened.value : null);
  const [desk, setDesk] = useState<Desk | null>(null);

  if (desk) {
    return (
      <Page key="joined" title={texts.joinedTitle}>
        <p>{texts.joined}</p>
        <div className="row">
          <Button variant="primary" onClick={() => props.onDone(desk)}>
            {texts.begin}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page key={invited ? 'person' : 'link'} title={texts.joinTitle}>
      {invited ? (
        <Person {...props} invited={invited} onJoined={setDesk} onOther={() => setInvited(null)} />
      ) : (
        <Link
          entrance={entrance}
          problem={opened && !opened.ok ? opened.error : null}
          onRead={setInvited}
          onBack={props.onBack}
        />
      )}
    </Page>
  );
}

function read(entrance: Pick<Entrance, 'readInvitation'>, fragment: string) {
  const result = entrance.readInvitation(fragment);
  return result.ok ? { ok: true as const, value: { fragment, ...result.value } } : result;
}

function Link(props: {
  readonly entrance: Pick<Entrance, 'readInvitation'>;
  readonly problem: LineProblem | null;
  readonly onRead: (invited: Invited) => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts(startTexts);
  const say = useProblem();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState(props.problem ? say(props.problem) : undefined);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (link.trim() === '') return setProblem(texts.missing);
        const result = read(props.entrance, link.trim());
        if (result.ok) props.onRead(result.value);
        else setProblem(say(result.error));
      }}
    >
      {/* A reload forgets the invitation: its secret is nowhere but in the link. */}
      <p>{texts.pasteAgain}</p>
      <TextField
        label={texts.paste}
        hint={texts.pasteHint}
        autoCapitalize="none"
        value={link}
        error={problem}
        onChange={(event) => {
          setLink(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <div className="row">
        <Button type="submit" variant="primary">
          {texts.readLink}
        </Button>
        <Button variant="plain" onClick={props.onBack}>
          {texts.back}
        </Button>
      </div>
    </form>
  );
}

function Person(props: {
  readonly entrance: Pick<Entrance, 'join'>;
  readonly invited: Invited;
  readonly random: Random;
  readonly onJoined: (desk: Desk) => void;
  readonly onOther: () => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts(startTexts);
  const say = useProblem();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LineProblem | null>(null);
  const { fragment, officeName, person, role } = props.invited;
  return (
    <div className="stack">
      <div className="card">
        <p>{texts.invitedTo(officeName, texts[`role_${role}`])}</p>
        <div className="row">
          <Button variant="plain" disabled={busy} onClick={props.onOther}>
            {texts.otherInvitation}
          </Button>
        </div>
      </div>
      <PersonForm
        officeName={officeName}
        initial={{ name: person }}
        submit={texts.join}
        busy={busy}
        random={props.random}
        problem={
          problem && (
            <Notice tone="danger" live>
              {say(problem)}
            </Notice>
          )
        }
        onBack={props.onBack}
        onSubmit={({ name, label, passphrase }) => {
          setBusy(true);
          setProblem(null);
          void props.entrance.join({ fragment, name, label, passphrase }).then((result) => {
            setBusy(false);
            if (result.ok) props.onJoined(result.value);
            else setProblem(result.error);
          });
        }}
      />
    </div>
  );
}
