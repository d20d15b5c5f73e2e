import type { Language } from '../../i18n/catalogue.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import type { JournalEvent } from '../../journal/model/event.ts';

/** What a part of the record is made from. */
export interface RecordSource {
  readonly state: InterviewState;
  /** In reading order. */
  readonly events: readonly JournalEvent[];
  readonly guide: Guide;
  readonly language: Language;
}
