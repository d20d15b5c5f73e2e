import type { Guide } from '../../../guide/model/guide.ts';
import defaultGuideUrl from '../../../guide/data/default-guide.json?url';
import { parseGuide } from '../../../guide/model/parse.ts';
import { fetchAsset } from '../../../sync/asset.ts';
import type { PracticeCase } from '../../../training/model/case.ts';
import { draftedCases, publishedCases } from '../../../training/own-cases.ts';
import { readShippedTraining } from '../../../training/shipped.ts';
import type { Desk } from '../../port.ts';

/** What there is to practise with on this device. */
export interface Stock {
  readonly guide: Guide;
  readonly cases: readonly PracticeCase[];
  /** A trainer's own as they stand, played only by their address: nothing of such a run is kept. */
  readonly tried: readonly PracticeCase[];
}

/**
 * The cases that were shipped and those that the office's trainers have published, by the guide that is current at
 * the office; without an office, by the shipped guide.
 */
export async function practiceStock(
  from: Pick<Desk, 'guide' | 'guides' | 'journal' | 'me'> | null,
): Promise<Stock> {
  const { cases } = await readShippedTraining();
  const own = from ? await publishedCases(from.journal) : [];
  const tried = from?.me.role === 'trainer' ? await draftedCases(from.journal) : [];
  const [newest] = (await from?.guides()) ?? [];
  // By its name, since that puts the office's rules into it (app/desk guideByRules): one practises as one will talk.
  const ruled = newest && (await from?.guide({ id: newest.id, version: newest.version }));
  const current = ruled ?? newest;
  return { guide: current ?? (await shippedGuide()), cases: [...cases, ...own], tried };
}

async function shippedGuide(): Promise<Guide> {
  const guide = parseGuide(await fetchAsset(defaultGuideUrl));
  if (!guide.ok) throw new Error('the shipped guide does not parse');
  return guide.value;
}
