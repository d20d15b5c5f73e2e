import guide from '../guide/data/default-guide.json' with { type: 'json' };
import { StreamId } from '../base/ids.ts';
import more from './data/letters.json' with { type: 'json' };
import type { Addressee } from './model/letters.ts';
import { readLetterTexts } from './model/program-texts.ts';

/* The shipped texts and invented people, for the tests of letters. */

export const LETTER_TEXTS = readLetterTexts(guide, more);

/** What an office has filled in. */
export const OFFICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['MUNICIPALITY', 'Björkviks kommun'],
  ['BOARD', 'Socialnämnden i Björkvik'],
  ['DPO_CONTACT', 'dataskydd@bjorkvik.example'],
  ['PHONE', '0123-456 70'],
  ['INTERVIEWER', 'Ida Lind'],
  ['LESSON', 'att flytten kom för fort'],
  ['CHANGE', 'att flytta i två steg'],
]);

export const addressee = (name: string, address = 'Storgatan 1, 123 45 Björkvik'): Addressee => ({
  stream: StreamId.parse('5'.repeat(32)),
  code: 'BJ-07',
  details: {
    name,
    contact: { way: 'letter', value: address, note: '' },
    birthMonth: '2006-05',
    municipality: 'Björkvik',
    protectedData: false,
    language: 'sv',
    interpreter: false,
    ownWorkers: [],
    otherWorkers: '',
    siblings: [],
  },
});
