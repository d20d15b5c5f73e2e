import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CardId, QuestionId } from '../src/base/ids.ts';
import type { Guide } from '../src/guide/model/guide.ts';
import { parseGuide } from '../src/guide/model/parse.ts';
import type { MemoValue } from '../src/interview/memo.ts';
import type { PracticeCase } from '../src/training/model/case.ts';
import { parseTraining } from '../src/training/model/training.ts';
import { root } from './run.ts';

/* The invented talks for `npm run dev`: the answers are the practice cases of the training, the memos stand here. */
const guideFile = join(root, 'src/guide/data/default-guide.json');
const trainingFile = join(root, 'src/training/data/training.json');

/** One invented interview: who answers, what was agreed, and what the interviewer wrote afterwards. */
export interface Story {
  readonly answers: PracticeCase;
  readonly consent: readonly string[];
  readonly memo: Readonly<Record<string, MemoValue>>;
  readonly flag?: {
    readonly card: CardId;
    readonly question: QuestionId;
    readonly note: string;
  };
}

/** The guide that the app ships, and two stories for it: the first with a safety flag, the second plain. */
export function readStories(): { readonly guide: Guide; readonly stories: readonly Story[] } {
  const guide = parseGuide(readFileSync(guideFile, 'utf8'));
  if (!guide.ok) throw new Error('the shipped guide does not parse');
  const training = parseTraining(readFileSync(trainingFile, 'utf8'));
  if (!training.ok) throw new Error('the shipped training does not parse');
  const answersOf = (id: string): PracticeCase => {
    const found = training.value.cases.find((each) => each.id === id);
    if (!found) throw new Error(`the shipped training has no practice case ${id}`);
    return found;
  };
  return {
    guide: guide.value,
    stories: [
      { ...FLAGGED, answers: answersOf('case3') },
      { ...PLAIN, answers: answersOf('case1') },
    ],
  };
}

const FLAGGED: Omit<Story, 'answers'> = {
  consent: ['participate', 'notes', 'group', 'feedback'],
  flag: {
    card: CardId.parse('childAtRisk'),
    question: QuestionId.parse('s4q5'),
    note: 'Ett barn på åtta år bor i hemmet i dag. Blåmärke i somras, sa att han hade ramlat. Jag ringer mottagningen direkt efter samtalet.',
  },
  memo: {
    setting: 'Grupprum på biblioteket, eftermiddag. Bara vi två.',
    documentation: 'notes',
    firstImpressions:
      'Hon var samlad och hade bestämt sig i förväg för vad hon ville säga. Rösten blev tunn vid frågan om vem man kunde berätta för. Jag blev stilla och glömde nästan att skriva.',
    keyMessages: [
      '”Prata med barnet någon annanstans än i köket.”',
      '”Alla frågade första veckan.”',
      '”Jag sa att jag hade ramlat.”',
    ],
    surprises: 'Att allt såg så ordnat ut utifrån, och att vi har skrivit ordet stabil i vår akt.',
    contrast: 'Tidigare intervjuer har beskrivit enrum som självklart. Här skedde det sällan.',
    bringToGroup: 'Hur märker vi att ett barn inte kan prata hemma hos familjen?',
    change: 'Varannan gång ses vi utanför familjehemmet.',
    needSupport: 'talk',
  },
};

const PLAIN: Omit<Story, 'answers'> = {
  consent: ['participate', 'notes', 'audio', 'group', 'quotes', 'yearlyReport', 'feedback'],
  memo: {
    setting: 'Samtalsrum på kontoret med dörren stängd, förmiddag. Bara vi två.',
    documentation: 'notes',
    firstImpressions:
      'Varmt och lätt att prata. Hon tackade mig flera gånger och jag fick påminna mig om att fråga vidare. Det blev tyst vid frågan om arv, och jag väntade.',
    keyMessages: [
      '”Säg när vi ses nästa gång, och kom då.”',
      '”Jag räknade dagar utan att veta till vad.”',
      '”Du frågade inte om pengar.”',
    ],
    surprises:
      'Att en vecka i avlastning upplevdes som en flytt för alltid. I akten är den en rad.',
    bringToGroup: 'Hur säger vi till ett barn när nästa träff med föräldern blir?',
    change: 'En kalender på kylskåpet med nästa träff, ifylld tillsammans med barnet.',
    needSupport: 'no',
  },
};
