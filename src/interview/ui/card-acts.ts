import type { SupportCard } from '../../guide/model/guide.ts';
import type { cardActTexts } from '../../i18n/card-acts.ts';

/** What a button on a card does. */
export type CardAct =
  | 'concern'
  | 'misconduct'
  | 'note'
  | 'log'
  | 'flag'
  | 'contacts'
  | 'settle'
  | 'pause'
  | 'soundOff'
  | 'light'
  | 'closing'
  | 'mark'
  | 'stop'
  | 'tools'
  | 'hide';

type Sentence = {
  [K in keyof typeof cardActTexts.sv]: (typeof cardActTexts.sv)[K] extends string ? K : never;
}[keyof typeof cardActTexts.sv];

/** Something to do, or something to know where the app has nothing to press. */
export type CardAction =
  | { readonly does: CardAct }
  | { readonly does: null; readonly know: Exclude<Sentence, CardAct> };

const know = <K extends Exclude<Sentence, CardAct>>(sentence: K) =>
  ({ does: null, know: sentence }) as const;
const does = <A extends CardAct>(act: A) => ({ does: act }) as const;

/** The actions that guides name on their cards (`toolActions`), except flags. */
const ACTIONS = {
  startConcernDraft: does('concern'),
  startIncidentDraft: does('misconduct'),
  recordVerbatimWithTimestamp: does('note'),
  recordTimeAndAction: does('log'),
  requireSupervisorNotifiedTimestamp: does('settle'),
  keepSeparateFromInterviewRecord: know('keepApart'),
  showEmergencyContacts: does('contacts'),
  showSupportContacts: does('contacts'),
  showCrisisContacts: does('contacts'),
  showComplaintRoutes: does('contacts'),
  markTranscriptRangeRestricted: know('restricted'),

  offerPause: does('pause'),
  pauseOneTap: does('pause'),
  stopRecording: does('soundOff'),
  disableAudio: does('soundOff'),
  suggestLowSensitivityQuestions: does('light'),
  offerClosingPath: does('closing'),
  stopInterviewKeepDraft: does('stop'),
  stopOneTap: does('stop'),
  chooseKeepPartDelete: know('keepPart'),
  shortClosingChecklist: know('shortClosing'),
  logStopWithoutReason: know('noReason'),
  quickHide: does('hide'),
  rebook: know('rebook'),
  logNotStarted: know('notStarted'),
  blockStart: know('tooYoung'),
  computeEligibleFromDate: know('eligible'),

  withdrawWizard: does('tools'),
  eraseDraft: know('eraseDraft'),
  blockUse: know('blockUse'),
  createErasureRequest: know('erasureRequest'),
  printReceipt: know('receipt'),
  readBackView: does('tools'),
  exportParticipantCopy: know('copy'),
  logDisclosure: know('logCopy'),
  redactThirdParties: does('mark'),
  markThirdParty: does('mark'),
  pseudonymHelper: know('pseudonym'),
  nameWarning: know('names'),

  interpreterMode: know('interpreter'),
  extendTimeBudget: know('moreTime'),
  logInterpreterPresence: know('interpreter'),
  linkSiblingConflictWarning: know('sibling'),
  separateAccess: know('apart'),
  recordRelationship: know('relation'),
  offerOtherInterviewer: know('otherInterviewer'),
  splitSectionToColleague: know('colleague'),
  guardianConsentStep: know('guardian'),
  blockUntilPolicyMet: know('guardianWaits'),
  guardianAccessWarning: know('guardianCare'),
  protectedMode: know('protectedMode'),
  restrictAccessList: know('accessList'),
  suppressInReports: know('smallGroups'),
  deleteDraftAudio: know('soundGone'),
  switchToNotes: know('toNotes'),
  autoMemoReminder: know('memoToday'),
} as const satisfies Record<string, CardAction>;

const known = new Map<string, CardAction>(Object.entries(ACTIONS));

/** Undefined for an action that only a later version knows: the card's words are shown all the same. */
export const actionOf = (id: string): CardAction | undefined =>
  id.startsWith('setFlag:') ? does('flag') : known.get(id);

/**
 * The buttons of a card, each once. Where a report is begun, what was said word for word goes into the report and not
 * into the interview (domain.md section 3), so the note falls away there.
 */
export function actsOf(card: SupportCard): CardAct[] {
  const acts = new Set(card.toolActions.flatMap((id) => actionOf(id)?.does ?? []));
  if (acts.has('concern') || acts.has('misconduct')) acts.delete('note');
  return [...acts];
}

/** What a card says besides, each sentence once. */
export function knowledgeOf(card: SupportCard) {
  const all = card.toolActions.flatMap((id) => {
    const action = actionOf(id);
    return action?.does === null ? [action.know] : [];
  });
  return [...new Set(all)];
}
