import { useEffect, useReducer, useState } from 'react';
import { monthOf, withEdge, type End, type Period } from '../model/months.ts';
import type { Placement, PlacementId } from '../model/timeline.ts';
import { lineOf } from '../model/timeline-layout.ts';
import { saysNothing, toldBy, typedFrom, type TypedPlacement } from '../model/typed-placement.ts';
import { settleTimeline, Timeline } from '../timeline.ts';
import type { ToolProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

/** What was done last, for who can't see it: a period that moved, or something gone. */
export type Told =
  | { readonly type: 'moved'; readonly period: Period }
  | { readonly type: 'removed' | 'undone' };

/** The timeline of a talk as its screen needs it: every change is drawn at once, and kept. */
export function useTimeline({ session, ports }: Pick<ToolProps, 'session' | 'ports'>) {
  const [timeline] = useState(() => new Timeline(session, ports.deps.random));
  const [now] = useState(() => monthOf(ports.deps.clock.now()));
  const [open, setOpen] = useState<PlacementId | null>(
    () => timeline.unsettled()[0]?.placement ?? null,
  );
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { state } = useSnapshot(session);
  // What a crash left behind is kept before anything else is told.
  useEffect(() => void settleTimeline(session), [session]);

  const placements: readonly Placement[] = timeline.forms().map(toldBy);

  const kept = async (change: Promise<{ readonly ok: boolean }>) => {
    const { ok } = await change;
    setFailed(!ok);
    // A form that was settled, or a step back that is possible now, is no change of the interview's state.
    redraw();
    return ok;
  };
  const settle = (id: PlacementId) => void kept(timeline.settle(id));
  const draft = (form: TypedPlacement) => {
    timeline.draft(form);
    redraw();
  };
  const leave = (id: PlacementId) => {
    const form = timeline.form(id);
    // Opened by a tap beside and left empty: nobody told of it.
    if (form && saysNothing(form)) void kept(timeline.remove(id));
    else settle(id);
  };

  return {
    placements,
    now,
    talk: { month: now, minor: state.age === 'from15to17' },
    open,
    openForm: open && timeline.form(open),
    told,
    failed,
    canUndo: timeline.canUndo(),
    draft,
    settle,
    choose: (id: PlacementId | null) => {
      if (open && open !== id) leave(open);
      setTold(null);
      setOpen(id);
    },
    add: async (period: Period) => {
      if (open) leave(open);
      setTold(null);
      const id = await timeline.add(period);
      setFailed(id === undefined);
      setOpen(id ?? open);
    },
    /** Moves an end while it is dragged or a key is held; `settle` keeps where it came to stand. */
    move: (id: PlacementId, end: End, edge: number) => {
      const form = timeline.form(id);
      if (!form) return;
      const period = withEdge(toldBy(form), end, edge, lineOf(placements, now));
      const { dates } = typedFrom({ ...toldBy(form), ...period });
      draft({ ...form, dates: { ...form.dates, [end]: dates[end] } });
      setTold({ type: 'moved', period });
    },
    remove: async (id: PlacementId) => {
      if (!(await kept(timeline.remove(id)))) return;
      setOpen(null);
      setTold({ type: 'removed' });
    },
    undo: async () => {
      if (!(await kept(timeline.undo()))) return;
      setTold({ type: 'undone' });
      setOpen((id) => (id && timeline.form(id) ? id : null));
    },
  };
}
