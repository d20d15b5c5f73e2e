import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ReadingDesk } from './desk.ts';

/** A part of the record beside questions, memo and consent. It folds its own facts from `desk.session.events()`. */
export interface ReadingPart {
  readonly id: string;
  readonly Part: LazyExoticComponent<ComponentType<{ readonly desk: ReadingDesk }>>;
}

/** In the order in which they are read, after the memo; a part with nothing to show shows nothing. */
export const READING_PARTS: readonly ReadingPart[] = [
  {
    id: 'timeline',
    Part: lazy(async () => ({ default: (await import('./TimelineRecord.tsx')).TimelineRecord })),
  },
  {
    id: 'sound',
    Part: lazy(async () => ({ default: (await import('./SoundRecord.tsx')).SoundRecord })),
  },
  {
    id: 'transcript',
    Part: lazy(async () => ({
      default: (await import('./TranscriptRecord.tsx')).TranscriptRecord,
    })),
  },
  {
    id: 'identifying',
    Part: lazy(async () => ({
      default: (await import('./IdentifyingRecord.tsx')).IdentifyingRecord,
    })),
  },
  {
    id: 'readBack',
    Part: lazy(async () => ({ default: (await import('./ReadBackRecord.tsx')).ReadBackRecord })),
  },
  {
    id: 'circumstances',
    Part: lazy(async () => ({
      default: (await import('./CircumstancesRecord.tsx')).CircumstancesRecord,
    })),
  },
  {
    id: 'closing',
    Part: lazy(async () => ({ default: (await import('./ClosingRecord.tsx')).ClosingRecord })),
  },
];
