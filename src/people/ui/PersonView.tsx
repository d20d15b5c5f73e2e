import { useState, type ReactNode } from 'react';
import { partialDate } from '../../i18n/format.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { PLACEMENT_KINDS } from '../model/participant.ts';
import { detailsOf, typedFrom, type TypedPerson } from '../model/person-form.ts';
import { placementOf, typedPlacement, type TypedPlacement } from '../model/placement-form.ts';
import type { Program } from '../model/program.ts';
import type { Known, Listed } from '../model/register.ts';
import { EligibilityPart } from './EligibilityPart.tsx';
import type { OfferPorts } from './offer-ports.ts';
import { OffersPart } from './OffersPart.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonForm } from './PersonForm.tsx';
import { kindKey, PlacementForm } from './PlacementForm.tsx';
import './people.css';

/** What a crash left typed of this person. */
export interface PersonDrafts {
  readonly details: TypedPerson | null;
  readonly placement: TypedPlacement | null;
}

export interface PersonPorts extends OfferPorts {
  /** Keeps what is typed; null when it is thrown away. @returns false when it could not be kept. */
  readonly draft: (key: 'details' | 'placement', typed: unknown) => Promise<boolean>;
}

/** Everything about one person: whether they can be asked, what came of it, the placements and the details. */
export function PersonView(props: {
  readonly person: Known;
  readonly people: readonly Listed[];
  readonly program: Program;
  readonly drafts: PersonDrafts;
  readonly ports: PersonPorts;
  /** What else can be done with the entry; not while it is being changed. */
  readonly children?: ReactNode;
}) {
  const { person, people, program, ports } = props;
  const { today } = ports;
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(props.drafts.details);
  const [placing, setPlacing] = useState(props.drafts.placement);
  const others = people.filter(({ stream }) => stream !== person.stream);

  if (editing) {
    return (
      <PersonForm
        initial={editing}
        isNew={false}
        others={others}
        members={ports.members}
        today={today}
        onDraft={(form) => ports.draft('details', form)}
        onSave={async (form) => {
          const kept = await ports.write([
            { type: 'ParticipantChanged', version: 1, data: { details: detailsOf(form) } },
          ]);
          if (kept) {
            setEditing(null);
            await ports.draft('details', null);
          }
          return kept;
        }}
        onCancel={() => {
          setEditing(null);
          void ports.draft('details', null);
        }}
      />
    );
  }
  const close = () => {
    setPlacing(null);
    void ports.draft('placement', null);
  };
  const span = (from: string, to: string | null) =>
    to === null
      ? t.since(partialDate(from, language))
      : t.span(partialDate(from, language), partialDate(to, language));
  return (
    <>
      <EligibilityPart person={person} rules={program} today={today} />
      <OffersPart person={person} rules={program} ports={ports} />
      <section className="card" aria-labelledby="placements">
        <h2 id="placements">{t.placements}</h2>
        {person.placements.length === 0 && <p className="hint">{t.noPlacements}</p>}
        <ul role="list" className="stack">
          {person.placements.map((each) => {
            const what = `${t[kindKey(each.kind)]}, ${span(each.from, each.to)}`;
            return (
              <li key={each.placement} className="row">
                <span>
                  {what}, {each.municipality}
                  {each.ending && ` (${t[each.ending].toLocaleLowerCase(language)})`}
                </span>
                <Button
                  aria-label={t.change(what)}
                  onClick={() => setPlacing(typedPlacement(each))}
                >
                  {t.change('').trim()}
                </Button>
              </li>
            );
          })}
        </ul>
        {placing ? (
          <PlacementForm
            key={placing.placement}
            initial={placing}
            person={{
              birthMonth: person.details.birthMonth,
              others: person.placements.filter(({ placement }) => placement !== placing.placement),
            }}
            today={today}
            onDraft={(form) => void ports.draft('placement', form)}
            onSave={async (form) => {
              const placement = placementOf(form);
              const kept = await ports.write([
                { type: 'PlacementWritten', version: 1, data: { placement } },
              ]);
              if (kept) close();
              return kept;
            }}
            onCancel={close}
            onRemove={
              person.placements.some(({ placement }) => placement === placing.placement)
                ? async () => {
                    const { placement } = placing;
                    const kept = await ports.write([
                      { type: 'PlacementRemoved', version: 1, data: { placement } },
                    ]);
                    if (kept) close();
                    return kept;
                  }
                : undefined
            }
          />
        ) : (
          <div className="row">
            <Button
              onClick={() =>
                setPlacing({
                  placement: ports.newLocalId(),
                  kind: PLACEMENT_KINDS[0],
                  from: '',
                  to: '',
                  goesOn: false,
                  municipality: person.details.municipality,
                  ending: 'planned',
                })
              }
            >
              {t.addPlacement}
            </Button>
          </div>
        )}
      </section>
      <PersonFacts
        person={person}
        people={people}
        members={ports.members}
        onEdit={() => setEditing(typedFrom(person.code, person.details))}
      />
      {props.children}
    </>
  );
}
