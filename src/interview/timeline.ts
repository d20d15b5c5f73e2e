import { newId, type Random } from '../base/deps.ts';
import { ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { Period } from './model/months.ts';
import { eventsOf, foldTimeline, PlacementId, type Placement } from './model/timeline.ts';
import {
  isHalfTyped,
  isSame,
  settlingPlacement,
  tells,
  TIMELINE_DRAFT,
  typedFrom,
  TypedPlacements,
  type TypedPlacement,
} from './model/typed-placement.ts';
import type { InterviewSession } from './session.ts';

type Kept = Promise<Result<Saved | 'same', StoreProblem>>;

const unsettled = (session: InterviewSession): TypedPlacements =>
  TypedPlacements.safeParse(session.draftOf(TIMELINE_DRAFT)).data ?? [];

/** Takes the forms of these placements away. */
function forget(session: InterviewSession, ids: readonly PlacementId[]): void {
  const forms = unsettled(session);
  const others = forms.filter(({ placement }) => !ids.includes(placement));
  if (others.length < forms.length) session.draft(TIMELINE_DRAFT, others);
}

/** Makes a fact of what stands in a form. A year that is not finished stays behind as a draft. */
async function settle(session: InterviewSession, id: PlacementId): Kept {
  const form = () => unsettled(session).find(({ placement }) => placement === id);
  const draft = session.draftOf(TIMELINE_DRAFT);
  const before = form();
  if (!before) return ok('same');
  const whole = !isHalfTyped(before);
  const alone = whole && unsettled(session).length === 1;
  const kept = await session.act(
    () => {
      const typed = form();
      return typed ? settlingPlacement(foldTimeline(session.events()), typed) : [];
    },
    alone ? [TIMELINE_DRAFT] : [],
  );
  // What was typed meanwhile is not settled.
  if (kept.ok && whole && session.draftOf(TIMELINE_DRAFT) === draft) forget(session, [id]);
  return kept;
}

/** Settles every form that is still a draft, as after a crash: what is only a draft is in no parcel. */
export async function settleTimeline(session: InterviewSession): Kept {
  for (const { placement } of unsettled(session)) {
    const kept = await settle(session, placement);
    if (!kept.ok) return kept;
  }
  return ok('same');
}

/**
 * Erases everything that was ever said of a placement. What is only typed becomes a fact first: only a retraction
 * gives the stream a new key.
 */
export async function erasePlacement(session: InterviewSession, id: PlacementId): Kept {
  const kept = await settle(session, id);
  if (!kept.ok) return kept;
  // A year typed halfway is in no event that could be named: it is written over.
  forget(session, [id]);
  return session.retract(
    (events) => eventsOf(events, id),
    [{ type: 'PlacementRemoved', version: 1, data: { placement: id } }],
    unsettled(session).length === 0 ? [TIMELINE_DRAFT] : [],
  );
}

/** The timeline of one open interview, with one step back for as long as it stands open. */
export class Timeline {
  #session: InterviewSession;
  #random: Random;
  /** What stood before the last change; null when there is nothing to take back. */
  #before: readonly Placement[] | null = null;
  /** One change after the other: a step back leads to what stood before the last one, not between two. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(session: InterviewSession, random: Random) {
    this.#session = session;
    this.#random = random;
  }

  placements = (): readonly Placement[] => foldTimeline(this.#session.events());

  /** Forms that a crash left unsettled, or whose year is not finished. */
  unsettled = (): TypedPlacements => unsettled(this.#session);

  /** Every placement as it stands in its form, typed a moment ago or long since; oldest first. */
  forms(): readonly TypedPlacement[] {
    const typed = this.unsettled();
    return this.placements().map(
      (told) => typed.find(({ placement }) => placement === told.placement) ?? typedFrom(told),
    );
  }

  /** Undefined when there is no such placement. */
  form = (id: PlacementId): TypedPlacement | undefined =>
    this.forms().find(({ placement }) => placement === id);

  /** On every input. */
  draft(form: TypedPlacement): void {
    const others = this.unsettled().filter(({ placement }) => placement !== form.placement);
    this.#session.draft(TIMELINE_DRAFT, [...others, form]);
  }

  /** When the form is left, a choice is made or a bar is let go. */
  settle = (id: PlacementId): Kept => this.#step(() => settle(this.#session, id));

  /** A new placement with what a tap on the line says of it. */
  async add(period: Period): Promise<PlacementId | undefined> {
    const placement = newId(PlacementId, this.#random);
    const empty = { placement, home: null, move: null, words: '', last: false };
    const kept = await this.#step(() => this.#session.act([tells({ ...empty, ...period })]));
    return kept.ok ? placement : undefined;
  }

  remove = (id: PlacementId): Kept => this.#step(() => erasePlacement(this.#session, id));

  canUndo = (): boolean => this.#before !== null;

  /**
   * Makes everything stand as before the last change. What was erased is told again under a new id, since an id that
   * was removed stays so in every copy.
   */
  undo = (): Kept => this.#next(() => this.#undo());

  async #undo(): Kept {
    const before = this.#before;
    if (!before) return ok('same');
    const now = this.placements();
    const added = now.filter((each) => !find(before, each.placement));
    for (const { placement } of added) {
      const gone = await erasePlacement(this.#session, placement);
      if (!gone.ok) return gone;
    }
    const changed = before.filter((each) => !isSame(find(now, each.placement), each));
    // A form that is still open would say again what is taken back here.
    forget(
      this.#session,
      changed.map(({ placement }) => placement),
    );
    const kept = await this.#session.act(
      changed.map((each) =>
        tells(
          find(now, each.placement)
            ? each
            : { ...each, placement: newId(PlacementId, this.#random) },
        ),
      ),
    );
    if (kept.ok) this.#before = null;
    return kept;
  }

  #step(change: () => Kept): Kept {
    return this.#next(async () => {
      const before = this.placements();
      const kept = await change();
      const now = this.placements();
      const same =
        before.length === now.length &&
        before.every((each) => isSame(find(now, each.placement), each));
      if (!same) this.#before = before;
      return kept;
    });
  }

  #next(job: () => Kept): Kept {
    const run = this.#queue.then(job);
    this.#queue = run;
    return run;
  }
}

const find = (all: readonly Placement[], id: PlacementId): Placement | undefined =>
  all.find(({ placement }) => placement === id);
