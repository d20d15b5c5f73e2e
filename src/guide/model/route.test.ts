import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuestionId, SectionId, TrackId } from '../../base/ids.ts';
import data from '../data/default-guide.json' with { type: 'json' };
import { Guide, type Question } from './guide.ts';
import {
  nearestQuestion,
  nextQuestion,
  nextSection,
  openSections,
  previousQuestion,
  routeOf,
  type Route,
} from './route.ts';

const GUIDE = Guide.parse(data);
const q = (id: string) => QuestionId.parse(id);
const trackOf = (id: string) => TrackId.parse(id);

/** A guide of sections of these lengths; a question is in the track where `taken` says so. The first is the gate. */
function guideOf(lengths: readonly number[], taken: readonly boolean[]): Guide {
  const [shape] = GUIDE.sections;
  const model = shape?.questions[0];
  if (!shape || !model) throw new Error('the shipped guide is empty');
  let count = 0;
  const sections = lengths.map((length, s) => ({
    ...shape,
    id: SectionId.parse(`s${s + 1}`),
    questions: Array.from({ length }, (): Question => {
      count += 1;
      return { ...model, id: q(`q${count}`), ...(count === 1 ? { watch: ['consentGate'] } : {}) };
    }),
  }));
  const questionIds = sections
    .flatMap((section) => section.questions.map((question) => question.id))
    .filter((_id, i) => i === 0 || (taken[i % taken.length] ?? true));
  const id = trackOf('some');
  return { ...GUIDE, sections, tracks: [{ id, name: GUIDE.title, minutes: 1, questionIds }] };
}

/** Every question that going forward from the first meets; stops itself where a loop would begin. */
function walk(route: Route): QuestionId[] {
  const met: QuestionId[] = [];
  let here = route.order[0];
  while (here && met.length <= route.order.length) {
    met.push(here);
    here = nextQuestion(route, here);
  }
  return met;
}

describe('the way through a guide', () => {
  const arbitraryGuide = fc
    .record({
      lengths: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 12 }),
      taken: fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
    })
    .map(({ lengths, taken }) => guideOf(lengths, taken));

  it('always ends, and meets each question of the track once, in the order of the guide', () => {
    fc.assert(
      fc.property(arbitraryGuide, (guide) => {
        const route = routeOf(guide, trackOf('some'));
        const wanted = new Set(guide.tracks[0]?.questionIds);
        const inGuideOrder = guide.sections
          .flatMap((section) => section.questions.map((question) => question.id))
          .filter((id) => wanted.has(id));
        expect(walk(route)).toEqual(inGuideOrder);
      }),
    );
  });

  it('leads back the way it came', () => {
    fc.assert(
      fc.property(arbitraryGuide, (guide) => {
        const route = routeOf(guide, trackOf('some'));
        const steps = route.order.slice(0, -1).map((question) => {
          const next = nextQuestion(route, question);
          return next && previousQuestion(route, next);
        });
        expect(steps).toEqual(route.order.slice(0, -1));
        expect(previousQuestion(route, q('q1'))).toBeUndefined();
      }),
    );
  });

  it('goes from section to section and ends too', () => {
    fc.assert(
      fc.property(arbitraryGuide, (guide) => {
        const route = routeOf(guide, trackOf('some'));
        const firsts: QuestionId[] = [];
        let here = route.order[0];
        while (here && firsts.length <= route.sections.length) {
          firsts.push(here);
          here = nextSection(route, here);
        }
        expect(firsts).toEqual(route.sections.map((each) => each.questions[0]?.id));
      }),
    );
  });
});

describe('the tracks of the shipped guide', () => {
  it.each([
    ['full', 40],
    ['core', 28],
    ['brief', 18],
  ])('%s begins with the first section and ends with the last', (id, length) => {
    const route = routeOf(GUIDE, trackOf(id));
    const sections = route.sections.map((each) => each.section.id);
    expect(route.order).toHaveLength(length);
    expect([sections[0], sections.at(-1)]).toEqual(['s1', 's8']);
    expect(sections).toEqual([...sections].sort());
    expect(route.gate).toBe('s1q3');
  });

  it('a section without a question in the track falls away, and places are counted anew', () => {
    const short = GUIDE.tracks.map((track) => ({
      ...track,
      questionIds: track.questionIds.filter((each) => !/^s[23]|s4q1/.test(each)),
    }));
    const route = routeOf({ ...GUIDE, tracks: short }, trackOf('full'));
    expect(route.sections.map((each) => each.section.id)).toEqual([
      's1',
      's4',
      's5',
      's6',
      's7',
      's8',
    ]);
    expect(route.find(q('s4q2'))).toMatchObject({ sectionNumber: 2, number: 1 });
    expect(route.find(q('s2q1'))).toBeUndefined();
    expect(nextQuestion(route, q('s1q4'))).toBe('s4q2');
  });

  it('before consent only the first section is open, then all, in the order of the guide', () => {
    const route = routeOf(GUIDE, trackOf('core'));
    expect(openSections(route, false)).toEqual(['s1']);
    expect(openSections(route, true)).toEqual(['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']);
  });

  it('refuses a track that is not there, and one without a gate', () => {
    expect(() => routeOf(GUIDE, trackOf('none'))).toThrow('no such track');
    const id = trackOf('gateless');
    const track = { id, name: GUIDE.title, minutes: 1, questionIds: [q('s1q1')] };
    expect(() => routeOf({ ...GUIDE, tracks: [track] }, id)).toThrow('consent gate');
  });
});

describe('a switch of track in mid-interview', () => {
  const full = routeOf(GUIDE, trackOf('full'));
  const brief = routeOf(GUIDE, trackOf('brief'));

  it('stays at a question that both tracks have', () => {
    for (const id of brief.order) expect(nearestQuestion(GUIDE, brief, id)).toBe(id);
  });

  it('goes to the next question of the new track when the one on screen is left out', () => {
    for (const id of full.order) {
      const to = nearestQuestion(GUIDE, brief, id);
      const passed = full.order.slice(full.order.indexOf(id), full.order.indexOf(to));
      expect(passed.filter((each) => brief.find(each))).toEqual([]);
    }
  });
});
