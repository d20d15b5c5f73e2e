import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { AfterPartProps } from './tool-props.ts';

export interface AfterPart {
  readonly id: string;
  readonly Part: LazyExoticComponent<ComponentType<AfterPartProps>>;
  /** Also when the interview is completed: what is promised to the person goes on. */
  readonly whenCompleted: boolean;
  /** What can't wait until the memo is written. */
  readonly beforeMemo?: true;
}

/** What stands around the memo on the screen after the talk, in this order. */
export const AFTER_PARTS: readonly AfterPart[] = [
  {
    id: 'cards',
    Part: lazy(async () => ({ default: (await import('./UnsettledCards.tsx')).UnsettledCards })),
    whenCompleted: true,
    beforeMemo: true,
  },
  {
    id: 'moments',
    Part: lazy(async () => ({ default: (await import('./MomentsPart.tsx')).MomentsPart })),
    whenCompleted: false,
    beforeMemo: true,
  },
  {
    id: 'closing',
    Part: lazy(async () => ({ default: (await import('./ClosingPart.tsx')).ClosingPart })),
    whenCompleted: false,
    beforeMemo: true,
  },
  {
    id: 'identifying',
    Part: lazy(async () => ({ default: (await import('./IdentifyingPart.tsx')).IdentifyingPart })),
    whenCompleted: false,
  },
  {
    id: 'readBack',
    Part: lazy(async () => ({ default: (await import('./ReadBackPart.tsx')).ReadBackPart })),
    whenCompleted: false,
  },
  {
    id: 'transcript',
    Part: lazy(async () => ({
      default: (await import('./transcript/TranscriptPart.tsx')).TranscriptPart,
    })),
    whenCompleted: true,
  },
  {
    id: 'aftercare',
    Part: lazy(async () => ({ default: (await import('./AftercarePart.tsx')).AftercarePart })),
    whenCompleted: true,
  },
  {
    id: 'sound',
    Part: lazy(async () => ({ default: (await import('./SoundPart.tsx')).SoundPart })),
    whenCompleted: true,
  },
  {
    id: 'copy',
    Part: lazy(async () => ({ default: (await import('./CopyPart.tsx')).CopyPart })),
    whenCompleted: true,
  },
  {
    id: 'consent',
    Part: lazy(async () => ({ default: (await import('./ConsentAfter.tsx')).ConsentAfter })),
    whenCompleted: true,
  },
];
