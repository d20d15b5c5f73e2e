import { clockTime } from '../../i18n/format.ts';
import { momentTexts } from '../../i18n/moments.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { momentsOf, type Moment } from '../model/moments.ts';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';
import './tools.css';

/** What was marked as important and is to be written out; nothing when nothing was. */
export function MomentsPart({ session, ports }: AfterPartProps) {
  const t = useTexts(momentTexts);
  const { state } = useSnapshot(session);
  const moments = momentsOf(session.events());
  if (moments.length === 0 || !may(state, 'writeMemo')) return null;
  const left = moments.filter((moment) => !moment.writtenOut).length;
  return (
    <section className="card" aria-labelledby="moments">
      <h2 id="moments">{t.title}</h2>
      <p className="hint">
        {left === 0 ? t.noneLeft : t.left(left)}
        {left > 0 && `. ${t.help}`}
      </p>
      <ol role="list" className="moment-list">
        {moments.map((moment) => (
          <Item key={moment.id} moment={moment} session={session} ports={ports} />
        ))}
      </ol>
    </section>
  );
}

function Item({ session, ports, moment }: AfterPartProps & { readonly moment: Moment }) {
  const t = useTexts(momentTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const question = session.guide.sections
    .flatMap((section) => section.questions)
    .find(({ id }) => id === moment.question);
  const text = question ? local(question.text) : moment.question;
  const go = () => {
    const caret = session.answer(moment.question).text.length;
    session.moveTo({ question: moment.question, caret });
    ports.onTalk(session.stream);
  };
  const tick = (done: boolean) => {
    const data = { moment: moment.id, done };
    void session.act([{ type: 'MomentWrittenOut', version: 1, data }]);
  };
  return (
    <li>
      <p>
        <strong>{text}</strong>
      </p>
      <p className="hint">
        {t.when(clockTime(moment.at, language), Math.round(moment.talkedMs / 60_000))}
      </p>
      <div className="row">
        <Check label={t.writtenOut} checked={moment.writtenOut} onChange={tick} />
        <Button aria-label={t.goTo(t.go, text)} onClick={go}>
          {t.go}
        </Button>
      </div>
    </li>
  );
}
