import { useId, useState } from 'react';
import { MAX_GUIDE_BYTES, parseGuide } from '../../guide/model/parse.ts';
import { settingsTexts } from '../../i18n/settings.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { MAX_PARCEL_BYTES } from '../../parcel/model/consignment.ts';
import type { Desk } from '../port.ts';
import { useGuideProblem, useProblem } from './problem.tsx';

type Outcome = { readonly fine: boolean; readonly words: string };

/** Takes in what came as a file: a parcel, or a guide. Nothing is kept of a file that is not right. */
export function SettingsFiles({ desk }: { readonly desk: Pick<Desk, 'openFile' | 'keepGuide'> }) {
  const texts = useTexts(settingsTexts);
  const say = useProblem();
  const sayGuide = useGuideProblem();
  const local = useLocal();

  // A film picked by mistake is not read into memory, in either.
  const openParcel = async (file: File): Promise<Outcome> => {
    if (file.size > MAX_PARCEL_BYTES) return { fine: false, words: say({ type: 'tooLarge' }) };
    const result = await desk.openFile(new Uint8Array(await file.arrayBuffer()));
    return result.ok
      ? { fine: true, words: texts.parcelOpened }
      : { fine: false, words: say(result.error) };
  };
  const importGuide = async (file: File): Promise<Outcome> => {
    if (file.size > MAX_GUIDE_BYTES) {
      return { fine: false, words: sayGuide({ type: 'notAGuide', what: 'tooLarge', place: [] }) };
    }
    const guide = parseGuide(await file.text());
    if (!guide.ok) return { fine: false, words: sayGuide(guide.error) };
    const kept = await desk.keepGuide(guide.value);
    if (!kept.ok) return { fine: false, words: say(kept.error) };
    const { title, version } = guide.value;
    return { fine: true, words: texts.guideKept(local(title), version) };
  };

  return (
    <section className="card" aria-labelledby="settings-files">
      <h2 id="settings-files">{texts.files}</h2>
      <FileField
        label={texts.openParcel}
        hint={texts.openParcelHelp}
        accept=".aterblick"
        onFile={openParcel}
      />
      <FileField
        label={texts.importGuide}
        hint={texts.importGuideHelp}
        accept=".json,application/json"
        onFile={importGuide}
      />
    </section>
  );
}

function FileField(props: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly onFile: (file: File) => Promise<Outcome>;
}) {
  const texts = useTexts(settingsTexts);
  const id = useId();
  const [reading, setReading] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const read = async (file: File) => {
    setReading(true);
    setOutcome(null);
    try {
      setOutcome(await props.onFile(file));
    } finally {
      // Also after a bug, which is told above the screen: the next file can be chosen.
      setReading(false);
    }
  };
  return (
    <div className="field">
      <h3 id={`${id}-label`}>{props.label}</h3>
      <p className="hint" id={`${id}-hint`}>
        {props.hint}
      </p>
      <div className="row">
        <label className="button settings-file">
          {texts.chooseFile}
          <input
            className="visually-hidden"
            type="file"
            accept={props.accept}
            aria-labelledby={`${id}-label`}
            aria-describedby={`${id}-hint`}
            disabled={reading}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = '';
              if (file) void read(file);
            }}
          />
        </label>
      </div>
      {reading && <p role="status">{texts.reading}</p>}
      {outcome && (
        <Notice tone={outcome.fine ? 'info' : 'danger'} live>
          {outcome.words}
        </Notice>
      )}
    </div>
  );
}
