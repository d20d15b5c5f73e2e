import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../src/base/deps.ts';
import { obstacles } from '../src/interview/model/act.ts';
import { foldInterview } from '../src/interview/model/state.ts';
import { merge } from '../src/journal/model/merge.ts';
import { startOffice, type RunningOffice } from '../src/office/start.ts';
import { inboxItems } from '../src/review/model/inbox.ts';
import { newDemoPerson, type DemoPerson } from './demo-person.ts';
import { readStories } from './demo-story.ts';
import { openDemo, type Demo } from './demo.ts';

const origin = 'http://localhost:5173';
const { guide } = readStories();
let folder: string;
let office: RunningOffice;
let demo: Demo;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-demo-'));
  office = await startOffice({ data: folder, port: 0 });
  demo = await openDemo({ office: office.url, secret: office.secret ?? '', origin });
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

async function enter(link: string, name: string): Promise<DemoPerson> {
  const guest = await newDemoPerson({ clock: systemClock(), office: office.url, origin, guide });
  expect(await guest.sync.join(link, name)).toMatchObject({ ok: true });
  return guest;
}

async function inboxOf({ vault: { journal } }: DemoPerson) {
  return inboxItems(await journal.list('interview'), await journal.list('review'));
}

async function read({ vault: { journal } }: DemoPerson, item: { stream: DemoStream }) {
  const opened = await journal.open(item.stream);
  const state = opened && foldInterview(merge(opened.events));
  if (!opened || !state) throw new Error('the interview does not open');
  return { state, faults: opened.faults };
}
type DemoStream = Awaited<ReturnType<typeof inboxOf>>[number]['stream'];

describe('the invented office of npm run dev', () => {
  it(
    'hands a new supervisor two finished interviews that open, the one with a flag first',
    { timeout: 30_000 },
    async () => {
      expect(new URL(demo.links.supervisor).origin).toBe(origin);
      const siv = await enter(demo.links.supervisor, 'Siv');
      expect(await demo.round()).toEqual({
        admitted: [{ name: 'Siv', role: 'supervisor' }],
        delivered: 2,
        problem: null,
      });
      expect(await siv.sync.round(false)).toEqual({ type: 'fine' });

      const [flagged, plain, ...others] = await inboxOf(siv);
      if (!flagged || !plain) throw new Error('two interviews were to come');
      expect(others).toEqual([]);
      expect(await siv.sync.asides()).toEqual([]);
      expect([flagged.flags, plain.flags]).toEqual([1, 0]);

      for (const item of [flagged, plain]) {
        const { state, faults } = await read(siv, item);
        expect(faults).toEqual([]);
        expect(state).toMatchObject({ status: 'completed', revision: 1, unknown: 0 });
        expect(obstacles(state, guide)).toEqual([]);
        expect(state.asked).toHaveLength(40);
        expect(state.completedAt).toBeLessThan(Date.now());
      }
      const { state } = await read(siv, flagged);
      expect(state.flags).toMatchObject([{ card: 'childAtRisk', question: 's4q5' }]);
      const answers = [...state.questions.values()].map(({ answer }) => answer?.value?.kind);
      expect(new Set(answers)).toEqual(new Set([undefined, 'scale', 'choice', 'date']));

      expect(await siv.sync.acknowledge(flagged.stream)).toMatchObject({ ok: true });
      expect(await siv.sync.round(false)).toEqual({ type: 'fine' });
      expect(await demo.round()).toEqual({ admitted: [], delivered: 0, problem: null });
      expect(await inboxOf(siv)).toHaveLength(2);
    },
  );

  it('admits an interviewer, and sends nothing', { timeout: 30_000 }, async () => {
    const nils = await enter(demo.links.interviewer, 'Nils');
    expect(await demo.round()).toEqual({
      admitted: [{ name: 'Nils', role: 'interviewer' }],
      delivered: 0,
      problem: null,
    });
    expect(await nils.sync.round(false)).toEqual({ type: 'fine' });
    expect((await nils.sync.membership())?.admitted).toBe(true);
  });
});
