import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { Judged, judgeQuestion } from './question-kind.ts';

/* How well the kinds are told apart is measured in tests/question-kinds.test.ts. Here: why, and what instead. */

describe('why a question is of its kind', () => {
  it.each<[string, Language, string]>([
    ['Berätta om en vanlig dag.', 'sv', 'open invites'],
    ['Hur var det att byta skola?', 'sv', 'open broad'],
    ['Och sen?', 'sv', 'open goOn'],
    ['Du sa att du räknade dagar. Berätta mer.', 'sv', 'cued ownWords'],
    ['Vem körde dig dit?', 'sv', 'focused oneThing'],
    ['Varför flyttade du?', 'sv', 'focused why'],
    ['Tyckte du om skolan?', 'sv', 'option yesNo'],
    ['Var det bra eller dåligt?', 'sv', 'option choice'],
    ['Minns du vad hon hette?', 'sv', 'option knows'],
    ['Det var jobbigt, eller hur?', 'sv', 'leading tag'],
    ['Visst var det jobbigt?', 'sv', 'leading assumes'],
    ['Du trivdes där?', 'sv', 'leading statement'],
    ['Varför sa du inte till?', 'sv', 'leading blames'],
    ['Tyckte du inte om skolan?', 'sv', 'leading negated'],
    ['Hur hemskt var det?', 'sv', 'leading loaded'],
    ['Hur var det? Vem var där?', 'sv', 'several many'],
    ['Tell me about an ordinary day.', 'en', 'open invites'],
    ['What was it like to change schools?', 'en', 'open broad'],
    ['And then?', 'en', 'open goOn'],
    ['You said you counted days. Tell me more.', 'en', 'cued ownWords'],
    ['Who drove you there?', 'en', 'focused oneThing'],
    ['Why did you move?', 'en', 'focused why'],
    ['Did you like school?', 'en', 'option yesNo'],
    ['Was it good or bad?', 'en', 'option choice'],
    ['Do you remember what she was called?', 'en', 'option knows'],
    ['It was hard, right?', 'en', 'leading tag'],
    ['Surely it was hard?', 'en', 'leading assumes'],
    ['You were happy there?', 'en', 'leading statement'],
    ['Why didn’t you tell anyone?', 'en', 'leading blames'],
    ['Didn’t you like school?', 'en', 'leading negated'],
    ['How awful was it?', 'en', 'leading loaded'],
    ['What was it like? Who was there?', 'en', 'several many'],
  ])('%s', (text, language, said) => {
    const { kind, why } = judgeQuestion(text, language);
    expect(`${kind} ${why}`).toBe(said);
  });

  it.each(['', '   ', '?', '🙂', 'Skolan', 'Okej, tack.', '…'])(
    'says of %j that it cannot tell what is asked for',
    (text) => {
      for (const language of LANGUAGES) {
        expect(judgeQuestion(text, language)).toMatchObject({ kind: 'focused', why: 'unclear' });
      }
    },
  );
});

describe('what could be asked instead', () => {
  it.each<[string, Language, string]>([
    ['Tyckte du om skolan?', 'sv', 'tellAbout: skolan'],
    ['Tyckte du om att gå i skolan?', 'sv', 'option: null'],
    ['Trivdes du hos Eva och Jonas?', 'sv', 'option: null'],
    ['Trivdes du i familjen då?', 'sv', 'tellAbout: hur det var i familjen'],
    ['Fick du träffa dina syskon?', 'sv', 'tellAbout: kontakten med dina syskon'],
    ['Visst var det skönt att komma därifrån?', 'sv', 'howWasIt: att komma därifrån'],
    ['Det var snällt av dem att ta emot dig, eller hur?', 'sv', 'leading: null'],
    ['Varför flyttade du därifrån?', 'sv', 'howCome: du flyttade därifrån'],
    ['Varför sa du inte till?', 'sv', 'leading: null'],
    ['Trivdes du, och vem bestämde det?', 'sv', 'oneFirst: Vem bestämde det?'],
    ['Vem var där? Berätta om köket.', 'sv', 'oneFirst: Berätta om köket.'],
    ['Did you like school?', 'en', 'tellAbout: school'],
    ['Did you like that they came?', 'en', 'option: null'],
    ['Were you allowed to see your siblings?', 'en', 'tellAbout: the contact with your siblings'],
    ['Wasn’t it hard living with strangers?', 'en', 'howWasIt: living with strangers'],
    ['It was kind of them to take you in, right?', 'en', 'leading: null'],
    ['Why did you leave?', 'en', 'why: null'],
    ['Were you happy, and who decided it?', 'en', 'oneFirst: Who decided it?'],
  ])('%s', (text, language, said) => {
    const { better, found } = judgeQuestion(text, language);
    expect(`${better}: ${found}`).toBe(said);
  });

  it('is nothing where the person may tell freely', () => {
    for (const text of ['Berätta om skolan.', 'Du nämnde en häst. Berätta om den.']) {
      expect(judgeQuestion(text, 'sv')).toMatchObject({ better: null, found: null });
    }
  });
});

describe('whatever is typed', () => {
  const words =
    'och eller vad var va hur du det inte när att som berätta väl ? , . ” and or what you do not';
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 400 }).map((all) => all.join(' ')),
    fc.constantFrom(...words.split(' ')).map((word) => `${word} `.repeat(5000)),
    fc
      .constantFrom('a', "a'", 'a-', '”', '?,', '\u0301', '\ud83d')
      .map((each) => each.repeat(9999)),
  );

  it('is judged, and as the schema says', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom(...LANGUAGES), (text, language) => {
        const judged = judgeQuestion(text, language);
        expect(Judged.parse(judged)).toEqual(judged);
        expect((judged.found ?? '').length).toBeLessThanOrEqual(700);
      }),
    );
  });

  it('takes a time that grows no faster than the text', () => {
    const time = (text: string): number => {
      const begun = performance.now();
      for (let i = 0; i < 20; i += 1) judgeQuestion(text, 'sv');
      return performance.now() - begun;
    };
    const best = (text: string) => Math.min(...Array.from({ length: 7 }, () => time(text)));
    for (const unit of ['och hur var det ', "a'", 'mer om ', '??,,', 'du sa att ']) {
      const long = best(unit.repeat(Math.ceil(200_000 / unit.length)));
      const short = best(unit.repeat(Math.ceil(600 / unit.length)));
      // Reading stops after some hundred characters: what stands behind costs next to nothing.
      expect(long / (short + 0.5), unit).toBeLessThan(10);
    }
  });

  it('takes less than 5 ms a sentence', () => {
    const text =
      'Först undrar jag hur länge du bodde där, och sen vill jag veta vem som bestämde det?';
    const begun = performance.now();
    for (let i = 0; i < 100; i += 1) judgeQuestion(text, 'sv');
    expect((performance.now() - begun) / 100).toBeLessThan(5);
  });
});
