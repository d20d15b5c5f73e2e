import type { Millis } from '../../base/ids.ts';
import type { ConsentItem, Guide } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { CircumstancesFact } from './circumstances.ts';
import { InterviewFact, type FactData } from './event.ts';
import { LaterConsentFact } from './later-consent.ts';

/** What was said about one item, when, and under which text. */
export type ItemConsent =
  | { readonly state: 'unasked' }
  | {
      readonly state: 'yes' | 'no' | 'withdrawn';
      readonly at: Millis;
      readonly textVersion: string;
      /** When a yes was asked about again and still held. */
      readonly again: readonly { readonly moment: Moment; readonly at: Millis }[];
    };
type SignedData = Extract<CircumstancesFact, { type: 'ConsentSigned' }>['data'];
type Moment = Extract<CircumstancesFact, { type: 'ConsentConfirmed' }>['data']['moment'];
export type Signature = SignedData & { readonly at: Millis };

export interface Consent {
  readonly items: ReadonlyMap<string, ItemConsent>;
  /** The last one of each who signed. */
  readonly signed: ReadonlyMap<SignedData['by'], Signature>;
  /** Consent that names no items it asked about spoke of all but sound. */
  readonly rest: (Pick<FactData<'ConsentGiven'>, 'textVersion'> & { readonly at: Millis }) | null;
}

const AUDIO = 'audio';

/**
 * What the person agrees to, item by item: a fold over one interview's own events and nothing else, so that a
 * follow-up wave, which is an interview of its own, begins with every item unasked and asks anew (domain.md section 3).
 */
export function foldConsent(events: readonly JournalEvent[]): Consent {
  const items = new Map<string, ItemConsent>();
  const signed = new Map<SignedData['by'], Signature>();
  const apart = new Set<string>();
  let rest: Consent['rest'] = null;
  for (const { type, version, body, at } of events) {
    const said = { type, version, data: body?.data };
    const fact =
      InterviewFact.safeParse(said).data ??
      CircumstancesFact.safeParse(said).data ??
      LaterConsentFact.safeParse(said).data;
    switch (fact?.type) {
      case 'ConsentGiven': {
        const { textVersion, yes, asked } = fact.data;
        // It speaks of all that was asked before as well: silence about an earlier yes is no yes. What is asked about
        // by itself is not on the screen of the gate.
        const before = [...items.keys()].filter((item) => !apart.has(item));
        for (const item of new Set([...before, ...(asked ?? []), ...yes])) {
          const state = yes.includes(item) ? 'yes' : 'no';
          items.set(item, { state, at, textVersion, again: [] });
        }
        rest = asked ? null : { textVersion, at };
        break;
      }
      case 'ConsentWithdrawn':
        for (const item of fact.data.items) {
          const before = items.get(item);
          const textVersion = before && before.state !== 'unasked' ? before.textVersion : '';
          items.set(item, { state: 'withdrawn', at, textVersion, again: [] });
        }
        break;
      case 'ConsentConfirmed': {
        const { moment } = fact.data;
        for (const item of fact.data.items) {
          const before = items.get(item);
          // Only a yes can be said again; what was withdrawn stays so until it is asked about and given anew.
          if (before?.state !== 'yes') continue;
          items.set(item, { ...before, again: [...before.again, { moment, at }] });
        }
        break;
      }
      case 'ConsentItemAnswered': {
        const { item, yes, textVersion } = fact.data;
        apart.add(item);
        items.set(item, { state: yes ? 'yes' : 'no', at, textVersion, again: [] });
        break;
      }
      case 'ConsentSigned':
        signed.set(fact.data.by, { ...fact.data, at });
        break;
    }
  }
  return { items, signed, rest };
}

export type ConsentRow = ConsentItem & { readonly said: ItemConsent };

/** Every item of the guide, and those that only this interview knows, each with what was said. */
export function consentRows(consent: Consent, guide: Guide | undefined): ConsentRow[] {
  const known = guide?.consent.items ?? [];
  const own = new Set(known.map(({ id }) => id));
  const others = [...consent.items.keys()]
    .filter((id) => !own.has(id))
    .map((id) => ({ id, required: false, label: { sv: id } }));
  return [...known, ...others].map((item) => ({ ...item, said: saidOf(consent, item) }));
}

function saidOf({ items, rest }: Consent, { id, ask }: ConsentItem): ItemConsent {
  const said = items.get(id);
  if (said) return said;
  return rest && id !== AUDIO && ask !== 'closing'
    ? { state: 'no', ...rest, again: [] }
    : { state: 'unasked' };
}

/** The items that are asked about at the end of the talk. */
export const closingItemsOf = (guide: Guide): ConsentItem[] =>
  guide.consent.items.filter(({ ask }) => ask === 'closing');

/** What was taken back and must be used no more; a supervisor sees these first. */
export const withdrawnRows = (rows: readonly ConsentRow[]): ConsentRow[] =>
  rows.filter(({ said }) => said.state === 'withdrawn');
