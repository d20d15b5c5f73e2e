import { useRef, useState } from 'react';
import type { ImportEnd } from '../import-run.ts';
import { importTexts } from '../../i18n/import.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { Mapping } from '../model/import-columns.ts';
import { ImportPlan, type Plan, type PlannedPerson } from '../model/import-plan.ts';
import { readRow } from '../model/import-row.ts';
import type { ParticipantSummary } from '../model/participant.ts';
import { readList, type List, type ListProblem } from '../read-list.ts';
import { ImportCheck } from './ImportCheck.tsx';
import { ImportColumns } from './ImportColumns.tsx';

type Step =
  | { readonly at: 'file'; readonly problem: ListProblem['type'] | null }
  | { readonly at: 'columns'; readonly list: List }
  | { readonly at: 'check'; readonly list: List; readonly mapping: Mapping; readonly plan: Plan }
  | { readonly at: 'done'; readonly end: ImportEnd; readonly of: number };

/** Long work and how far it is; `of` is null while nobody knows how much there is. */
interface Work {
  readonly what: 'reading' | 'checking' | 'running';
  readonly done: number;
  readonly of: number | null;
}

/** So many rows are gone through before the screen may draw and the person may cancel. */
const AT_ONCE = 500;
/** Lets the screen draw and a click through. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A list from a file, step by step: read, say what the columns are, look at what is wrong, take it in. */
export function ImportList(props: {
  readonly register: readonly Pick<ParticipantSummary, 'code' | 'details'>[];
  /** Codes of those who were removed from the register. */
  readonly removed?: readonly string[];
  /** As `YYYY-MM-DD`. */
  readonly today: string;
  readonly onRun: (
    people: readonly PlannedPerson[],
    goOn: (done: number) => Promise<boolean>,
  ) => Promise<ImportEnd>;
}) {
  const { register, today } = props;
  const t = useTexts(importTexts);
  const [step, setStep] = useState<Step>({ at: 'file', problem: null });
  const [work, setWork] = useState<Work | null>(null);
  const cancelled = useRef(false);
  const begin = () => {
    cancelled.current = false;
  };
  const goOn = (what: Work['what'], of: number | null) => async (done: number) => {
    setWork({ what, done, of });
    await breathe();
    return !cancelled.current;
  };
  const fileStep = (problem: ListProblem['type'] | null) => setStep({ at: 'file', problem });

  const read = async (file: File) => {
    begin();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const list = await readList(bytes, goOn('reading', null));
    setWork(null);
    if (list.ok) setStep({ at: 'columns', list: list.value });
    else fileStep(list.error.type);
  };
  const check = async (list: List, mapping: Mapping) => {
    begin();
    const plan = new ImportPlan(register, props.removed);
    const tell = goOn('checking', list.rows.length);
    for (const [i, cells] of list.rows.entries()) {
      if (i % AT_ONCE === 0 && !(await tell(i))) break;
      plan.add(i + 2, readRow(cells, mapping, today));
    }
    setWork(null);
    if (cancelled.current) setStep({ at: 'columns', list });
    else setStep({ at: 'check', list, mapping, plan: plan.result(today.slice(2, 4)) });
  };
  const run = async (people: readonly PlannedPerson[]) => {
    begin();
    const end = await props.onRun(people, goOn('running', people.length));
    setWork(null);
    setStep({ at: 'done', end, of: people.length });
  };

  if (work) return <Working work={work} onCancel={() => (cancelled.current = true)} />;
  switch (step.at) {
    case 'file':
      return (
        <div className="stack">
          {step.problem && (
            <Notice tone="danger" live>
              {t[`problem_${step.problem}`]}
            </Notice>
          )}
          <p>{t.intro}</p>
          <p>{t.noNumbers}</p>
          <label className="field">
            <span>{t.choose}</span>
            <input
              className="input"
              type="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) void read(file);
              }}
            />
          </label>
        </div>
      );
    case 'columns':
      return (
        <ImportColumns
          list={step.list}
          onCheck={(mapping) => void check(step.list, mapping)}
          onBack={() => fileStep(null)}
        />
      );
    case 'check':
      return (
        <ImportCheck {...step} onRun={(people) => void run(people)} onBack={() => fileStep(null)} />
      );
    case 'done':
      return <Done {...step} onAgain={() => fileStep(null)} />;
  }
}

function Working(props: { readonly work: Work; readonly onCancel: () => void }) {
  const { what, done, of } = props.work;
  const t = useTexts(importTexts);
  const said =
    of === null ? t.reading(done) : t[what === 'running' ? 'running' : 'checking'](done, of);
  return (
    <div className="stack">
      <p aria-hidden="true">{said}</p>
      <progress aria-label={said} {...(of === null ? {} : { value: done, max: of })} />
      {what === 'running' && <p className="hint">{t.runningHelp}</p>}
      <div className="row">
        <Button onClick={props.onCancel}>{t.cancel}</Button>
      </div>
    </div>
  );
}

function Done(props: {
  readonly end: ImportEnd;
  readonly of: number;
  readonly onAgain: () => void;
}) {
  const { end, of } = props;
  const t = useTexts(importTexts);
  return (
    <div className="stack">
      <Notice tone={end.ended === 'all' ? 'info' : 'warn'} live>
        {end.ended === 'all'
          ? t.doneAll(end.done)
          : end.ended === 'cancelled'
            ? t.doneSome(end.done, of)
            : t.doneFailed(end.done, of)}
      </Notice>
      <div className="row">
        <Button onClick={props.onAgain}>{t.again}</Button>
      </div>
    </div>
  );
}
