import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { q } from '../interview/fixture.ts';
import { InterviewSummary } from '../interview/model/summary.ts';
import { InterviewSession } from '../interview/session.ts';
import { reviewStreamOf } from '../review/model/summary.ts';
import type { Desk } from './port.ts';
import { dayAt } from '../people/model/days.ts';
import { PROGRAM_DEFAULTS } from '../people/model/program.ts';
import { rowsOf } from '../people/model/register.ts';
import { withTalks } from '../people/model/waves.ts';
import { systemRandom } from '../base/deps.ts';
import { peopleIn } from './screens/places/register.ts';
import { removeFrom } from './screens/places/removing.ts';
import { openTryDesk } from './try.ts';

const guide = readFileSync(new URL('../guide/data/default-guide.json', import.meta.url), 'utf8');
const fetched = vi.fn<(url: string) => Promise<Response>>(async () => new Response(guide));

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockClear();
});

async function opened() {
  const desk = await openTryDesk();
  const rows = await desk.journal.list('interview');
  const row = rows.find(({ data }) => InterviewSummary.parse(data).status === 'talking');
  if (!row || !desk.other) throw new Error('nothing to try');
  return { desk, supervisor: desk.other(), stream: row.stream };
}
const codes = async (desk: Desk) =>
  (await desk.journal.list('interview')).map(({ data }) => InterviewSummary.parse(data).code);
const read = (desk: Desk, stream: Parameters<Desk['journal']['open']>[0]) =>
  InterviewSession.open({ journal: desk.journal, clock: { now: () => 1 } }, stream, desk.guide);

describe('"Try it"', () => {
  it('has three invented people in the register, whom only the supervisor sees', async () => {
    const { desk, supervisor } = await opened();
    const people = await peopleIn(supervisor.journal);
    const rows = rowsOf(withTalks(people, new Map()), PROGRAM_DEFAULTS, dayAt(Date.now()));
    expect(rows.map(({ standing }) => standing)).toEqual([
      'notAskedYet',
      'notEligible',
      'accepted',
    ]);
    expect(await peopleIn(desk.journal)).toEqual([]);
  });

  it('lets the supervisor remove somebody, who is gone then', async () => {
    const { supervisor } = await opened();
    const [elin, ...others] = withTalks(await peopleIn(supervisor.journal), new Map());
    if (!elin) throw new Error('nobody to remove');
    const removal = { why: 'asked', decision: '', rules: PROGRAM_DEFAULTS } as const;
    const deps = { clock: { now: () => Date.now() }, random: systemRandom };
    expect(await removeFrom(supervisor, elin, removal, deps)).toBe(true);
    expect((await peopleIn(supervisor.journal)).map(({ code }) => code)).toEqual(
      others.map(({ code }) => code),
    );
    expect(await supervisor.journal.open(elin.stream)).toBeUndefined();
  });

  it('shows a half-done interview with invented people, marked as practice', async () => {
    const { desk, supervisor, stream } = await opened();
    expect([desk.me.class, supervisor.me.class]).toEqual(['practice', 'practice']);
    expect([desk.me.role, supervisor.me.role]).toEqual(['interviewer', 'supervisor']);
    const session = await read(desk, stream);
    const { state, faults } = session?.snapshot() ?? {};
    expect(faults).toEqual([]);
    expect(state).toMatchObject({ status: 'talking', code: 'PROVA-1', unknown: 0 });
    expect(state?.consent?.saidBack).toBe(true);
    expect(state?.questions.get(q('s2q1'))?.outcome).toBe('answered');
    expect(session?.answer(q('s2q1')).verbatim).toHaveLength(1);
  });

  it("has a finished interview with a message in the supervisor's inbox, with nothing left open", async () => {
    const { supervisor } = await opened();
    const [row] = await supervisor.journal.list('interview');
    if (!row) throw new Error('an empty inbox');
    const { state } = (await read(supervisor, row.stream))?.snapshot() ?? {};
    expect(state).toMatchObject({ status: 'completed', code: 'PROVA-2', revision: 1, unknown: 0 });
    expect(state?.flags).toHaveLength(1);
    expect([...(state?.questions.values() ?? [])].every(({ outcome }) => outcome !== null)).toBe(
      true,
    );
  });

  it('asks for the guide and for nothing else', async () => {
    const { desk, stream } = await opened();
    await desk.deliver('interview', stream);
    desk.syncNow();
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(String(fetched.mock.calls[0]?.[0])).toContain('default-guide');
  });

  it('hands over to the other of its two people, who opens it', async () => {
    const { desk, supervisor, stream } = await opened();
    expect(await codes(supervisor)).toEqual(['PROVA-2']);
    const told = vi.fn<() => void>();
    const stop = supervisor.subscribe(told);
    expect((await desk.deliver('interview', stream)).ok).toBe(true);
    expect(told).toHaveBeenCalled();
    stop();
    expect((await read(supervisor, stream))?.snapshot().state.code).toBe('PROVA-1');
    expect((await desk.deliveries()).get(stream)?.state).toBe('received');
    await supervisor.acknowledge(stream);
    expect((await desk.deliveries()).get(stream)).toMatchObject({ state: 'opened', by: 'Samir' });
  });

  it('sends a safety flag without calling the interview delivered, and no draft at all', async () => {
    const { desk, supervisor, stream } = await opened();
    await desk.deliver('draft', stream);
    expect(await codes(supervisor)).toEqual(['PROVA-2']);
    await desk.deliver('safety', stream);
    expect((await codes(supervisor)).sort()).toEqual(['PROVA-1', 'PROVA-2']);
    expect((await desk.deliveries()).has(stream)).toBe(false);
    expect((await desk.flagDeliveries()).get(stream)?.state).toBe('received');
  });

  it('brings a review back to the tablet', async () => {
    const { desk, supervisor, stream } = await opened();
    await desk.deliver('interview', stream);
    const review = reviewStreamOf(stream, supervisor.me.member);
    const fact = { type: 'ReviewStarted', version: 1, data: { interview: stream, revision: 1 } };
    await supervisor.journal.append(review, 'review', [fact], null);
    await supervisor.deliver('review', review);
    expect(await desk.journal.list('review')).toHaveLength(1);
  });

  it('is another office each time, and nothing of it is kept', async () => {
    const first = await opened();
    const second = await opened();
    expect(second.desk.me.office).not.toBe(first.desk.me.office);
    expect(second.stream).not.toBe(first.stream);
    expect(await second.desk.journal.open(first.stream)).toBeUndefined();
  });

  it('refuses what needs a real office, with a problem that has a sentence', async () => {
    const { desk } = await opened();
    const refused = { ok: false, error: { type: 'notEnrolled' } };
    expect(await desk.invite({ name: 'Eva', role: 'interviewer' })).toEqual(refused);
    expect(await desk.changePassphrase('hallon tegel moln')).toEqual(refused);
    expect(await desk.openFile(new Uint8Array())).toEqual(refused);
  });
});
