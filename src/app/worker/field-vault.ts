import * as z from 'zod/mini';
import { newId, type Deps } from '../../base/deps.ts';
import { DeviceId, MemberId, VaultId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { KeptTalk, marksOf } from '../../training/model/kept-talk.ts';
import type { OpenVault, VaultHost, VaultProblem } from '../../vault/model/port.ts';
import type { FieldAct, FieldState } from '../port.ts';

/** Does one act and tells how the practice vault stands after it. */
export type FieldVault = (act: FieldAct) => Promise<Result<FieldState, VaultProblem>>;

/**
 * Whose it is: several people may share a device, each with a vault of their own (DESIGN section 7), and nobody may open
 * or end a colleague's practice. A label is short, and no lock screen shows this one.
 */
const labelFor = (owner: VaultId): string => owner.slice(0, 12);
const TALK = 'talk';
/** In the real vault, so that what was kept before the restart is not said by the one that is examined. */
const NOTED = 'field-practice';
const Noted = z.object({ vault: VaultId, marks: z.array(z.string()) });

/**
 * The practice vault of training module 5, in the vault worker beside the open one. It is made, sealed and unlocked by
 * the same host as a real vault, and nothing in here reaches its journal or outbox: what it holds is one sealed record,
 * which no parcel can carry: an invented talk. When the module is done its keys are overwritten and its files removed.
 */
export function fieldVault(
  host: Pick<VaultHost, 'cards' | 'create' | 'destroy' | 'unlock'>,
  real: () => Pick<OpenVault, 'records' | 'vault'>,
  deps: Deps,
): FieldVault {
  let open: OpenVault | undefined;
  /** Made since this worker was started: nothing has been restarted yet. */
  let madeNow: VaultId | undefined;

  const find = async (): Promise<VaultId | undefined> => {
    const label = labelFor(real().vault);
    return (await host.cards()).find((card) => card.class === 'practice' && card.label === label)
      ?.vault;
  };

  /** @param reads whether the talk itself is asked for: it is large. */
  async function state(reads = false): Promise<Result<FieldState, VaultProblem>> {
    if (!open) return ok({ type: (await find()) ? 'locked' : 'none' });
    const talk = KeptTalk.safeParse(await open.records.get(TALK)).data;
    const noted = Noted.safeParse(await real().records.get(NOTED)).data;
    const marks = noted?.vault === open.vault ? noted.marks : [];
    const there = new Set(talk ? marksOf(talk) : []);
    return ok({
      type: 'open',
      kept: marks.length,
      found: marks.filter((mark) => there.has(mark)).length,
      handedOver: talk?.handedOver ?? null,
      restarted: open.vault !== madeNow,
      ...(reads && talk && { talk }),
    });
  }

  async function close(): Promise<void> {
    const leaving = open;
    open = undefined;
    await leaving?.close();
  }

  async function end(): Promise<void> {
    await close();
    const vault = await find();
    if (vault) await host.destroy(vault);
    await real().records.remove(NOTED);
  }

  async function make(passphrase: string): Promise<Result<FieldState, VaultProblem>> {
    await end();
    const made = await host.create({
      label: labelFor(real().vault),
      passphrase,
      member: newId(MemberId, deps.random),
      device: newId(DeviceId, deps.random),
      recovery: [],
      class: 'practice',
    });
    if (!made.ok) return made;
    open = made.value;
    madeNow = open.vault;
    return state();
  }

  async function unlock(passphrase: string): Promise<Result<FieldState, VaultProblem>> {
    const vault = await find();
    if (!vault || open) return state();
    const opened = await host.unlock(vault, { type: 'passphrase', passphrase });
    if (!opened.ok) return opened;
    open = opened.value;
    return state();
  }

  async function keep(talk: KeptTalk): Promise<Result<FieldState, VaultProblem>> {
    if (!open) return err({ type: 'locked' });
    const kept = await open.records.put(TALK, talk);
    if (!kept.ok) return kept;
    // After it, so that nothing is looked for that was never kept.
    const marks = marksOf(talk);
    const noted = await real().records.put(NOTED, { vault: open.vault, marks });
    if (!noted.ok) return noted;
    const { length } = marks;
    const restarted = open.vault !== madeNow;
    const { handedOver } = talk;
    return ok({ type: 'open', kept: length, found: length, handedOver, restarted });
  }

  return async (act) => {
    switch (act.type) {
      case 'look':
        return state();
      case 'read':
        return state(true);
      case 'make':
        return make(act.passphrase);
      case 'unlock':
        return unlock(act.passphrase);
      case 'keep':
        return keep(act.talk);
      case 'close':
        await close();
        return ok({ type: 'locked' });
      case 'end':
        await end();
        return state();
    }
  };
}
