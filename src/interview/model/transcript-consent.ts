import type { Guide } from '../../guide/model/guide.ts';
import { saysYes, type InterviewState } from './state.ts';

/** The consent items that a transcript may rest on, the nearest first: a guide need not ask for each by itself. */
const SCOPES = ['transcript', 'notes'] as const;

/** True while the participant's yes covers writing the talk out. */
export function mayTranscribe(state: InterviewState, guide: Guide): boolean {
  const asked = SCOPES.find((scope) => guide.consent.items.some(({ id }) => id === scope));
  return asked === undefined || saysYes(state, asked);
}
