import { useCallback, useMemo } from 'react';
import { hex } from '../../../base/bytes.ts';
import { peopleTexts } from '../../../i18n/people.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { countWave } from '../../../people/model/accounting.ts';
import { dayAt } from '../../../people/model/days.ts';
import { TypedPerson } from '../../../people/model/person-form.ts';
import { TypedPlacement } from '../../../people/model/placement-form.ts';
import type { Known } from '../../../people/model/register.ts';
import { withTalks } from '../../../people/model/waves.ts';
import { newPersonStreamOf, readNewPerson } from '../../../people/new-person.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { PeopleList } from '../../../people/ui/PeopleList.tsx';
import { PersonView } from '../../../people/ui/PersonView.tsx';
import { RemovedList } from '../../../people/ui/RemovedList.tsx';
import { RemovePart } from '../../../people/ui/RemovePart.tsx';
import { WaveNumbers } from '../../../people/ui/WaveNumbers.tsx';
import { listRemoved } from '../../../people/remove.ts';
import { writeParticipant } from '../../../people/write.ts';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { UnnotedNotice } from '../UnnotedNotice.tsx';
import { useAsked } from '../use-desk.ts';
import { useNotedReading } from '../use-noted.ts';
import { NewPerson } from './NewPerson.tsx';
import type { PlaceProps } from './place.ts';
import { interviewsIn } from './assigning.ts';
import { colleaguesOf } from './colleagues.ts';
import { givenTo, removeFrom } from './removing.ts';
import { rowsOfRegister } from './register-rows.ts';
import { entriesIn, peopleOf } from './register.ts';

/** Whom we ask: the register, a person in it, and the form of a new one. */
export function PeoplePlace({ desk, deps, stream, onBack }: PlaceProps) {
  const t = useTexts(peopleTexts);
  const back = useTexts(placeTexts).back;
  const fresh = newPersonStreamOf(desk.me.office, desk.me.member);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [entries, removed, cameIn, program, members, begun] = await Promise.all([
        entriesIn(desk.journal),
        listRemoved(desk.journal),
        interviewsIn(desk.journal),
        readProgram(desk.journal),
        colleaguesOf(desk),
        readNewPerson(desk.journal, fresh),
      ]);
      const drafts = stream ? await draftsOf(desk, stream) : NO_DRAFTS;
      const talk = stream && (await givenTo(desk, stream, members));
      return { entries, removed, cameIn, program, members, begun, drafts, talk };
    }, [desk, stream, fresh]),
  );
  const today = dayAt(deps.clock.now());
  const rows = useMemo(
    () => (known ? rowsOfRegister(known.entries, known.cameIn, known.program, today) : []),
    [known, today],
  );
  // All of them are read for the form and the sight of one person; for the list, those on the screen.
  const people = useMemo(
    () => (known && stream ? withTalks(peopleOf(known.entries), known.cameIn) : NOBODY),
    [known, stream],
  );
  const read = people.some((each) => each.stream === stream) ? stream : null;
  const unnoted = useNotedReading(desk, deps.clock, read);
  const toList = () => go({ name: 'place', place: 'people', stream: null });
  const toNew = () => go({ name: 'place', place: 'people', stream: fresh });
  if (!known) return null;
  const { entries, cameIn, removed, program, members, begun } = known;
  const taken = removed.map(({ code }) => code);
  const past = removed.map((each) => each.past);

  if (stream === fresh) {
    return (
      <Page title={t.addTitle} actions={<Button onClick={toList}>{t.back}</Button>}>
        <NewPerson {...{ desk, deps, people, taken, members, begun, today }} />
      </Page>
    );
  }
  if (stream) {
    const person = people.find((each) => each.stream === stream);
    return (
      <Page
        title={person ? `${person.code} ${person.details.name}` : t.gone}
        tab={t.person}
        actions={<Button onClick={toList}>{t.back}</Button>}
      >
        {unnoted && <UnnotedNotice />}
        {person && (
          <PersonView
            person={person}
            people={people}
            program={program}
            drafts={known.drafts}
            ports={{
              me: desk.me.member,
              members,
              today,
              newLocalId: () => hex(deps.random.bytes(8)),
              draft: async (key, typed) =>
                (await desk.journal.draft(stream, 'participant', key, typed)).ok,
              write: async (facts) => {
                const kept = await writeParticipant(desk.journal, stream, facts);
                // What cannot be packed now is packed in a later round; it is kept here all the same.
                if (kept.ok) void desk.deliver('shared', stream);
                return kept.ok;
              },
            }}
          >
            <RemovePart
              code={person.code}
              interviewed={cameIn.has(person.code)}
              givenTo={known.talk}
              onToAssignments={() => go({ name: 'place', place: 'assignments', stream: null })}
              onRemove={async (removal) => {
                const rules = program;
                const kept = await removeFrom(desk, person, { ...removal, rules }, deps);
                if (kept) toList();
                return kept;
              }}
            />
          </PersonView>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={t.title}
      wide
      actions={
        <>
          <Button variant="primary" onClick={toNew}>
            {begun ? t.goOn : t.add}
          </Button>
          <Button variant="plain" onClick={onBack}>
            {back}
          </Button>
        </>
      }
    >
      <p className="hint">{t.intro}</p>
      <PeopleList
        rows={rows}
        onOpen={(to) => go({ name: 'place', place: 'people', stream: to })}
        empty={
          <section className="card">
            <h2>{t.nobody}</h2>
            <p>{t.nobodyHow}</p>
          </section>
        }
      />
      {entries.length + removed.length > 0 && (
        <WaveNumbers
          counted={() => countWave(withTalks(peopleOf(entries), cameIn), 1, program, today, past)}
        />
      )}
      <RemovedList
        removed={removed}
        nameOf={(member) => members.find((each) => each.member === member)?.name ?? ''}
      />
    </Page>
  );
}

const NOBODY: readonly Known[] = [];

const NO_DRAFTS = { details: null, placement: null };

async function draftsOf(
  { journal }: Pick<Desk, 'journal'>,
  stream: NonNullable<PlaceProps['stream']>,
) {
  const drafts = (await journal.open(stream))?.drafts ?? [];
  const valueOf = (key: string) => drafts.find((each) => each.key === key)?.value;
  return {
    details: TypedPerson.safeParse(valueOf('details')).data ?? null,
    placement: TypedPlacement.safeParse(valueOf('placement')).data ?? null,
  };
}
