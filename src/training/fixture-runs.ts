import { routeOf } from '../guide/model/route.ts';
import {
  agreed,
  card,
  GUIDE,
  INTERVIEW,
  q,
  talkEnded,
  withdrew,
  wrote,
} from '../interview/fixture.ts';
import { caseOf, PlayedRun } from './fixture.ts';

/*
 * Whole runs of the three cases: talks that do what the case is about, and one of Lina's that does not. Everyone is
 * invented.
 */
/** What is done after the reply to a question, by its id; `after` the talk. */
export type Turns = Readonly<Record<string, (run: PlayedRun) => void>>;

/** Puts every question of the case's length in order; after each what its turn says is done. */
export function play(alias: string, turns: Turns, run = new PlayedRun(caseOf(alias))): PlayedRun {
  for (const question of routeOf(GUIDE, caseOf(alias).setup.track).order) {
    run.ask(question);
    run.wait(4);
    run.interview(wrote(question, 'Det som sades.'));
    turns[question]?.(run);
    if (question === 's1q3') run.interview(agreed());
  }
  run.interview(talkEnded);
  turns['after']?.(run);
  run.fact({ type: 'RunEnded', version: 1, data: {} });
  return run;
}

export const opens = (run: PlayedRun, id: string, question: string): void => {
  run.interview({
    type: 'CardOpened',
    version: 1,
    data: { card: card(id), question: q(question), critical: true },
  });
};
export const closes = (run: PlayedRun, outcome: 'handedOver' | 'postponed'): void =>
  run.interview({
    type: 'CardClosed',
    version: 1,
    data: { card: card('childAtRisk'), outcome, to: 'Eva', way: 'telefon', when: '14', reason: '' },
  });
export const reports = (run: PlayedRun): void => {
  run.concern({
    type: 'ConcernBegun',
    version: 1,
    data: { kind: 'concern', interview: INTERVIEW, code: 'K-017' },
  });
};

export const SAGA: Turns = {
  s1q3: (run) => run.say('s1q3', 'Vill du att någon annan gör delen om socialsekreteraren?'),
  s3q6: (run) => {
    run.silence('s3q6');
    run.say('s3q6', 'Det finns stöd om du vill prata med någon om det.');
  },
  s4q5: (run) => run.say('s4q5', 'Berätta mer om hur det hade varit då.'),
  s5q1: (run) => run.say('s5q1', 'Tack. Berätta om de andra.'),
  s6q1: (run) => run.interview(wrote('s6q1', 'En vecka hos en annan familj, trodde för alltid.')),
};
export const AMIR: Turns = {
  s1q2: (run) => run.probe('s1q2', 1),
  s2q2: (run) => {
    run.say('s2q2', 'Tack för att du säger det. Vi går vidare.');
    run.interview({
      type: 'QuestionEnded',
      version: 1,
      data: { question: q('s2q2'), outcome: 'declined' },
    });
  },
  s4q3: (run) => run.interview(withdrew('audio')),
  s4q5: (run) => run.say('s4q5', 'Bor det något barn där nu?'),
  s5q4: (run) => {
    run.interview({ type: 'InterviewPaused', version: 1, data: {} });
    run.wait(120);
    run.interview({ type: 'InterviewResumed', version: 1, data: {} });
    run.say('s5q4', 'Hur vill du fortsätta?');
  },
  s8q6: (run) => {
    run.probe('s8q6', 0);
    run.interview(wrote('s8q6', 'Meddelande på appen. Inget till pappa.'));
  },
};
export const LINA: Turns = {
  s1q2: (run) =>
    run.say(
      's1q2',
      'Då måste jag föra det vidare samma dag, och jag berättar för dig vad jag gör.',
    ),
  s4q3: (run) => {
    run.say('s4q3', 'Tack för att du berättar.');
    run.say('s4q3', 'Är du trygg i dag?');
  },
  s4q5: (run) => {
    opens(run, 'childAtRisk', 's4q5');
    run.say('s4q5', 'Jag måste föra det vidare i dag.');
    reports(run);
  },
  s5q4: (run) => opens(run, 'lexSarah', 's5q4'),
  s7q2: (run) => run.say('s7q2', 'Har du tankar på att ta ditt liv?'),
  s8q4: (run) =>
    run.say('s8q4', 'Jag kan inte lova att han inte får veta. Han kan ha rätt att få veta.'),
  s8q5: (run) => {
    run.probe('s8q5', 1);
    run.interview({
      type: 'ClosingChecked',
      version: 1,
      data: { items: ['tonight', 'nextSteps'] },
    });
  },
  after: (run) => {
    run.concern({
      type: 'ConcernHandedOver',
      version: 1,
      data: { to: 'Mottagningen', way: 'telefon', when: '15.10' },
    });
    closes(run, 'handedOver');
  },
};
/** Goes on without the card, promises anonymity and makes no report; all else as it should be. */
export const LINA_WRONG: Turns = {
  ...LINA,
  s4q5: () => undefined,
  s8q4: (run) => run.say('s8q4', 'Nej, jag lovar. Ingen får veta att det var du.'),
  after: () => undefined,
};
