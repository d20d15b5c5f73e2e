import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { toolTexts } from '../../i18n/tools.ts';
import type { ToolProps } from './tool-props.ts';

export interface Tool {
  readonly label: Exclude<keyof typeof toolTexts.sv, 'tools' | 'toTools' | 'close'>;
  readonly Screen: LazyExoticComponent<ComponentType<ToolProps>>;
}

/** What writes in the record and belongs to no single question: not for a return that names its places. */
export const LOCKED_TOOLS: ReadonlySet<Tool['label']> = new Set([
  'turned',
  'timeline',
  'readBack',
  'circumstances',
  'closing',
]);

/** All tools, in the order in which they are offered; each is loaded when it is opened. */
export const TOOLS: readonly Tool[] = [
  {
    label: 'turned',
    Screen: lazy(async () => ({ default: (await import('./TurnedView.tsx')).TurnedView })),
  },
  {
    label: 'timeline',
    Screen: lazy(async () => ({ default: (await import('./TimelineTool.tsx')).TimelineTool })),
  },
  {
    label: 'readBack',
    Screen: lazy(async () => ({ default: (await import('./ReadBackTool.tsx')).ReadBackTool })),
  },
  {
    label: 'minimal',
    Screen: lazy(async () => ({ default: (await import('./MinimalTool.tsx')).MinimalTool })),
  },
  {
    label: 'circumstances',
    Screen: lazy(async () => ({
      default: (await import('./CircumstancesTool.tsx')).CircumstancesTool,
    })),
  },
  {
    label: 'consent',
    Screen: lazy(async () => ({ default: (await import('./ConsentTool.tsx')).ConsentTool })),
  },
  {
    label: 'sound',
    Screen: lazy(async () => ({ default: (await import('./SoundTool.tsx')).SoundTool })),
  },
  {
    label: 'shortcuts',
    Screen: lazy(async () => ({ default: (await import('./ShortcutList.tsx')).ShortcutList })),
  },
  {
    label: 'concern',
    Screen: lazy(async () => ({ default: (await import('./ConcernTool.tsx')).ConcernTool })),
  },
  {
    label: 'misconduct',
    Screen: lazy(async () => ({ default: (await import('./ConcernTool.tsx')).MisconductTool })),
  },
  {
    label: 'closing',
    Screen: lazy(async () => ({ default: (await import('./ClosingTool.tsx')).ClosingTool })),
  },
];
