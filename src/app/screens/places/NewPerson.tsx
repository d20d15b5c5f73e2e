import { useState } from 'react';
import { newId, type Deps } from '../../../base/deps.ts';
import { StreamId, type MemberId } from '../../../base/ids.ts';
import { detailsOf, emptyPerson } from '../../../people/model/person-form.ts';
import { nextCode, type Listed } from '../../../people/model/register.ts';
import {
  draftNewPerson,
  newPersonStreamOf,
  type NewPersonDraft,
} from '../../../people/new-person.ts';
import { PersonForm } from '../../../people/ui/PersonForm.tsx';
import { addParticipant } from '../../../people/write.ts';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';

/** The form of a new person; what was half-typed when the app was closed stands there again. */
export function NewPerson(props: {
  readonly desk: Desk;
  readonly deps: Deps;
  readonly people: readonly Listed[];
  /** Codes of those who were removed from the register. */
  readonly taken: readonly string[];
  readonly members: readonly { readonly member: MemberId; readonly name: string }[];
  readonly begun: NewPersonDraft | null;
  readonly today: string;
}) {
  const { desk, deps, people, taken } = props;
  const at = newPersonStreamOf(desk.me.office, desk.me.member);
  const allCodes = [...people, ...taken.map((code) => ({ code }))];
  const [{ stream, form }] = useState(
    () =>
      props.begun ?? {
        stream: newId(StreamId, deps.random),
        form: emptyPerson(nextCode(allCodes), usualMunicipality(people)),
      },
  );
  return (
    <PersonForm
      initial={form}
      isNew
      others={people}
      removed={taken}
      members={props.members}
      today={props.today}
      onDraft={(typed) => draftNewPerson(desk.journal, at, { stream, form: typed })}
      onSave={async (typed) => {
        const person = { code: typed.code.trim(), details: detailsOf(typed), batch: null };
        const kept = await addParticipant(desk.journal, stream, person, deps.clock);
        if (!kept.ok) return false;
        void desk.deliver('shared', stream);
        await draftNewPerson(desk.journal, at, null);
        go({ name: 'place', place: 'people', stream }, 'replace');
        return true;
      }}
      onCancel={() => {
        void draftNewPerson(desk.journal, at, null).then(() =>
          go({ name: 'place', place: 'people', stream: null }, 'replace'),
        );
      }}
    />
  );
}

/** Most offices ask people of one municipality. */
const usualMunicipality = (people: readonly Listed[]): string =>
  people.at(-1)?.details.municipality ?? '';
