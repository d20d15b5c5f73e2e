import type { PageList } from '../../parcel/model/markdown.ts';
import { closingList } from './contents-closing.ts';
import { circumstancesList } from './contents-circumstances.ts';
import { consentList } from './contents-consent.ts';
import type { RecordSource } from './contents-source.ts';
import { soundList } from './contents-sound-list.ts';
import { readBackList } from './contents-read-back.ts';
import { timelineList } from './contents-timeline.ts';

/** What stands after the questions in `interview.md`, in this order; null when there is nothing to tell. */
const LISTS: readonly ((source: RecordSource) => PageList | null)[] = [
  timelineList,
  readBackList,
  closingList,
  circumstancesList,
  consentList,
  soundList,
];

export const moreLists = (source: RecordSource): PageList[] =>
  LISTS.flatMap((list) => list(source) ?? []);
