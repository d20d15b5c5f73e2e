import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import {
  GUIDE,
  INTERVIEW,
  memoryJournal,
  must,
  openSession,
  q,
  started,
} from '../../interview/fixture.ts';
import { answerOf } from '../../interview/model/marks.ts';
import { bare, sentencesOf } from '../../interview/model/passages.ts';
import { takeAnswerBack, takePassagesBack, typeOwnWords } from '../../interview/read-back.ts';
import { findAlong, goingOf, takeAlong } from '../../interview/taken-along.ts';
import { TranscriptSession } from '../../interview/transcript-session.ts';
import { merge } from '../../journal/model/merge.ts';
import { contentsOf } from './contents.ts';

/* What the person takes back is in no stream that knew it, in no later parcel, and comes back with no older copy. */

const SECRET = 'Kalle slog mig i köket den kvällen.';
const deps = fixedDeps();
const shelf = {
  all: () => Promise.resolve([GUIDE]),
  get: () => Promise.resolve(GUIDE),
  keep: () => Promise.resolve({ ok: true, value: 'kept' } as const),
};
const none = () => Promise.resolve(undefined);
const records = {
  get: none,
  put: () => Promise.resolve({ ok: true, value: 'both' } as const),
  remove: () => Promise.resolve({ ok: true, value: 'both' } as const),
  names: () => Promise.resolve([]),
};

const said = fc.constantFrom('Det var kallt. ', `${SECRET} `, `Ja, ${SECRET} `, 'Vi åt. ');
const story = fc.array(said, { maxLength: 4 }).map((parts) => parts.join(''));
/** What happens to a segment: written and settled, or still typed, or removed as a slip. */
const segment = fc.record({
  versions: fc.array(story, { minLength: 1, maxLength: 3 }),
  end: fc.constantFrom('settled', 'typed', 'slip'),
});

it('no word of it is left, whatever stood in the transcript', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 3 }),
      fc.array(segment, { maxLength: 4 }),
      fc.boolean(),
      async (versions, segments, whole) => {
        const journal = memoryJournal();
        const session = await openSession([started()], journal);
        for (const [i, text] of [...versions, `Sist. ${SECRET}`].entries()) {
          session.write(q('s2q1'), answerOf(text, null));
          if (i < versions.length) must(await session.settle(q('s2q1')));
        }
        if (whole) typeOwnWords(session, q('s2q1'), SECRET);
        const begun = await TranscriptSession.begin({ journal, deps }, INTERVIEW, 'sv');
        const transcript = must(begun);
        for (const { versions: texts, end } of segments) {
          const id = await transcript.next(transcript.snapshot().segments.at(-1)?.segment ?? null);
          if (!id) throw new Error('no segment');
          for (const [i, text] of texts.entries()) {
            transcript.type(id, { text, remark: '' });
            if (i < texts.length - 1 || end !== 'typed') must(await transcript.settle(id));
          }
          if (end === 'slip') must(await transcript.remove(id));
        }
        const older = [session.events(), transcript.events()];

        const words = bare(session.answer(q('s2q1')).text).text;
        const cuts = sentencesOf(words).filter(([from, to]) =>
          words.slice(from, to).includes('Kalle'),
        );
        const taken = whole ? {} : { words: cuts.map(([from, to]) => words.slice(from, to)) };
        const ports = { journal, deps };
        const along = await findAlong(ports, session, { questions: [q('s2q1')], ...taken });
        must(await takeAlong(along, goingOf(along)));
        const erased = whole
          ? await takeAnswerBack(session, q('s2q1'))
          : await takePassagesBack(session, q('s2q1'), words, cuts);
        expect(erased.ok).toBe(true);

        const streams = [INTERVIEW, transcript.stream];
        const kept = await Promise.all(streams.map((stream) => journal.open(stream)));
        const merged = kept.map((each, i) => merge(each?.events ?? [], older[i] ?? []));
        expect(JSON.stringify([kept, merged])).not.toContain('Kalle');
        const partsOf = contentsOf(journal, shelf);
        for (const [i, kinds] of [
          ['interview', 'draft'] as const,
          ['transcript'] as const,
        ].entries()) {
          for (const kind of kinds) {
            const opened = kept[i];
            if (!opened) throw new Error('no stream');
            const { events, parts } = await partsOf(kind, streams[i] ?? INTERVIEW, opened, records);
            expect(JSON.stringify(events)).not.toContain('Kalle');
            for await (const { bytes } of parts) expect(fromUtf8(bytes)).not.toContain('Kalle');
          }
        }
        // What was said besides stands where it stood.
        const left = segments.filter(
          ({ end, versions: v }) => end !== 'slip' && v.at(-1) === 'Vi åt. ',
        );
        const stands = (await TranscriptSession.open(ports, INTERVIEW))?.snapshot().segments ?? [];
        expect(stands.filter(({ text }) => text === 'Vi åt. ')).toHaveLength(left.length);
      },
    ),
    { numRuns: 60 },
  );
});
