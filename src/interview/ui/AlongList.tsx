import { takenAlongTexts } from '../../i18n/taken-along.ts';
import { transcriptTexts } from '../../i18n/transcript.ts';
import { CheckChoice } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { timeWords } from '../model/cue.ts';
import type { SaidAgain } from '../model/said-again.ts';
import type { SegmentId } from '../model/transcript.ts';

/** What stands in the transcript of what is taken back; shows nothing where nothing was found. */
export function AlongList(props: {
  readonly found: readonly SaidAgain[];
  readonly going: readonly SegmentId[];
  readonly onGoing: (segments: SegmentId[]) => void;
}) {
  const t = useTexts(takenAlongTexts);
  const words = useTexts(transcriptTexts);
  const { found, going } = props;
  if (found.length === 0) return null;
  return (
    <>
      <CheckChoice
        legend={t.also}
        options={found.map(({ segment: { segment, from, clock, speaker, text, remark } }) => ({
          value: segment,
          label: (
            <>
              <span className="hint">
                {[from === null ? clock : timeWords(from), words[speaker]]
                  .filter(Boolean)
                  .join(' ')}
                :{' '}
              </span>
              {[text, remark].filter(Boolean).join(' ')}
            </>
          ),
        }))}
        values={going}
        onChange={props.onGoing}
      />
      <p className="hint">{t.alsoHelp}</p>
    </>
  );
}
