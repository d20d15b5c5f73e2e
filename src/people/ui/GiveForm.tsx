import { useState } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { lastTalkTexts } from '../../i18n/last-talk.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice, RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import {
  Wish,
  type AssignmentFact,
  type AssignmentSummary,
  type Brief,
} from '../model/assignment.ts';
import { briefOf, type Givable } from '../model/givable.ts';
import { candidatesFor, giveProblem, type Candidate, type Colleague } from '../model/propose.ts';
import type { Program } from '../model/program.ts';

type Given = Extract<AssignmentFact, { type: 'AssignmentGiven' }>['data'];
const RELATIONS: readonly Brief['relation'][] = ['own', 'other', 'neverMet'];

/** One person's coming talk is given to one interviewer: the wish first, then who, then what they need to know. */
export function GiveForm(props: {
  readonly chosen: Givable;
  readonly colleagues: readonly Colleague[];
  readonly assignments: readonly AssignmentSummary[];
  readonly program: Program;
  /** What was spoken of last time, as headings. */
  readonly topics: readonly string[];
  /** The person lets the next interviewer read what they said last time. */
  readonly lastTalk?: boolean;
  readonly onGive: (given: Given) => Promise<'given' | 'notKept'>;
  readonly onBack: () => void;
}) {
  const { chosen, program } = props;
  const t = useTexts(assignTexts);
  const lastTalk = useTexts(lastTalkTexts);
  const { person } = chosen;
  const { details } = person;
  const [wish, setWish] = useState<Wish>('none');
  const candidates = candidatesFor(person, wish, props.colleagues, props.assignments, program);
  const [picked, setPicked] = useState<MemberId | null>(null);
  // The first is proposed; whoever was picked by hand stays, and what speaks against them is said.
  const to = picked ?? candidates[0]?.member ?? null;
  const candidate = candidates.find(({ member }) => member === to);
  const [relation, setRelation] = useState<Brief['relation'] | null>(null);
  const [due, setDue] = useState('');
  const [topics, setTopics] = useState<string[]>([]);
  const [weighed, setWeighed] = useState(false);
  const [problem, setProblem] = useState<keyof typeof PROBLEMS | null>(null);
  const way = t[`way_${details.contact.way}`];

  const { run: give, busy } = useOnce(async () => {
    if (!to) return setProblem('none');
    const wrong = giveProblem(to, candidates, { sibling: weighed });
    if (wrong) return setProblem(wrong);
    const known = relation ?? candidate?.relation ?? 'neverMet';
    const brief = briefOf(chosen, { way, due: due || null, topics, relation: known });
    const kept = await props.onGive({ to, brief, wish });
    return setProblem(kept === 'given' ? null : 'store');
  });

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <p className="hint">{t.wave(chosen.wave)}</p>
      <p>
        {t.contactGoes(
          `${details.name}. ${details.contact.value ? `${way}: ${details.contact.value}` : t.noContact}`,
        )}
      </p>
      {details.protectedData && <Notice>{t.protectedData}</Notice>}
      <p className="hint">{t.wishHint}</p>
      <RadioChoice
        legend={t.wishTitle}
        value={wish}
        onChange={setWish}
        options={Wish.options.map((value) => ({ value, label: t[`wish_${value}`] }))}
      />
      <RadioChoice
        legend={t.who}
        value={to}
        onChange={setPicked}
        options={candidates.map((each) => ({ value: each.member, label: labelOf(each, t) }))}
      />
      {candidate?.sibling && (
        <Check label={t.siblingAccepted} checked={weighed} onChange={setWeighed} />
      )}
      <RadioChoice
        legend={t.relationTitle}
        value={relation ?? candidate?.relation ?? null}
        onChange={setRelation}
        options={RELATIONS.map((value) => ({ value, label: t[`relation_${value}`] }))}
      />
      <TextField
        label={t.due}
        hint={t.dueHint}
        type="date"
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      {props.topics.length > 0 && (
        <>
          <CheckChoice
            legend={t.topics}
            options={props.topics.map((topic) => ({ value: topic, label: topic }))}
            values={topics}
            onChange={setTopics}
          />
          <p className="hint">{t.topicsHint}</p>
        </>
      )}
      {props.lastTalk && <Notice>{lastTalk.goesAlong}</Notice>}
      {problem && (
        <Notice tone={problem === 'sibling' ? 'warn' : 'danger'} live>
          {t[PROBLEMS[problem]]}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.give}
        </Button>
        <Button onClick={props.onBack}>{t.close}</Button>
      </div>
    </form>
  );
}

const PROBLEMS = {
  none: 'problem_none',
  left: 'problem_left',
  againstWish: 'problem_againstWish',
  sibling: 'problem_sibling',
  store: 'problem_store',
} as const;

function labelOf(
  { name, relation, sibling, againstWish }: Candidate,
  t: typeof assignTexts.sv,
): string {
  const marks = [
    relation === 'own' && t.own,
    sibling && t.sibling,
    againstWish && t.againstWish,
  ].filter((mark) => mark !== false);
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}
