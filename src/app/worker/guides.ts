import * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.ts';
import { Guide, GuideRef } from '../../guide/model/guide.ts';
import { parseGuide } from '../../guide/model/parse.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import { fetchAsset } from '../../sync/asset.ts';
import type { Records } from '../../vault/model/port.ts';
import defaultGuideUrl from '../../guide/data/default-guide.json?url';

/** The guides of one vault: every version ever used is kept, so that an old interview reads as it was asked. */
export interface GuideShelf {
  /** The one for new interviews first. */
  all(): Promise<readonly Guide[]>;
  get(ref: GuideRef): Promise<Guide | undefined>;
  keep(guide: Guide): Promise<Result<'kept', StoreProblem>>;
}

const CURRENT = 'guide-current';
const nameOf = (ref: GuideRef): string => `guide/${ref.id}@${ref.version}`;

/**
 * A guide as it lies on the shelf. It was parsed when it was put there, and its seal proves that nobody changed it
 * since; reading a thousand questions again on every start would be time that grows with the guide. The number goes
 * up with the schema of a guide: what lies there in another shape is parsed.
 */
const SHAPE = 1;
const Kept = z.object({
  shape: z.literal(SHAPE),
  guide: z.custom<Guide>((value) => typeof value === 'object' && value !== null),
});

export function openGuideShelf(records: Records): GuideShelf {
  const parsed = new Map<string, Guide>();

  async function read(name: string): Promise<Guide | undefined> {
    const known = parsed.get(name);
    if (known) return known;
    const record = await records.get(name);
    const kept = Kept.safeParse(record).data;
    const guide = kept ? kept.guide : Guide.safeParse(record).data;
    if (guide) parsed.set(name, guide);
    return guide;
  }

  async function keep(asked: Guide): Promise<Result<'kept', StoreProblem>> {
    const guide = Guide.parse(asked);
    const kept = await records.put(nameOf(guide), { shape: SHAPE, guide });
    if (!kept.ok) return err(kept.error);
    parsed.set(nameOf(guide), guide);
    const current = await records.put(CURRENT, { id: guide.id, version: guide.version });
    return current.ok ? ok('kept') : err(current.error);
  }

  /** The guide that came with the app goes onto the shelf when it is needed first. */
  async function stock(): Promise<void> {
    const shipped = parseGuide(await fetchAsset(defaultGuideUrl));
    if (!shipped.ok) throw new Error('the shipped guide does not parse');
    await keep(shipped.value);
  }

  return {
    keep,
    get: async (ref) => {
      const guide = await read(nameOf(ref));
      if (guide) return guide;
      // A supervisor's vault meets the guide first in an interview that came.
      const shipped = parseGuide(await fetchAsset(defaultGuideUrl));
      const same = shipped.ok && nameOf(shipped.value) === nameOf(ref);
      return same ? shipped.value : undefined;
    },
    all: async () => {
      if ((await records.names('guide/')).length === 0) await stock();
      const current = GuideRef.safeParse(await records.get(CURRENT)).data;
      const guides = await Promise.all((await records.names('guide/')).map(read));
      const found = guides.flatMap((guide) => guide ?? []);
      const isCurrent = (guide: Guide) =>
        current !== undefined && nameOf(guide) === nameOf(current);
      return [...found.filter(isCurrent), ...found.filter((guide) => !isCurrent(guide))];
    },
  };
}
