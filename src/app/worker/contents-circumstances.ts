import { circumstancesTexts } from '../../i18n/circumstances.ts';
import { circumstancesWords } from '../../interview/model/circumstances-words.ts';
import type { PageList } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** What surrounded the talk. */
export function circumstancesList({ events, guide, language }: RecordSource): PageList | null {
  const lines = circumstancesWords(events, guide, language);
  return lines.length === 0 ? null : { title: circumstancesTexts[language].title, lines };
}
