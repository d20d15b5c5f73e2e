import { useRef, type KeyboardEvent } from 'react';
import { timelineTexts } from '../../i18n/timeline.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { shownEdge, type End, type Period } from '../model/months.ts';
import { periodWords, placementWords } from '../model/placement-words.ts';
import type { Placement } from '../model/timeline.ts';
import { layOut, yearAt } from '../model/timeline-layout.ts';
import type { InterviewSession } from '../session.ts';
import { BarHandles } from './BarHandles.tsx';
import { PlacementForm } from './PlacementForm.tsx';
import { TimelinePicture, useBarWords } from './TimelinePicture.tsx';
import type { ToolProps } from './tool-props.ts';
import { useTimeline } from './use-timeline.ts';

/**
 * The placements as the person tells them, drawn together: a tap on the line adds one there, its ends are dragged, and
 * everything can be done in the list and the form as well. Gaps and overlaps stay as they were told.
 */
export function TimelineTool(props: Pick<ToolProps, 'session' | 'ports' | 'onClose'>) {
  const t = useTexts(timelineTexts);
  const { language } = useLanguage();
  const timeline = useTimeline(props);
  const { placements, open, openForm, told } = timeline;
  const { width } = useBarWords();
  const layout = layOut(placements, timeline.now, width);
  const chosen = layout.bars.find((bar) => bar.placement.placement === open);
  const list = useRef<HTMLHeadingElement>(null);
  const { run: add, busy } = useOnce(timeline.add);
  const { run: undo } = useOnce(timeline.undo);
  const close = () => {
    timeline.choose(null);
    props.onClose();
  };
  /** The form is gone, and the focus must stand somewhere. */
  const toList = () => list.current?.focus();
  const { run: remove } = useOnce(async () => {
    if (open) await timeline.remove(open);
    toList();
  });
  const words = told && (told.type === 'moved' ? periodWords(told.period, language) : t[told.type]);
  return (
    <Dialog
      full
      title={t.timeline}
      onClose={close}
      corner={<Button onClick={close}>{t.close}</Button>}
    >
      <p className="hint">{t.help}</p>
      <TimelinePicture
        layout={layout}
        chosen={open}
        onEmpty={(x) => add({ from: yearAt(layout.line, x), to: null })}
        onBar={timeline.choose}
      >
        {chosen && (
          <BarHandles
            layout={layout}
            bar={chosen}
            onDrag={(end, edge) => timeline.move(chosen.placement.placement, end, edge)}
            onDrop={() => timeline.settle(chosen.placement.placement)}
          />
        )}
      </TimelinePicture>
      <div className="row">
        <Button disabled={busy} onClick={() => add({ from: null, to: null })}>
          {t.add}
        </Button>
        {offered(props.session, placements).map((period) => (
          <Button key={periodWords(period, language)} disabled={busy} onClick={() => add(period)}>
            {t.addFromQuestion(periodWords(period, language))}
          </Button>
        ))}
        <Button disabled={!timeline.canUndo} onClick={undo}>
          {t.undo}
        </Button>
      </div>
      <p role="status" className="hint timeline-told">
        {words}
      </p>
      {timeline.failed && (
        <Notice tone="danger" live>
          <p>{t.notSaved}</p>
        </Notice>
      )}
      {openForm && (
        <PlacementForm
          key={openForm.placement}
          form={openForm}
          talk={timeline.talk}
          onChange={(form, chosenNow) => {
            timeline.draft(form);
            if (chosenNow) timeline.settle(form.placement);
          }}
          onLeave={() => timeline.settle(openForm.placement)}
          onRemove={remove}
          onDone={() => {
            timeline.choose(null);
            toList();
          }}
        />
      )}
      <section className="stack" aria-labelledby="timeline-list">
        <h3 id="timeline-list" ref={list} tabIndex={-1}>
          {t.list}
        </h3>
        {placements.length === 0 && <p className="hint">{t.empty}</p>}
        <ol className="timeline-list">
          {placements.map((placement) => (
            <li key={placement.placement}>
              <ListedPlacement placement={placement} timeline={timeline} />
            </li>
          ))}
        </ol>
        {placements.length > 0 && (
          <p className="hint" id="timeline-keys">
            {t.moveHelp}
          </p>
        )}
      </section>
    </Dialog>
  );
}

/** One bar in words. The arrow keys move its ends as a finger does in the picture. */
function ListedPlacement(props: {
  readonly placement: Placement;
  readonly timeline: ReturnType<typeof useTimeline>;
}) {
  const { placement, timeline } = props;
  const { language } = useLanguage();
  const id = placement.placement;
  const isArrow = (key: string) => key === 'ArrowLeft' || key === 'ArrowRight';
  const press = (event: KeyboardEvent) => {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const end: End = event.shiftKey ? 'from' : 'to';
    const step = event.key === 'ArrowLeft' ? -1 : 1;
    timeline.move(id, end, shownEdge(placement, end, timeline.now) + step);
  };
  return (
    <button
      type="button"
      className="choice"
      aria-expanded={timeline.open === id}
      aria-describedby="timeline-keys"
      onClick={() => timeline.choose(timeline.open === id ? null : id)}
      onKeyDown={press}
      onKeyUp={(event) => isArrow(event.key) && timeline.settle(id)}
    >
      <span>{placementWords(placement, language)}</span>
      {placement.words !== '' && <q className="timeline-own">{placement.words}</q>}
    </button>
  );
}

/** Periods that were told to a question and are not on the line: offered, never put there by themselves. */
function offered(session: InterviewSession, placements: readonly Placement[]): readonly Period[] {
  return session.guide.sections
    .flatMap((section) => section.questions)
    .flatMap(({ id }) => {
      const { value } = session.answer(id);
      if (value?.kind !== 'date' || (value.from === null && value.to === null)) return [];
      const there = placements.some(({ from, to }) => from === value.from && to === value.to);
      return there ? [] : [{ from: value.from, to: value.to }];
    });
}
