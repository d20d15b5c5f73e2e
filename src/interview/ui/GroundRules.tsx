import type { Guide } from '../../guide/model/guide.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';

/** The rule card and the limits of secrecy, to be read aloud at the beginning. */
export function GroundRules({ guide }: { readonly guide: Guide }) {
  const t = useTexts(interviewTexts);
  const local = useLocal();
  return (
    <div className="talk-support">
      <details className="talk-script" name="rules">
        <summary>{t.groundRules}</summary>
        <ul>
          {guide.scripts.groundRules.map((rule) => (
            <li key={rule.sv}>{local(rule)}</li>
          ))}
        </ul>
      </details>
      <details className="talk-script" name="rules">
        <summary>{t.secrecyLimits}</summary>
        <p>{local(guide.scripts.secrecyLimits)}</p>
      </details>
    </div>
  );
}
