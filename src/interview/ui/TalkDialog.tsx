import { lazy } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { ToolProps } from './tool-props.ts';

const SupportCards = lazy(async () => ({
  default: (await import('./SupportCards.tsx')).SupportCards,
}));
const ToolsDialog = lazy(async () => ({
  default: (await import('./ToolsDialog.tsx')).ToolsDialog,
}));
const StopDialog = lazy(async () => ({ default: (await import('./StopDialog.tsx')).StopDialog }));
const Overview = lazy(async () => ({ default: (await import('./Overview.tsx')).Overview }));
const FinishDialog = lazy(async () => ({
  default: (await import('./FinishDialog.tsx')).FinishDialog,
}));

/** What may lie over the talk; loaded when it is opened. */
export type OpenDialog = 'cards' | 'tools' | 'stop' | 'overview' | 'finish';

export function TalkDialog(
  props: ToolProps & {
    readonly open: OpenDialog;
    readonly here: QuestionId;
    readonly onHome: () => void;
    /** Goes to a question without leaving the one before: the talk has ended there. */
    readonly onMoved: (to: QuestionId) => void;
  },
) {
  const { open, session, ports, onClose } = props;
  switch (open) {
    case 'cards':
      return <SupportCards {...props} />;
    case 'tools':
      return <ToolsDialog {...props} />;
    case 'stop':
      return <StopDialog session={session} ports={ports} onClose={onClose} />;
    case 'overview':
      return (
        <Overview
          session={session}
          here={props.here}
          onClose={onClose}
          onHome={props.onHome}
          onGo={props.onGo}
        />
      );
    case 'finish':
      return <FinishDialog {...props} onGo={props.onMoved} />;
  }
}
