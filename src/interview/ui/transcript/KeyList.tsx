import { transcriptTexts } from '../../../i18n/transcript.ts';
import { useTexts } from '../../../kit/language.tsx';
import { isTranscriptKey, TRANSCRIPT_KEYS } from './transcript-keys.ts';
import '../tools.css';

const NAMES = {
  play: 'keyPlay',
  back: 'keyBack',
  forward: 'keyForward',
  slower: 'keySlower',
  faster: 'keyFaster',
  time: 'keyTime',
  speaker: 'keySpeaker',
  listened: 'keyListened',
} as const;

/** Every key and pedal, from the table that the keyboard itself reads. */
export function KeyList() {
  const t = useTexts(transcriptTexts);
  const words: Readonly<Record<string, string>> = {
    Control: t.keyControl,
    Space: t.keySpace,
    Enter: t.keyReturn,
    MediaPlayPause: t.keyMediaPlayPause,
    MediaTrackPrevious: t.keyMediaTrackPrevious,
    MediaTrackNext: t.keyMediaTrackNext,
  };
  const shown = (keys: string) =>
    keys
      .split('+')
      .map((key) => words[key] ?? key)
      .join(' + ');
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [t.keyEnter, ['Enter']],
    ...Object.keys(TRANSCRIPT_KEYS)
      .filter(isTranscriptKey)
      .map((act) => [t[NAMES[act]], TRANSCRIPT_KEYS[act]] as const),
  ];
  return (
    <details>
      <summary>{t.keys}</summary>
      <p className="hint">{t.keysHelp}</p>
      <table className="tool-keys">
        <thead>
          <tr>
            <th scope="col">{t.keyAct}</th>
            <th scope="col">{t.keyPress}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([act, keys]) => (
            <tr key={act}>
              <th scope="row">{act}</th>
              <td className="row">
                {keys.map((each) => (
                  <kbd key={each}>{shown(each)}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
