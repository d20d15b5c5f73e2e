import type { Answer } from '../interview/model/event.ts';
import { answerOf } from '../interview/model/marks.ts';

/* Invented people and an invented talk, for "Try it". */
export const TRY_NAMES = {
  office: 'Påhittade kommun',
  interviewer: 'Ida',
  supervisor: 'Samir',
} as const;
export const TRY_CODE = 'PROVA-1';
/** The short length, so that the way through is quick. */
export const TRY_TRACK = 'brief';
export const TRY_CONSENT = ['participate', 'notes', 'group', 'quotes', 'feedback'] as const;

const words = (text: string): Answer => answerOf(text, null);
const chosen = (option: string): Answer => ({
  text: '',
  verbatim: [],
  value: { kind: 'choice', options: [option] },
});

export const TRY_ANSWERS: readonly (readonly [question: string, answer: Answer])[] = [
  ['s1q1', words('Lite nervös, men nyfiken. Vill sitta vid fönstret. Paustecken: lyfter handen.')],
  ['s1q2', chosen('understood')],
  ['s1q3', chosen('notesOnly')],
  ['s2q1', words('Kom på kvällen, det luktade bullar. ”Hon frågade om jag ville ha lampan tänd.”')],
];

/** A finished interview with somebody else, for the supervisor's side. */
export const TRY_DONE = {
  code: 'PROVA-2',
  answers: [
    ['s1q1', words('Vill ha dörren öppen. Ser fram emot att få berätta i egen takt.')],
    ['s1q2', chosen('repeated')],
    ['s1q3', chosen('notesOnly')],
    ['s2q1', words('Fick ett eget rum mot gården. ”Ingen sa hur länge jag skulle stanna.”')],
    ['s3q5', words('De talade väl om mamma. ”Det gjorde att jag vågade sakna henne.”')],
    ['s4q5', words('Litade på läraren. ”Jag sa det till henne först, inte till soc.”')],
    ['s5q3', words('”Hon frågade och väntade in svaret. Då berättade jag.”')],
    ['s8q1', words('”Kom ensam ibland. Då pratar man.”')],
  ],
  card: 'childAtRisk',
  flagAt: 's4q5',
  note: 'Deltagaren nämnde ett yngre barn som bor kvar i hemmet. Ring mig i dag.',
  memo: [
    ['setting', 'Ett samtalsrum på biblioteket, på eftermiddagen. Bara vi två.'],
    ['documentation', 'notes'],
    ['firstImpressions', 'Eftertänksam och tydlig. Ville att vi skulle förstå väntan.'],
    [
      'keyMessages',
      ['Säg hur länge det gäller.', 'Fråga, och vänta in svaret.', 'Kom ensam ibland.'],
    ],
    ['surprises', 'Hur mycket det betydde att familjen talade väl om mamma.'],
    ['bringToGroup', 'Vem berättar för barnet hur länge placeringen är tänkt?'],
    ['needSupport', 'no'],
  ],
} as const satisfies {
  readonly code: string;
  readonly answers: typeof TRY_ANSWERS;
  readonly card: string;
  readonly flagAt: string;
  readonly note: string;
  readonly memo: readonly (readonly [string, string | readonly string[]])[];
};
