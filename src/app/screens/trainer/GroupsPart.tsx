import { useCallback, useMemo } from 'react';
import { groupTexts } from '../../../i18n/training-groups.ts';
import { trainerTexts } from '../../../i18n/trainer.ts';
import { useTexts } from '../../../kit/language.tsx';
import { dayAt } from '../../../people/model/days.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { changeGroup, listGroups, makeGroup } from '../../../training/groups.ts';
import type { GroupFact } from '../../../training/model/group.ts';
import { signoffStreamOf } from '../../../training/model/signoff.ts';
import { GroupMembers } from '../../../training/ui/GroupMembers.tsx';
import { GroupName } from '../../../training/ui/GroupName.tsx';
import { GroupResultsFile } from '../../../training/ui/GroupResultsFile.tsx';
import { WhoIsWhere } from '../../../training/ui/WhoIsWhere.tsx';
import { go } from '../../routes.ts';
import { BackPage } from '../BackPage.tsx';
import { noteTakingOut } from '../places/taking-out.ts';
import type { PartProps } from '../training/part.ts';
import { useAsked } from '../use-desk.ts';
import { readTeaching } from './trainees.ts';
import { WithoutWriting } from './WithoutWriting.tsx';

/** The groups that are taught, and one of them with who is where. */
export function GroupsPart({ desk, deps, stream, onBack }: PartProps) {
  const t = useTexts(groupTexts);
  const back = useTexts(trainerTexts).back;
  const today = useMemo(() => dayAt(deps.clock.now()), [deps]);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        groups: await listGroups(desk.journal),
        teaching: await readTeaching(desk, today),
        least: (await readProgram(desk.journal)).suppressBelow,
      }),
      [desk, today],
    ),
  );
  if (!known?.teaching) return null;
  const { groups, teaching, least } = known;
  const { trainees, training, guide } = teaching;
  const writes = desk.me.role === 'trainer';
  const toGroups = () => go({ name: 'trainer', part: 'groups', stream: null });
  const group = groups.find((each) => each.stream === stream);
  if (!group) {
    return (
      <BackPage title={t.title} back={back} onBack={onBack}>
        {writes && <p className="hint">{t.intro}</p>}
        {groups.length === 0 && <p>{writes ? t.none : t.notSeenHere}</p>}
        <ul role="list" className="who-list">
          {groups.map((each) => (
            <li key={each.stream}>
              <button
                type="button"
                className="who-row"
                onClick={() => go({ name: 'trainer', part: 'groups', stream: each.stream })}
              >
                <strong>{each.name}</strong>
                <span>{t.members(each.members.length)}</span>
              </button>
            </li>
          ))}
        </ul>
        {writes ? (
          <section className="card" aria-labelledby="new-group">
            <h2 id="new-group">{t.make}</h2>
            <GroupName
              name={null}
              taken={groups.map(({ name }) => name)}
              onSave={async (name) => {
                const kept = await makeGroup(desk.journal, name, desk.me.member, deps.random);
                if (!kept.ok) return false;
                // What cannot be packed now is packed in a later round; it is kept here all the same.
                void desk.deliver('group', kept.value);
                go({ name: 'trainer', part: 'groups', stream: kept.value });
                return true;
              }}
            />
          </section>
        ) : (
          groups.length > 0 && <WithoutWriting />
        )}
        <GroupResultsFile
          groups={groups}
          trainees={trainees}
          training={training}
          least={least}
          onTakeOut={() => noteTakingOut(desk, deps.clock)}
        />
      </BackPage>
    );
  }
  const change = async (fact: GroupFact) => {
    const kept = await changeGroup(desk.journal, group.stream, fact);
    if (kept.ok) void desk.deliver('group', group.stream);
    return kept.ok;
  };
  const within = trainees.filter(({ member }) => group.members.includes(member));
  return (
    <BackPage title={group.name} tab={t.title} wide back={t.back} onBack={toGroups}>
      {within.length > 0 && (
        <section className="stack" aria-labelledby="who-is-where">
          <h2 id="who-is-where">{t.whereTitle}</h2>
          <p className="hint">{t.whereIntro}</p>
          <WhoIsWhere
            group={group.name}
            modules={training.modules}
            people={within}
            guide={guide}
            onSignoff={(member) =>
              go({ name: 'trainer', part: 'signoff', stream: signoffStreamOf(member) })
            }
          />
          {within.some(({ shared }) => !shared) && <p className="hint">{t.notSharedHow}</p>}
        </section>
      )}
      {writes ? (
        <>
          <GroupMembers
            members={group.members}
            colleagues={trainees}
            onAdd={(member) => change({ type: 'MemberAdded', version: 1, data: { member } })}
            onRemove={(member) => change({ type: 'MemberRemoved', version: 1, data: { member } })}
          />
          <GroupName
            key={group.stream}
            name={group.name}
            taken={groups.filter((each) => each !== group).map(({ name }) => name)}
            onSave={(name) => change({ type: 'GroupNamed', version: 1, data: { name } })}
          />
        </>
      ) : (
        <WithoutWriting />
      )}
    </BackPage>
  );
}
