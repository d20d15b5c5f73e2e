import type { Clock } from '../../../base/deps.ts';
import { dayAt } from '../../../people/model/days.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { signoffStreamOf } from '../../../training/model/signoff.ts';
import { gateOf, type Gate } from '../../../training/model/readiness.ts';
import type { Desk } from '../../port.ts';
import { hasInterviewed, readTrainingHere, type TrainingHere } from './training-here.ts';

/** What stands before an interview at this desk. */
export type GateHere =
  | { readonly type: 'open' }
  | { readonly type: Exclude<Gate['type'], 'open'>; readonly here: TrainingHere };

type AskedDesk = Pick<Desk, 'directory' | 'guides' | 'journal' | 'me'>;
const OPEN = { type: 'open' } as const;

/**
 * Whether this person may begin an interview now (training/model/readiness). Practice has no gate, and neither has an
 * office that wants none.
 */
export async function gateHere(desk: AskedDesk, today: string): Promise<GateHere> {
  const { me, journal } = desk;
  if (me.class !== 'real') return OPEN;
  const { readiness: policy } = await readProgram(journal);
  if (policy === 'off') return OPEN;
  const interviewed = await hasInterviewedHere(desk);
  // Most interviews are not somebody's first: for those nothing more is read.
  if (interviewed && !(await isSigned(desk))) return OPEN;
  const here = await readTrainingHere(desk, today);
  const { type } = gateOf({
    state: here.state,
    policy,
    hasInterviewed: interviewed,
    canBeSigned: here.trainers.length > 0,
  });
  return type === 'open' ? OPEN : { type, here };
}

async function hasInterviewedHere({ guides, journal, me }: AskedDesk): Promise<boolean> {
  const [guide] = await guides();
  return guide !== undefined && hasInterviewed(journal, me.member, guide);
}

const isSigned = async ({ journal, me }: AskedDesk): Promise<boolean> =>
  (await journal.open(signoffStreamOf(me.member))) !== undefined;

/**
 * Asks until somebody may begin, and then no more: whoever has the form before them keeps it, and a sign-off that
 * comes in while they are stopped lets them in.
 */
export function gateAsker(desk: AskedDesk, clock: Clock): () => Promise<GateHere> {
  let passed: GateHere | undefined;
  return async () => {
    if (passed) return passed;
    const gate = await gateHere(desk, dayAt(clock.now()));
    if (gate.type !== 'stop') passed = gate;
    return gate;
  };
}
