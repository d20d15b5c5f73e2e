import { newId, type Random } from '../base/deps.ts';
import { VaultId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import type { Guide } from '../guide/model/guide.ts';
import type { Journal } from '../journal/model/port.ts';
import type { Desk, LineProblem, Me } from './port.ts';
import { eraseRemoved } from './removed.ts';

/**
 * A desk with neither vault nor office behind it: what it keeps lies in `own.journal`, and whatever would leave it or
 * change an office is refused with `refusal`.
 */
export function memoryDesk(
  own: { readonly me: Me; readonly journal: Journal },
  guide: Guide,
  refusal: LineProblem,
  random: Random,
): Desk {
  const none = () => Promise.resolve(undefined);
  const refuse = () => Promise.resolve({ ok: false, error: refusal } as const);
  return {
    vault: newId(VaultId, random),
    me: own.me,
    journal: own.journal,
    admitted: () => Promise.resolve(true),
    guides: () => Promise.resolve([guide]),
    guide: () => Promise.resolve(guide),
    keepGuide: refuse,
    deliver: refuse,
    deliveries: () => Promise.resolve(new Map()),
    flagDeliveries: () => Promise.resolve(new Map()),
    acknowledge: none,
    eraseApproved: async () => ok(await eraseRemoved(own.journal)),
    aside: () => Promise.resolve([]),
    saveFile: refuse,
    openFile: refuse,
    directory: none,
    invite: refuse,
    revoke: refuse,
    noteLeft: refuse,
    leftAt: refuse,
    handOverDrafts: refuse,
    decideSound: refuse,
    isFounder: () => Promise.resolve(false),
    renewRecovery: refuse,
    syncNow: () => undefined,
    line: () => ({ reachable: null, lastContact: null, problem: null, forgedJoins: 0 }),
    status: () => ({ breaker: 'closed', cause: null, restored: 0, persisted: false, damaged: 0 }),
    passkeySalt: () => Promise.resolve(''),
    setPasskey: refuse,
    changePassphrase: refuse,
    hasPasskey: () => Promise.resolve(false),
    subscribe: (listener) => own.journal.subscribe(listener),
    lock: () => undefined,
    isLocked: () => false,
  };
}
