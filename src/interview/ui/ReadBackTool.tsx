import { ReadBack } from './ReadBack.tsx';
import type { ToolProps } from './tool-props.ts';

/** Reading back during the talk: begins with the section one is in. */
export const ReadBackTool = ({ session, ports, question, onClose }: ToolProps) => (
  <ReadBack session={session} ports={ports} question={question.id} onClose={onClose} />
);
