import { checkingTexts } from '../../i18n/checking.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { CHECKLIST } from '../checklist.ts';
import { may } from '../model/act.ts';
import { CHECK_GROUPS, missingChecks, type CheckItem } from '../model/checklist.ts';
import type { CheckMark } from '../model/event.ts';
import { ownReview, type ReadingDesk } from './desk.ts';

/** The supervisor's own points for the revision that is read. What is required must be marked before approving. */
export function Checklist({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(checkingTexts);
  const local = useLocal();
  const { interview, standing, before } = desk.now;
  const own = ownReview(desk);
  const marks = own?.checks.get(interview.revision);
  const asBefore = useOnce(async () => {
    const result = await desk.session.checkAsBefore();
    if (!result.ok) desk.tell(result.error.type);
  });
  if (!may(standing, 'check') && !marks) return null;
  const missing = missingChecks(CHECKLIST, marks).length;
  return (
    <section className="card" aria-labelledby="review-checklist">
      <h2 id="review-checklist" tabIndex={-1}>
        {local(CHECKLIST.title)}
      </h2>
      <p role="status">{missing > 0 ? t.left(missing) : t.allDone}</p>
      {before > 0 && own?.checks.has(before) && may(standing, 'check') && (
        <div className="row">
          <Button disabled={asBefore.busy} onClick={asBefore.run}>
            {t.asBefore(before)}
          </Button>
        </div>
      )}
      {CHECK_GROUPS.map((group) => (
        <fieldset key={group} className="group" disabled={!may(standing, 'check')}>
          <legend>{t[group]}</legend>
          {CHECKLIST.items
            .filter((item) => item.group === group)
            .map((item) => (
              <Point key={item.id} desk={desk} item={item} mark={marks?.get(item.id) ?? null} />
            ))}
        </fieldset>
      ))}
      <p className="hint">{local(CHECKLIST.feedbackPrompt)}</p>
    </section>
  );
}

function Point(props: {
  readonly desk: ReadingDesk;
  readonly item: CheckItem;
  readonly mark: CheckMark | null;
}) {
  const t = useTexts(checkingTexts);
  const local = useLocal();
  const { desk, item, mark } = props;
  const label = local(item.label);
  const set = async (next: CheckMark | null) => {
    const result = await desk.session.check(item.id, next);
    if (!result.ok) desk.tell(result.error.type);
  };
  return (
    <div className="review-check">
      <Check
        label={item.required ? label : `${label} (${t.optional})`}
        checked={mark === 'met'}
        onChange={(checked) => void set(checked ? 'met' : null)}
      />
      <Check
        label={
          <>
            <span aria-hidden="true">{t.notRelevant}</span>
            <span className="visually-hidden">{t.notRelevantThis(label)}</span>
          </>
        }
        checked={mark === 'notRelevant'}
        onChange={(checked) => void set(checked ? 'notRelevant' : null)}
      />
    </div>
  );
}
