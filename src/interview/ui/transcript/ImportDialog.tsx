import { useRef, useState } from 'react';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import type { Imported } from '../../model/cue.ts';
import { readOutside, voicesIn, withRoles, type Role } from '../../model/read-transcript.ts';
import { Speaker } from '../../model/transcript.ts';
import { textIn } from '../../../base/text-file.ts';
import type { TranscriptSession } from '../../transcript-session.ts';

const MOST_BYTES = 5_000_000;

/** Reads in what another tool wrote, after a look at what it holds. */
export function ImportDialog(props: {
  readonly session: TranscriptSession;
  readonly onClose: () => void;
}) {
  const t = useTexts(transcriptTexts);
  const chosen = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Imported | 'tooLarge' | null>(null);
  const [roles, setRoles] = useState<ReadonlyMap<string, Role>>(new Map());
  const [unnamed, setUnnamed] = useState<Speaker>('participant');
  const [failed, setFailed] = useState(false);
  const look = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setRead('tooLarge');
      return;
    }
    const found = readOutside(textIn(new Uint8Array(await file.arrayBuffer())));
    setRoles(new Map(voicesIn(found.cues).map(({ voice, role }) => [voice, role])));
    setRead(found);
  };
  const { run, busy } = useOnce(async (found: Imported) => {
    const kept = await props.session.importAll(withRoles(found.cues, roles, unnamed));
    setFailed(!kept.ok);
    if (kept.ok) props.onClose();
  });
  const file = read === 'tooLarge' ? null : read;
  const cues = file?.cues ?? [];
  return (
    <Dialog title={t.importFile} onClose={props.onClose}>
      <p>{t.importHelp}</p>
      <input
        ref={chosen}
        type="file"
        hidden
        accept=".vtt,.srt,.txt,text/vtt,text/plain"
        aria-label={t.importChoose}
        onChange={(event) => {
          void look(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div className="row">
        <Button onClick={() => chosen.current?.click()}>{t.importChoose}</Button>
      </div>
      <div role="status">
        {read === 'tooLarge' && <p className="error">{t.importTooLarge}</p>}
        {file && cues.length > 0 && <p>{t.importFound(cues.length)}</p>}
        {file && cues.length === 0 && file.faults.length === 0 && (
          <p className="error">{t.importEmpty}</p>
        )}
      </div>
      {file && file.faults.length > 0 && (
        <Notice tone="warn">
          {cues.length > 0 && <p>{t.importFaults}</p>}
          <ul className="transcript-faults">
            {file.faults.map(({ line, why }) => (
              <li key={line}>{t.importFault(line, t[why])}</li>
            ))}
          </ul>
        </Notice>
      )}
      {file && cues.length > 0 && (
        <fieldset className="group">
          <legend>{t.importVoices}</legend>
          {[...roles].map(([voice, role]) => (
            <label key={voice} className="field">
              {t.importVoice(voice)}
              <select
                className="input"
                value={role}
                onChange={(event) => {
                  const picked = Speaker.safeParse(event.currentTarget.value);
                  setRoles(new Map(roles).set(voice, picked.success ? picked.data : 'notName'));
                }}
              >
                <SpeakerOptions />
                <option value="notName">{t.importNotName}</option>
              </select>
            </label>
          ))}
          <label className="field">
            {t.importUnnamed}
            <select
              className="input"
              value={unnamed}
              onChange={(event) => {
                const picked = Speaker.safeParse(event.currentTarget.value);
                if (picked.success) setUnnamed(picked.data);
              }}
            >
              <SpeakerOptions />
            </select>
          </label>
        </fieldset>
      )}
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.cancel}</Button>
        {file && cues.length > 0 && (
          <Button variant="primary" disabled={busy} onClick={() => run(file)}>
            {t.importNow(cues.length)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function SpeakerOptions() {
  const t = useTexts(transcriptTexts);
  return Speaker.options.map((each) => (
    <option key={each} value={each}>
      {t[each]}
    </option>
  ));
}
