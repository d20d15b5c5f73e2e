import type { StreamId } from '../../base/ids.ts';
import {
  offerableFrom,
  waveStanding,
  type AskingRules,
  type Offerable,
  type WaveStanding,
} from './accounting.ts';
import type { ParticipantSummary } from './participant.ts';
import { comingWave, type Held } from './waves.ts';

/** Somebody in the register. */
export type Listed = ParticipantSummary & { readonly stream: StreamId };

/** Somebody in the register, with every talk that was held. */
export type Known = Omit<Listed, 'held'> & { readonly held: Held[] };

/** What the list shows of a person. */
export interface PersonRow {
  readonly stream: StreamId;
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  /** The wave they would be or are asked for. */
  readonly wave: number;
  readonly standing: WaveStanding;
  /** From when they can be asked, when time alone is missing. */
  readonly from: string | null;
  readonly late: boolean;
  readonly interviewed: boolean;
  readonly protectedData: boolean;
  /** What a search looks in. */
  readonly words: string;
}

export const FILTERS = [
  'now',
  'later',
  'asked',
  'accepted',
  'declined',
  'notReached',
  'notAsked',
  'mayNotAsk',
  'interviewed',
  'protectedData',
] as const;
export type Filter = (typeof FILTERS)[number];

const STANDING_OF: Partial<Record<Filter, WaveStanding>> = {
  now: 'notAskedYet',
  later: 'notEligible',
  asked: 'pending',
  accepted: 'accepted',
  declined: 'declined',
  notReached: 'notReached',
  notAsked: 'notAsked',
  mayNotAsk: 'mayNotAsk',
};

/** One row a person, in the order in which they come. */
export const rowsOf = (
  people: readonly Known[],
  rules: AskingRules,
  today: string,
): readonly PersonRow[] => people.map((person) => rowOf(person, rules, today));

function rowOf(person: Known, rules: AskingRules, today: string): PersonRow {
  const { stream, code, details } = person;
  const wave = comingWave(person.held);
  // Reckoned at most once: thousands of rows wait for it.
  let offerable: Offerable | undefined;
  const standing = waveStanding(person, wave, rules, today, () => {
    offerable = offerableFrom(person, wave, rules, today);
    return offerable.now;
  });
  return {
    stream,
    code,
    name: details.name,
    municipality: details.municipality,
    wave,
    standing,
    from: offerable?.from ?? null,
    late: offerable?.late ?? false,
    interviewed: person.held.length > 0,
    protectedData: details.protectedData,
    words: plain(`${code} ${details.name}`),
  };
}

/** Somebody of whom the row needs no more than this, until it is looked at. */
export interface Unread {
  readonly stream: StreamId;
  readonly code: string;
  /** Null when what is kept of them cannot be read here. */
  person(): Known | null;
}

/**
 * The same rows, each reckoned when it is first looked at and once: fifty of thousands are on the screen. One that cannot
 * be read stands there by its code, so that nobody disappears.
 */
export const rowsWhenAsked = (
  people: readonly Unread[],
  rules: AskingRules,
  today: string,
): readonly PersonRow[] => people.map((each) => new AskedRow(each, rules, today));

class AskedRow implements PersonRow {
  readonly stream: StreamId;
  readonly code: string;
  readonly #reckon: () => PersonRow;
  #row: PersonRow | undefined;

  constructor(unread: Unread, rules: AskingRules, today: string) {
    this.stream = unread.stream;
    this.code = unread.code;
    this.#reckon = () => {
      const person = unread.person();
      return person ? rowOf(person, rules, today) : unreadable(unread);
    };
  }

  get #known(): PersonRow {
    return (this.#row ??= this.#reckon());
  }
  get name(): string {
    return this.#known.name;
  }
  get municipality(): string {
    return this.#known.municipality;
  }
  get wave(): number {
    return this.#known.wave;
  }
  get standing(): WaveStanding {
    return this.#known.standing;
  }
  get from(): string | null {
    return this.#known.from;
  }
  get late(): boolean {
    return this.#known.late;
  }
  get interviewed(): boolean {
    return this.#known.interviewed;
  }
  get protectedData(): boolean {
    return this.#known.protectedData;
  }
  get words(): string {
    return this.#known.words;
  }
}

const unreadable = ({ stream, code }: Unread): PersonRow => ({
  stream,
  code,
  name: '',
  municipality: '',
  wave: 1,
  standing: 'notEligible',
  from: null,
  late: false,
  interviewed: false,
  protectedData: false,
  words: plain(code),
});

/** The rows that a search by code or name and a filter leave. */
export function foundIn(
  rows: readonly PersonRow[],
  { filter, text }: { readonly filter: Filter | null; readonly text: string },
): readonly PersonRow[] {
  const wanted = plain(text).split(/\s+/u).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter === null || fits(row, filter)) && wanted.every((word) => row.words.includes(word)),
  );
}

function fits(row: PersonRow, filter: Filter): boolean {
  if (filter === 'interviewed') return row.interviewed;
  if (filter === 'protectedData') return row.protectedData;
  return row.standing === STANDING_OF[filter];
}

/** By no language's rules: Swedish needs none here, and asking for them takes a hundred times as long. */
const plain = (text: string): string => text.trim().toLowerCase();

/**
 * The next code after the highest of those that end with a number: `K-017` after `K-016`.
 * @param people those who were removed too: an interview may lie under the code they had.
 */
export function nextCode(people: readonly Pick<Listed, 'code'>[]): string {
  let highest = { prefix: 'D-', number: 0, length: 3 };
  for (const { code } of people) {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/u.exec(code) ?? [];
    if (digits !== '' && Number(digits) > highest.number) {
      highest = { prefix, number: Number(digits), length: digits.length };
    }
  }
  return `${highest.prefix}${String(highest.number + 1).padStart(highest.length, '0')}`;
}
