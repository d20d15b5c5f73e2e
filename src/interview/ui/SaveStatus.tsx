import { useState } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSaveState, type Saving } from './use-session.ts';

/** One quiet word in the corner. */
export function SaveStatus({ session }: { readonly session: Saving }) {
  const t = useTexts(interviewTexts);
  const save = useSaveState(session);
  const word =
    save.type === 'failed'
      ? t.notSaved
      : save.type === 'saving'
        ? t.saving
        : save.where === 'reserve'
          ? t.savedReserve
          : t.saved;
  return (
    <p className="talk-saved" data-state={save.type} role="status">
      {word}
    </p>
  );
}

/** Says what is wrong with saving and what to do; nothing when all is well. */
export function SaveTrouble(props: {
  readonly session: Saving;
  readonly onSaveFile: () => Promise<'saved' | 'notMade'>;
  readonly saveFileLabel: string;
}) {
  const t = useTexts(interviewTexts);
  const save = useSaveState(props.session);
  // It stands until saving has gone well again: gone for a moment with every key, it would take its button away from
  // under the finger, and be read out again each time.
  const [told, setTold] = useState(save);
  const [file, setFile] = useState<'saved' | 'notMade' | null>(null);
  if (save.type !== 'saving' && save !== told) setTold(save);
  const failed = told.type === 'failed';
  if (!failed && !(told.type === 'saved' && told.where === 'reserve')) return null;
  return (
    <Notice tone={failed ? 'danger' : 'warn'} live>
      <p>{failed ? t.notSavedHelp : t.reserveHelp}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => void props.onSaveFile().then(setFile)}
        >
          {props.saveFileLabel}
        </button>
      </div>
      {file === 'notMade' && <p className="error">{t.fileNotMade}</p>}
    </Notice>
  );
}
