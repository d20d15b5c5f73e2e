import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { readFont } from '../../../tests/setup/assets.ts';
import { makePdf } from '../../kit/plain-pdf.ts';
import planData from '../data/course-plan.json' with { type: 'json' };
import handbookData from '../data/handbook.json' with { type: 'json' };
import { caseOf, TRAINING } from '../fixture.ts';
import { CoursePlan } from './course-plan.ts';
import { Handbook } from './handbook.ts';
import { handbookPaper, modulesPaper, planPaper, trainerPaper } from './material.ts';
import { playerPaper } from './player-paper.ts';

const PLAN = CoursePlan.parse(planData);
const HANDBOOK = Handbook.parse(handbookData);

const papers = LANGUAGES.flatMap((language) => [
  { name: `plan, ${language}`, language, blocks: planPaper(PLAN, TRAINING.modules, language) },
  { name: `modules, ${language}`, language, blocks: modulesPaper(TRAINING, language) },
  { name: `handbook, ${language}`, language, blocks: handbookPaper(HANDBOOK, language) },
  ...TRAINING.cases.flatMap((played) => [
    {
      name: `${played.persona.alias} for the trainer, ${language}`,
      language,
      blocks: trainerPaper(played, GUIDE, language),
    },
    {
      name: `${played.persona.alias} for the player, ${language}`,
      language,
      blocks: playerPaper(played, GUIDE, language),
    },
  ]),
]);

describe('papers for those who teach', () => {
  it.each(papers)('$name: begins with a title and can be a PDF', async ({ language, blocks }) => {
    expect(blocks[0]?.kind).toBe('title');
    expect(blocks.filter(({ kind, text }) => kind !== 'page' && text.trim() === '')).toEqual([]);
    const made = await makePdf('Papper', language, blocks, readFont);
    expect(made).toMatchObject({ ok: true });
  });

  it('give the trainer every checkpoint and why, and the player none of them', () => {
    const lina = caseOf('Lina');
    const facit = trainerPaper(lina, GUIDE, 'sv').map(({ text }) => text);
    const player = playerPaper(lina, GUIDE, 'sv')
      .map(({ text }) => text)
      .join('\n');
    for (const { expect: wanted, motive } of lina.checkpoints) {
      expect(facit).toContain(wanted.sv);
      expect(facit.join('\n')).toContain(motive?.sv ?? '');
      expect(player).not.toContain(wanted.sv);
    }
    for (const { say } of Object.values(lina.answers)) expect(player).toContain(say.sv);
  });

  it('say on the sheets of a case that it is practice, and which version', () => {
    for (const made of [trainerPaper, playerPaper]) {
      const texts = made(caseOf('Amir'), GUIDE, 'sv').map(({ text }) => text);
      expect(texts.some((text) => text.startsWith('ÖVNING'))).toBe(true);
      expect(texts).toContain('Övningsfallets version: 1.');
    }
  });
});

describe('the course plan', () => {
  it('goes through all eight modules, in hours that follow each other', () => {
    const items = PLAN.days.flatMap((day) => day.items);
    const taught = new Set(items.flatMap(({ module }) => module ?? []));
    expect([...taught].sort()).toEqual(TRAINING.modules.map(({ id }) => id).sort());
    for (const { items: hours } of PLAN.days) {
      const times = hours.flatMap(({ from, to }) => [from, to]);
      expect(times).toEqual([...times].sort());
    }
  });

  it('is complete in English', () => {
    const texts: unknown[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('sv' in value) texts.push('en' in value);
      Object.values(value).forEach(walk);
    };
    walk(PLAN);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts).not.toContain(false);
  });
});
