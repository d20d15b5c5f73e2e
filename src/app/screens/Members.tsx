import { useCallback, useState } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { officeTexts } from '../../i18n/office.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { Device, Member } from '../../sync/model/directory.ts';
import type { Desk, LineProblem } from '../port.ts';
import { Invite } from './Invite.tsx';
import { useProblem } from './problem.tsx';
import { useAsked } from './use-desk.ts';
import './screens.css';

type MembersDesk = Pick<
  Desk,
  'directory' | 'invite' | 'isFounder' | 'me' | 'noteLeft' | 'revoke' | 'subscribe'
>;

/** Without a device: the member as a whole, who has left. */
interface Chosen {
  readonly member: Member;
  readonly device: Device | null;
}

/** The supervisor's list of members: invite someone, block a lost device, note who has left. */
export function Members(props: { readonly desk: MembersDesk; readonly onBack: () => void }) {
  const { desk } = props;
  const texts = useTexts(officeTexts);
  const directory = useAsked(
    desk,
    useCallback(async () => ({ now: await desk.directory() }), [desk]),
  );
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState('');
  return (
    <Page
      title={texts.title}
      actions={
        <Button variant="plain" onClick={props.onBack}>
          {texts.back}
        </Button>
      }
    >
      <p>{texts.intro}</p>
      <p role="status" hidden={done === ''}>
        {done}
      </p>
      {directory?.now ? (
        <ul role="list" className="office-members">
          {directory.now.members.map((member) => (
            <MemberCard
              key={member.member}
              member={member}
              desk={desk}
              onRevoke={(device) => {
                setDone('');
                setChosen({ member, device });
              }}
            />
          ))}
        </ul>
      ) : (
        <p>{directory ? texts.noDirectory : texts.loading}</p>
      )}
      <Invite desk={desk} />
      {chosen && (
        <Sure
          desk={desk}
          chosen={chosen}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            setDone(chosen.device ? texts.revokedNow : texts.leftNow(chosen.member.name));
          }}
        />
      )}
    </Page>
  );
}

/** The first signs of a device's random id: enough to tell two apart on a list. */
const markOf = (device: Device): string => device.device.slice(0, 4).toUpperCase();

function MemberCard(props: {
  readonly member: Member;
  readonly desk: MembersDesk;
  readonly onRevoke: (device: Device | null) => void;
}) {
  const texts = useTexts(officeTexts);
  const { language } = useLanguage();
  const { member, desk } = props;
  return (
    <li className="card">
      <div className="row">
        <h2>{member.name}</h2>
        <span className="tag">{texts[`role_${member.role}`]}</span>
        {member.member === desk.me.member && <span className="tag">{texts.you}</span>}
        {member.leftAt !== undefined && <span className="tag">{texts.left}</span>}
      </div>
      <ul role="list" className="office-devices" aria-label={texts.devices(member.name)}>
        {member.devices.map((device) => (
          <li className="office-device" key={device.device}>
            <span>{texts.device(markOf(device))}</span>
            {device.revokedAt !== undefined ? (
              <span className="hint">{texts.revoked(dateTime(device.revokedAt, language))}</span>
            ) : device.device === desk.me.device ? (
              // Blocking the device one sits at could shut the last supervisor out.
              <span className="hint">{texts.thisDevice}</span>
            ) : (
              <Button
                aria-label={texts.revokeNamed(markOf(device), member.name)}
                onClick={() => props.onRevoke(device)}
              >
                {texts.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {member.leftAt === undefined && member.member !== desk.me.member && (
        <div className="row">
          <Button aria-label={texts.leaveNamed(member.name)} onClick={() => props.onRevoke(null)}>
            {texts.leave}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Asked before it is done: neither can be undone. */
function Sure(props: {
  readonly desk: Pick<Desk, 'noteLeft' | 'revoke'>;
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const texts = useTexts(officeTexts);
  const say = useProblem();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LineProblem | null>(null);
  const { member, device } = props.chosen;
  const act = async () => {
    setBusy(true);
    setProblem(null);
    const result = device
      ? await props.desk.revoke(device.device)
      : await props.desk.noteLeft(member.member);
    setBusy(false);
    if (result.ok) props.onDone();
    else setProblem(result.error);
  };
  return (
    <Dialog title={device ? texts.revokeTitle : texts.leaveTitle} onClose={props.onClose}>
      <p>{device ? texts.revokeText(markOf(device), member.name) : texts.leaveText(member.name)}</p>
      {problem && (
        <Notice tone="danger" live>
          {say(problem)}
        </Notice>
      )}
      <div className="row" data-end>
        <Button onClick={props.onClose}>{texts.revokeNo}</Button>
        <Button variant="danger" disabled={busy} onClick={() => void act()}>
          {device ? texts.revokeYes : texts.leaveYes}
        </Button>
      </div>
    </Dialog>
  );
}
