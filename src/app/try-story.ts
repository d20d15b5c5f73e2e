import type { Answer } from '../interview/model/event.ts';
import { verbatimRanges } from '../interview/model/verbatim.ts';

/* Invented people and an invented talk, for "Try it". */
export const TRY_NAMES = {
  office: 'Påhittade kommun',
  interviewer: 'Ida',
  supervisor: 'Samir',
} as const;
export const TRY_CODE = 'PROVA-1';
export const TRY_CONSENT = ['participate', 'notes', 'group', 'quotes', 'feedback'] as const;

const words = (text: string): Answer => ({ text, verbatim: verbatimRanges(text), value: null });
const chosen = (option: string): Answer => ({
  text: '',
  verbatim: [],
  value: { kind: 'choice', options: [option] },
});

export const TRY_ANSWERS: readonly (readonly [question: string, answer: Answer])[] = [
  ['s1q1', words('Lite nervös, men nyfiken. Vill sitta vid fönstret. Paustecken: lyfter handen.')],
  ['s1q2', chosen('understood')],
  ['s1q3', chosen('notesOnly')],
  ['s1q4', words('Pluggar till undersköterska. ”Torsdagar är bäst, då lagar vi mat ihop.”')],
  [
    's2q1',
    words('Kom på kvällen, det luktade bullar. ”Hon frågade om jag ville ha lampan tänd.”'),
  ],
];
