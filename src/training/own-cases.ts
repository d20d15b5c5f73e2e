import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Draft, Journal, StoreProblem } from '../journal/model/port.ts';
import { formOf } from './model/case-edited.ts';
import {
  CaseForm,
  TypedAbout,
  TypedAnswer,
  type TypedCheckpoint,
  type TypedReply,
} from './model/case-form.ts';
import { makeCase, type CasePlace, type Lack } from './model/case-made.ts';
import { CaseId, PracticeCase } from './model/case.ts';
import { CaseSummary, foldCase, type CaseFact, type OwnCase } from './model/own-case.ts';

/*
 * Cases that the office's own trainers write. What is being written is a draft and leaves this computer with nobody;
 * what is published goes to everyone as a `case` parcel.
 */

/** A case of the office as a trainer has it open. */
export interface OpenCase {
  readonly own: OwnCase;
  readonly form: CaseForm;
  /** Something was written that is not published. */
  readonly isChanged: boolean;
}

/** One line of the trainer's list. */
export interface ListedCase {
  readonly stream: StreamId;
  readonly alias: string;
  readonly published: number | null;
  /** It was published some time, and others have it. */
  readonly isOut: boolean;
  readonly isChanged: boolean;
}

/** A draft of one part of a case, by the place it belongs to. */
export type CasePart =
  | { readonly place: 'about'; readonly value: TypedAbout }
  | { readonly place: 'checkpoints'; readonly value: readonly TypedCheckpoint[] }
  | { readonly place: 'voice'; readonly value: Readonly<Record<string, readonly TypedReply[]>> }
  | { readonly place: `answers/${string}`; readonly value: TypedAnswer };

/** Begins a case; nobody else sees it before it is published. */
export async function beginCase(
  journal: Pick<Journal, 'append'>,
  form: CaseForm,
  by: MemberId,
  random: Random,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, random);
  const written: CaseFact = { type: 'CaseWritten', version: 1, data: { case: form } };
  const summary: CaseSummary = { by, published: null, isOut: false };
  const kept = await journal.append(stream, 'case', [written], summary);
  return kept.ok ? ok(stream) : kept;
}

/** The case as it stands with all that is typed; undefined when it is not here or of a later version of the app. */
export async function openCase(
  journal: Pick<Journal, 'open'>,
  stream: StreamId,
): Promise<OpenCase | undefined> {
  const opened = await journal.open(stream);
  const own = opened?.kind === 'case' ? foldCase(opened.events) : undefined;
  const settled = own && settledForm(own.draft);
  if (!opened || !own || !settled) return undefined;
  const form = opened.drafts.reduce(withDraft, settled);
  const settledOnly = own.published ? own.draft !== own.published.case : own.version === 0;
  return { own, form, isChanged: settledOnly || opened.drafts.length > 0 };
}

/** Keeps one part as it is typed. */
export const draftCase = (
  journal: Pick<Journal, 'draft'>,
  stream: StreamId,
  { place, value }: CasePart,
): ReturnType<Journal['draft']> => journal.draft(stream, 'case', place, value);

export type PublishProblem =
  | StoreProblem
  | { readonly type: 'noSuchCase' }
  | { readonly type: 'incomplete'; readonly lacks: readonly Lack[] };

/** Publishes the form as it is seen, as one version more; to be delivered as `case`. */
export async function publishCase(
  journal: Pick<Journal, 'append' | 'open'>,
  stream: StreamId,
  form: CaseForm,
): Promise<Result<PracticeCase, PublishProblem>> {
  const opened = await journal.open(stream);
  const own = foldCase(opened?.events ?? []);
  if (!opened || !own) return err({ type: 'noSuchCase' });
  const version = own.version + 1;
  const made = makeCase(form, { id: CaseId.parse(stream), version });
  if (!made.ok) return err({ type: 'incomplete', lacks: made.error });
  const facts: readonly CaseFact[] = [
    { type: 'CaseWritten', version: 1, data: { case: made.value } },
    { type: 'CasePublished', version: 1, data: { version } },
  ];
  const summary: CaseSummary = { by: own.by, published: version, isOut: true };
  const drafts = opened.drafts.map(({ key }) => key);
  const kept = await journal.append(stream, 'case', facts, summary, drafts);
  return kept.ok ? ok(made.value) : kept;
}

