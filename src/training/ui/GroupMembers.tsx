import { useRef, useState } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { groupTexts } from '../../i18n/training-groups.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { byName } from '../model/standing.ts';
import './trainer.css';

/** Somebody of the office. */
export interface Colleague {
  readonly member: MemberId;
  readonly name: string;
  readonly hasLeft: boolean;
}

/** Who is in a group; those who have left can be taken out and not be put in. */
export function GroupMembers(props: {
  readonly members: readonly MemberId[];
  /** Everyone who holds interviews or did. */
  readonly colleagues: readonly Colleague[];
  /** False when it could not be kept. */
  readonly onAdd: (member: MemberId) => Promise<boolean>;
  readonly onRemove: (member: MemberId) => Promise<boolean>;
}) {
  const { members, colleagues } = props;
  const t = useTexts(groupTexts);
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(
    null,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const within = colleagues.filter(({ member }) => members.includes(member)).sort(byName);
  const others = colleagues
    .filter(({ member, hasLeft }) => !hasLeft && !members.includes(member))
    .sort(byName);
  const { run: add, busy: adding } = useOnce(async (member: MemberId) => {
    const kept = await props.onAdd(member);
    setSaid(kept ? null : { text: t.notSaved, failed: true });
    if (kept) setChosen('');
  });
  const { run: remove, busy: removing } = useOnce(async ({ member, name }: Colleague) => {
    const kept = await props.onRemove(member);
    setSaid({ text: kept ? t.removed(name) : t.notSaved, failed: !kept });
    // The button that had the focus is gone.
    if (kept) heading.current?.focus();
  });
  const picked = others.find(({ member }) => member === chosen);
  return (
    <section className="stack" aria-labelledby="group-members">
      <h2 id="group-members" ref={heading} tabIndex={-1}>
        {t.members(within.length)}
      </h2>
      {within.length === 0 && <p>{t.noMembers}</p>}
      <ul role="list" className="who-list">
        {within.map((each) => (
          <li className="who-line" key={each.member}>
            <span>
              {each.name}
              {each.hasLeft && ` (${t.left})`}
            </span>
            <Button
              variant="plain"
              disabled={removing}
              aria-label={t.remove(each.name)}
              onClick={() => remove(each)}
            >
              {t.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      {said && (
        <Notice live tone={said.failed ? 'danger' : 'info'}>
          <p>{said.text}</p>
        </Notice>
      )}
      {others.length === 0 ? (
        <p className="hint">{t.everybodyIn}</p>
      ) : (
        <div className="who-add">
          <SelectField
            label={t.whom}
            value={picked?.member ?? ''}
            options={[
              { value: '', label: t.choose },
              ...others.map(({ member, name }) => ({ value: member, label: name })),
            ]}
            onChange={setChosen}
          />
          <Button disabled={!picked || adding} onClick={() => picked && add(picked.member)}>
            {t.addMember}
          </Button>
        </div>
      )}
    </section>
  );
}
