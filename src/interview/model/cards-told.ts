import type { CardId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { cardNotes, type CardNote } from './card-note.ts';
import type { CardState, InterviewState } from './state.ts';
import { unsettledCards } from './summary.ts';

/** A card that a supervisor must know of. */
export interface CardTold extends CardState {
  readonly card: CardId;
  /** Nobody has been handed what it is about. */
  readonly waits: boolean;
  readonly notes: readonly CardNote[];
}

/** Critical cards that were opened, those that wait first, and every card with a note. */
export function cardsTold(state: InterviewState, events: readonly JournalEvent[]): CardTold[] {
  const waiting = new Set(unsettledCards(state));
  const notes = Map.groupBy(cardNotes(events), (note) => note.card);
  return [...state.cards]
    .map(([card, known]) => ({
      card,
      ...known,
      waits: waiting.has(card),
      notes: notes.get(card) ?? [],
    }))
    .filter(({ critical, notes: own }) => critical || own.length > 0)
    .sort((a, b) => Number(b.waits) - Number(a.waits) || a.openedAt - b.openedAt);
}
