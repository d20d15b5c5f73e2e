import { useState } from 'react';
import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may, progress } from '../model/act.ts';
import { dueTasks } from '../model/aftercare.ts';
import type { AftercareTask } from '../model/event.ts';
import { summarise } from '../model/summary.ts';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

/** What was promised for the time after the talk, each with its day. */
export function AftercarePart({ session, ports }: AfterPartProps) {
  const t = useTexts(closingTexts);
  const { language } = useLanguage();
  const { state, route } = useSnapshot(session);
  if (!may(state, 'aftercare')) return null;
  const summary = summarise(state, progress(state, route));
  const tasks = dueTasks(summary, session.guide, ports.deps.clock.now());
  return (
    <section className="card">
      <h2>{t.aftercare}</h2>
      <p className="hint">{tasks.length === 0 ? t.nothing : t.aftercareHelp}</p>
      <ul role="list" className="stack">
        {tasks.map(({ task, due, late }) => (
          <li key={task} className="stack">
            <p>
              <strong>{t[task]}</strong>{' '}
              <span className="tag" data-tone={late ? 'danger' : undefined}>
                {late ? t.late(longDate(due, language)) : t.due(longDate(due, language))}
              </span>
            </p>
            {task !== 'memo' && <Promised session={session} ports={ports} task={task} />}
          </li>
        ))}
        {[...state.aftercare].map(([task, { at, note }]) => (
          <li key={task}>
            <p>
              {t[task]} <span className="tag">{t.doneAt(longDate(at, language))}</span>
            </p>
            {note && <p className="hint">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Promised({ session, ports, task }: AfterPartProps & { readonly task: AftercareTask }) {
  const t = useTexts(closingTexts);
  const local = useLocal();
  const key = `aftercare.${task}`;
  const [note, setNote] = useState(() => {
    const draft = session.draftOf(key);
    return typeof draft === 'string' ? draft : '';
  });
  const script = session.guide.closing.aftercare.checkInScript;
  const { run: finish, busy } = useOnce(async () => {
    const kept = await session.act(
      [{ type: 'AftercareDone', version: 1, data: { task, note: note.trim() } }],
      [key],
    );
    // The supervisor has the interview already: what is added to it goes after it.
    if (kept.ok && session.snapshot().state.status === 'completed') {
      await ports.deliver('interview', session.stream);
    }
  });
  return (
    <>
      {task === 'call' && script && (
        <details>
          <summary>{t.say}</summary>
          {/* The interviewer knows their own name. */}
          <p className="talk-say">{local(script).replace(/\{[A-Z_]+\}/g, '…')}</p>
        </details>
      )}
      <details>
        <summary>{t.tick}</summary>
        <TextArea
          label={t.note}
          hint={t.noteHelp}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            session.draft(key, event.target.value);
          }}
        />
        <div className="row">
          <Button disabled={busy} onClick={finish}>
            {t.done}
          </Button>
        </div>
      </details>
    </>
  );
}
