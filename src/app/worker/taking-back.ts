import type { Clock } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { eraseInterview } from '../../interview/erase.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { RETRACTED, Retracted, type NewEvent } from '../../journal/model/event.ts';
import type { Journal, Saved, StoreProblem } from '../../journal/model/port.ts';
import { ParcelKind } from '../../parcel/model/manifest.ts';
import { markErased } from '../../sync/erasures.ts';
import { dropStream } from '../../sync/drop-stream.ts';
import { ERASING } from '../../sync/model/kept.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { inSafetyParcel } from './safety-parcel.ts';

/** The two ways in which words go for good; each answers when no parcel on its way holds them any more. */
export interface TakingBack {
  append: Journal['append'];
  erase: Journal['erase'];
  /** Finishes what was being erased when everything stopped. */
  finish(): Promise<Result<'finished', StoreProblem>>;
}

/** Every kind that carries words of its stream; a flag is decided on its own, an acknowledgement carries none. */
const WITH_WORDS = ParcelKind.options.filter((kind) => kind !== 'safety' && kind !== 'ack');

const ALL_BUT_FLAGS = ParcelKind.options.filter((kind) => kind !== 'safety');

/**
 * @param onDropped the stream's parcels are gone from the outbox; what is left of it should be packed anew.
 */
export function openTakingBack(
  vault: Pick<OpenVault, 'journal' | 'outbox' | 'records' | 'sound'>,
  onDropped: (stream: StreamId) => void,
  clock: Clock,
): TakingBack {
  const { journal } = vault;

  /**
   * Twice, before and after the journal: before, so that a crash in between leaves no parcel with the words, and
   * nothing is erased that would go out all the same; after, since a parcel may have been packed meanwhile.
   */
  async function dropping<T>(
    drop: () => Promise<Result<unknown, StoreProblem>>,
    journalDoes: () => Promise<Result<T, StoreProblem>>,
  ): Promise<Result<T, StoreProblem>> {
    const before = await drop();
    if (!before.ok) return err(before.error);
    const done = await journalDoes();
    const after = await drop();
    return after.ok ? done : err(after.error);
  }

  // A message that a child may be at risk is not the interview: it goes out all the same (domain.md section 4).
  const eraseHere = (stream: StreamId): Promise<Result<Saved, StoreProblem>> =>
    dropping<Saved>(
      () => dropStream(vault, stream, { kinds: ALL_BUT_FLAGS, received: true }),
      async () => {
        const sound = await eraseSound(vault, stream);
        return sound.ok ? eraseInterview(journal, stream) : sound;
      },
    );

  /**
   * The office has sealed copies of a draft, for its author alone: those go at the next contact. Once the draft is gone
   * nothing here would know of them; so what is to be done is written down first, and taken away when all is done.
   */
  async function eraseDraft(stream: StreamId): Promise<Result<Saved, StoreProblem>> {
    const { records } = vault;
    const begun = await records.put(`${ERASING}${stream}`, {});
    if (!begun.ok) return begun;
    const erased = await eraseHere(stream);
    const marked = erased.ok ? await markErased(records, stream, clock.now()) : erased;
    // Who is told that it failed asks again, or thinks better of it: a start does not do it behind their back.
    if (marked.ok || !erased.ok) await records.remove(`${ERASING}${stream}`);
    return marked.ok ? erased : marked;
  }

  return {
    append: async (stream, kind, facts, ...rest) => {
      const append = () => journal.append(stream, kind, facts, ...rest);
      const retracted = retractedBy(facts);
      if (retracted.size === 0) return append();
      const kinds: readonly ParcelKind[] = (await isInFlag(journal, stream, retracted))
        ? [...WITH_WORDS, 'safety']
        : WITH_WORDS;
      const kept = await dropping(
        () => dropStream(vault, stream, { kinds, received: false }),
        append,
      );
      onDropped(stream);
      return kept;
    },
    erase: async (stream) =>
      (await isDraft(journal, stream)) ? eraseDraft(stream) : eraseHere(stream),
    finish: async () => {
      for (const name of await vault.records.names(ERASING)) {
        const stream = StreamId.safeParse(name.slice(ERASING.length)).data;
        const erased = stream ? await eraseDraft(stream) : await vault.records.remove(name);
        if (!erased.ok) return erased;
      }
      return ok('finished');
    },
  };
}

/** What was handed in stays at the office until two supervisors erase it; this tablet may let its own copy go. */
async function isDraft(journal: Journal, stream: StreamId): Promise<boolean> {
  const listed = await journal.list('interview');
  const { data } = InterviewSummary.safeParse(listed.find((each) => each.stream === stream)?.data);
  return data?.revision === 0;
}

/** The sound of an interview, or the one recording that the stream stands for. */
async function eraseSound(
  vault: Pick<OpenVault, 'sound'>,
  stream: StreamId,
): Promise<Result<'erased', StoreProblem>> {
  const sound = await vault.sound();
  for (const { recording, interview } of await sound.cards()) {
    if (stream !== recording && stream !== interview) continue;
    const erased = await sound.erase(recording);
    if (!erased.ok) return erased;
  }
  return ok('erased');
}

function retractedBy(facts: readonly NewEvent[]): ReadonlySet<string> {
  const named = facts.flatMap((fact) =>
    fact.type === RETRACTED ? (Retracted.safeParse(fact.data).data?.events ?? []) : [],
  );
  return new Set(named);
}

/** A flag goes out at once and waits for nothing; only taking back its own words holds it. */
async function isInFlag(
  journal: Journal,
  stream: StreamId,
  retracted: ReadonlySet<string>,
): Promise<boolean> {
  const opened = await journal.open(stream);
  return (opened?.events ?? []).some((event) => retracted.has(event.id) && inSafetyParcel(event));
}
