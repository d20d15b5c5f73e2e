import { expect, it } from 'vitest';
import { fromUtf8 } from '../../base/bytes.ts';
import { fixedDeps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { beginConcern, ConcernSession } from '../../interview/concern.ts';
import {
  card,
  GUIDE,
  IDA,
  INTERVIEW,
  memoryJournal,
  openSession,
  q,
  ready,
  wrote,
} from '../../interview/fixture.ts';
import type { AnyInterviewFact } from '../../interview/model/side-facts.ts';
import type { Journal } from '../../journal/model/port.ts';
import { PARTING, partingCheck } from '../../parcel/model/policy.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { contentsOf } from './contents.ts';
import type { GuideShelf } from './guides.ts';

const shelf: GuideShelf = {
  all: async () => [GUIDE],
  get: async () => GUIDE,
  keep: async () => ({ ok: true, value: 'kept' }),
};
const records = {
  get: async () => undefined,
  put: async () => ({ ok: true, value: 'both' }) as const,
  remove: async () => ({ ok: true, value: 'both' }) as const,
  names: async () => [],
};
const { clock, random } = fixedDeps();
const CANARY = 'blåklintsfältet';
const ANSWER = 'vi målade staketet';

async function packed(journal: Journal<'real'>, kind: Deliverable, stream: StreamId) {
  const opened = await journal.open(stream);
  if (!opened) throw new Error('no such stream');
  const { events, parts } = await contentsOf(journal, shelf)(kind, stream, opened, records);
  const texts = new Map<string, string>();
  for await (const { path, bytes } of parts) texts.set(path, fromUtf8(bytes));
  return { events, texts, all: JSON.stringify([events, ...texts]) };
}

const closed: AnyInterviewFact = {
  type: 'CardClosed',
  version: 1,
  data: {
    card: card('childAtRisk'),
    outcome: 'handedOver',
    to: 'Mottagningen, Eva',
    way: 'telefon',
    when: '14.40',
    reason: '',
  },
};
const opened = (id: string, question: string): AnyInterviewFact => ({
  type: 'CardOpened',
  version: 1,
  data: { card: card(id), question: q(question), critical: true },
});
const flagged: AnyInterviewFact = {
  type: 'SafetyFlagged',
  version: 1,
  data: { card: card('childAtRisk'), question: q('s4q5'), note: 'Ring mig' },
};
const noted: AnyInterviewFact = {
  type: 'CardNoted',
  version: 1,
  data: { card: card('disclosure'), question: q('s4q3'), verbatim: true, text: 'Jag ramlade' },
};

/** An interview with cards and a flag, and a draft for a report with a marked word in every field. */
async function talkAndReport() {
  const journal = memoryJournal();
  const disclosed = [opened('disclosure', 's4q3'), noted];
  const atRisk = [opened('childAtRisk', 's4q5'), flagged, closed];
  await openSession([...ready(), wrote('s4q5', ANSWER), ...disclosed, ...atRisk], journal);
  const begun = await beginConcern(
    journal,
    { kind: 'concern', interview: INTERVIEW, code: 'K-017' },
    { author: IDA.author, random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('not begun');
  const report = await ConcernSession.open(journal, clock.now, begun.value);
  if (!report) throw new Error('does not open');
  for (const field of ['said', 'child', 'place', 'told', 'observed', 'to', 'way', 'when'] as const)
    report.draft(field, `${CANARY} ${field}`);
  await report.handOver();
  report.draft('said', `${CANARY} half-written`);
  return { journal, report: begun.value };
}

it.each(['interview', 'draft', 'safety'] as const)(
  'a parcel of kind %s holds not a word of the report that was begun in the talk',
  async (kind) => {
    const { journal } = await talkAndReport();
    expect((await packed(journal, kind, INTERVIEW)).all).not.toContain(CANARY);
  },
);

it('a report holds its own words, readable without us and with their times, and none of the talk', async () => {
  const { journal, report } = await talkAndReport();
  const { events, texts, all } = await packed(journal, 'concern', report);
  const page = texts.get('concern.md') ?? '';
  expect(page).toContain('# Utkast till orosanmälan');
  for (const field of ['said', 'child', 'place', 'told', 'observed']) {
    expect(page).toContain(`${CANARY} ${field}`);
  }
  expect(page.match(/Skrivet \d+ \S+ \d{4} \d\d:\d\d/g)).toHaveLength(5);
  expect(page).toMatch(/Överlämnad till blåklintsfältet to .*: blåklintsfältet way, kl. /);
  expect(all).not.toContain(ANSWER);
  expect(all).not.toContain('Jag ramlade');
  expect(() => partingCheck(events, PARTING.concern)).not.toThrow();
});

it('a report that was removed takes nothing along but that it was there', async () => {
  const journal = memoryJournal();
  const { clock, random } = fixedDeps();
  const begun = await beginConcern(
    journal,
    { kind: 'misconduct', interview: INTERVIEW, code: 'K-017' },
    { author: IDA.author, random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('not begun');
  const report = await ConcernSession.open(journal, clock.now, begun.value);
  report?.draft('said', `${CANARY} said`);
  expect((await report?.remove())?.ok).toBe(true);
  const { events, texts, all } = await packed(journal, 'concern', begun.value);
  expect(texts.get('concern.md')).toContain('# Utkast till rapport om missförhållande');
  expect(texts.get('concern.md')).toMatch(/Borttaget.*\d\d:\d\d/);
  expect(all).not.toContain(CANARY);
  expect(all).not.toContain('K-017');
  expect(() => partingCheck(events, PARTING.concern)).not.toThrow();
});

it('the supervisor reads in a page of its own how the cards were left', async () => {
  const { journal } = await talkAndReport();
  const page = (await packed(journal, 'interview', INTERVIEW)).texts.get('cards.md') ?? '';
  expect(page).toContain('Ett barn kan fara illa nu');
  expect(page).toContain('Överlämnat till Mottagningen, Eva, telefon, 14.40');
  expect(page).toContain('”Jag ramlade”');
  expect(page.indexOf('Inte överlämnat')).toBeLessThan(page.indexOf('Överlämnat till'));
});

it('a message to the supervisor says who has taken over, and not what was said', async () => {
  const { journal } = await talkAndReport();
  const { events, all } = await packed(journal, 'safety', INTERVIEW);
  expect(events.map(({ type }) => type)).toEqual([
    'InterviewStarted',
    'SafetyFlagged',
    'CardClosed',
  ]);
  expect(all).not.toContain(ANSWER);
  expect(all).not.toContain('Jag ramlade');
});
