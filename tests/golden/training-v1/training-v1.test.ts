import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fixedDeps } from '../../../src/base/deps.ts';
import { OfficeId, Sha256, SignKey } from '../../../src/base/ids.ts';
import { JournalEvent } from '../../../src/journal/model/event.ts';
import { merge, verifyChain } from '../../../src/journal/model/merge.ts';
import { fromFile } from '../../../src/parcel/file.ts';
import { must } from '../../../src/parcel/fixture.ts';
import { classOf } from '../../../src/parcel/model/manifest.ts';
import { openParcel } from '../../../src/parcel/open.ts';
import { verifySignature } from '../../../src/parcel/verify.ts';
import { PracticeCase } from '../../../src/training/model/case.ts';
import { foldGroup } from '../../../src/training/model/group.ts';
import { foldDebrief } from '../../../src/training/model/kept-debrief.ts';
import { foldCase } from '../../../src/training/model/own-case.ts';
import { foldProgress, SurveyFact } from '../../../src/training/model/progress.ts';
import { foldSignoff } from '../../../src/training/model/signoff.ts';

/*
 * What training of version 1 meant on the day it was settled, and what its parcels held; make.ts tells how they were
 * made. When this is red, something old reads differently than it did: mend the fold or upcast, and leave these files
 * alone.
 */
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
const five = <T extends z.ZodMiniType>(each: T) =>
  z.object({ training: each, debrief: each, signoff: each, case: each, group: each });
const { survey, ...streams } = z
  .extend(five(z.array(JournalEvent)), { survey: z.array(JournalEvent) })
  .parse(await read('streams.json'));
/** Later fields may join them; none of these may change. */
const states = five(z.record(z.string(), z.unknown())).parse(await read('states.json'));
const golden = z
  .object({
    /** The recovery key's age identity. */
    identity: z.string(),
    office: OfficeId,
    signKey: SignKey,
    manifests: five(Sha256),
  })
  .parse(await read('parcels.json'));

/** A state as JSON holds it, maps as lists of pairs. */
const plain = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, each: unknown) => (each instanceof Map ? [...each] : each)),
  );

const FOLD = {
  training: foldProgress,
  debrief: foldDebrief,
  signoff: (events: readonly JournalEvent[]) => foldSignoff(events),
  case: foldCase,
  group: foldGroup,
} as const;
const NAMES = ['training', 'debrief', 'signoff', 'case', 'group'] as const;

it('the streams hold every event there was', () => {
  const all = [...Object.values(streams).flat(), ...survey];
  expect([...new Set(all.map(({ type }) => type))].sort()).toEqual([
    'CasePublished',
    'CaseWithdrawn',
    'CaseWritten',
    'DebriefKept',
    'ExerciseDone',
    'GroupNamed',
    'MemberAdded',
    'MemberRemoved',
    'ModuleConfirmed',
    'PracticeFinished',
    'ReflectionAdded',
    'Shared',
    'SignedOff',
    'SignoffTakenBack',
    'SurveyAnswered',
  ]);
});

describe.each(NAMES)('%s of version 1', (name) => {
  it('means what it meant, and its chain holds', () => {
    expect(verifyChain(streams[name])).toEqual([]);
    expect(plain(FOLD[name](merge(streams[name])))).toMatchObject(states[name]);
  });

  it('opens from its parcel, and says what it said', async () => {
    const bytes = await readFile(new URL(`${name}.aterblick`, import.meta.url));
    const { signed, objects } = must(fromFile(bytes));
    const kind = name === 'debrief' ? 'training' : name;
    const opened = must(
      await openParcel(signed, async (hash) => objects.get(hash), {
        ...fixedDeps(),
        verify: verifySignature,
        identities: [golden.identity],
        me: [],
        office: golden.office,
        class: classOf(kind),
        enrolled: (key) => key === golden.signKey,
        seen: async () => undefined,
      }),
    );
    expect(opened.manifestHash).toBe(golden.manifests[name]);
    expect(opened.manifest.kind).toBe(kind);
    expect(opened.events).toEqual(streams[name]);
  });
});

it('a case of version 1 can still be practised, and an answer to the survey still be read', () => {
  const published = foldCase(streams.case)?.published;
  expect(PracticeCase.safeParse(published?.case).success).toBe(true);
  expect(verifyChain(survey)).toEqual([]);
  const answers = survey.flatMap(({ type, version, body }) => {
    const said = SurveyFact.safeParse({ type, version, data: body?.data }).data;
    return said ? [said.data] : [];
  });
  expect(answers).toEqual([
    {
      when: 'before',
      answers: [
        { id: 'ready', scale: 2 },
        { id: 'fear', text: 'Tystnad.' },
      ],
    },
    { when: 'after', answers: [{ id: 'ready', scale: 4 }] },
  ]);
});