/** Takes a published case out of everybody's list; what was practised with it stays. To be delivered as `case`. */
export async function withdrawCase(
  journal: Pick<Journal, 'append' | 'open'>,
  stream: StreamId,
): Promise<Result<'withdrawn', StoreProblem | { readonly type: 'noSuchCase' }>> {
  const own = foldCase((await journal.open(stream))?.events ?? []);
  if (!own?.published) return err({ type: 'noSuchCase' });
  const fact: CaseFact = { type: 'CaseWithdrawn', version: 1, data: {} };
  const summary: CaseSummary = { by: own.by, published: null, isOut: true };
  const kept = await journal.append(stream, 'case', [fact], summary);
  return kept.ok ? ok('withdrawn') : kept;
}

/** Every case of the office that is here, newest change first. */
export async function listOwnCases(
  journal: Pick<Journal, 'list' | 'open'>,
): Promise<readonly ListedCase[]> {
  const all = await Promise.all(
    (await journal.list('case')).map(async ({ stream }) => {
      const opened = await openCase(journal, stream);
      if (!opened) return [];
      const { own, form, isChanged } = opened;
      return [
        {
          stream,
          alias: form.about.alias,
          published: own.published?.version ?? null,
          isOut: own.version > 0,
          isChanged,
        },
      ];
    }),
  );
  return all.flat();
}

/** The cases that this office's trainers have published, to stand in everybody's list beside the three of the guide. */
export async function publishedCases(
  journal: Pick<Journal, 'list' | 'open'>,
): Promise<readonly PracticeCase[]> {
  const summaries = await journal.list('case');
  const out = summaries.filter(({ data }) => {
    const summary = CaseSummary.safeParse(data).data;
    return summary === undefined || summary.published !== null;
  });
  const all = await Promise.all(
    out.map(async ({ stream }) => {
      const own = foldCase((await journal.open(stream))?.events ?? []);
      const made = PracticeCase.safeParse(own?.published?.case).data;
      // A case goes by its stream: none can pass itself off as another, or as one of the guide's own.
      return made && made.id === CaseId.parse(stream) ? [made] : [];
    }),
  );
  return all.flat().toSorted((a, b) => a.persona.alias.localeCompare(b.persona.alias, 'sv'));
}

/** How the practice screens name a case that a trainer tries before it is published. */
export const draftIdOf = (stream: StreamId): CaseId => CaseId.parse(`${stream}-draft`);

/** The cases as they stand in their forms, for a trainer to try; those that are complete enough to be played. */
export async function draftedCases(
  journal: Pick<Journal, 'list' | 'open'>,
): Promise<readonly PracticeCase[]> {
  const all = await Promise.all(
    (await journal.list('case')).map(async ({ stream }) => {
      const opened = await openCase(journal, stream);
      const version = (opened?.own.version ?? 0) + 1;
      const made = opened && makeCase(opened.form, { id: draftIdOf(stream), version });
      return made?.ok ? [made.value] : [];
    }),
  );
  return all.flat();
}

/** What was written last: a form on its way, or a whole case. */
function settledForm(written: unknown): CaseForm | undefined {
  const made = PracticeCase.safeParse(written).data;
  return made ? formOf(made) : CaseForm.safeParse(written).data;
}

function withDraft(form: CaseForm, { key, value }: Pick<Draft, 'key' | 'value'>): CaseForm {
  const place: CasePlace | undefined = placeIn(key);
  if (place === 'about') return { ...form, about: TypedAbout.safeParse(value).data ?? form.about };
  if (place === 'checkpoints' || place === 'voice') {
    return CaseForm.safeParse({ ...form, [place]: value }).data ?? form;
  }
  const answer = TypedAnswer.safeParse(value).data;
  if (!place || !answer) return form;
  return { ...form, answers: { ...form.answers, [place.slice('answers/'.length)]: answer } };
}

function placeIn(key: string): CasePlace | undefined {
  if (key === 'about' || key === 'checkpoints' || key === 'voice') return key;
  return key.startsWith('answers/') ? `answers/${key.slice('answers/'.length)}` : undefined;
}
