import { newId } from '../base/deps.ts';
import { DeviceId, MemberId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import type { Guide } from '../guide/model/guide.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { PracticeCase } from '../training/model/case.ts';
import type { KeptTalk } from '../training/model/kept-talk.ts';
import { keptJournal } from '../training/kept-journal.ts';
import { PracticeSession } from '../training/session.ts';
import { memoryDesk } from './memory-desk.ts';
import type { Desk } from './port.ts';
import { practiceDeps, practiceMe, type Practice } from './practice.ts';

/**
 * The practice of module 5: the talk lies in memory as every practice does, and all of it is sealed into the practice
 * vault before anything says that it is saved, so that it goes on after a restart. Handing it over is noted and goes
 * to nobody. There is no sound.
 * @returns undefined while the practice vault is locked, or not made.
 */
export async function openFieldPractice(input: {
  readonly field: NonNullable<Desk['field']>;
  readonly played: PracticeCase;
  readonly guide: Guide;
}): Promise<Practice | undefined> {
  const { field, played, guide } = input;
  const state = await field({ type: 'read' });
  if (!state.ok || state.value.type !== 'open') return undefined;
  const before = state.value.talk;
  const writer = before?.writer ?? {
    author: newId(MemberId, practiceDeps.random),
    device: newId(DeviceId, practiceDeps.random),
  };
  const inner = openMemoryJournal(writer, practiceDeps);
  for (const { stream, kind, summary, events, drafts } of before?.streams ?? []) {
    if (events.length > 0) await inner.take(stream, kind, events, summary);
    for (const { key, value } of drafts) await inner.draft(stream, kind, key, value);
  }
  let handedOver = before?.handedOver ?? null;
  let known: Pick<KeptTalk, 'stream' | 'interview'> | undefined = before;
  const { journal, keep } = keptJournal(inner, before?.streams ?? [], async (streams) => {
    // Before the run has a name there is nothing to come back to.
    if (!known) return true;
    const talk: KeptTalk = { writer, ...known, handedOver, streams };
    return (await field({ type: 'keep', talk })).ok;
  });
  const parts = { journal, guide, played };
  const session =
    (before && (await PracticeSession.resume({ ...parts, ...before }, practiceDeps))) ??
    (await PracticeSession.begin(
      { ...parts, by: 'tablet', interviewer: writer.author },
      practiceDeps,
    ));
  const { stream, interview } = session;
  known = { stream, interview };
  await keep();
  const me = practiceMe(writer.author, writer.device);
  const bare = memoryDesk({ me, journal }, guide, { type: 'onlyPractice' }, practiceDeps.random);
  const desk: Desk = {
    ...bare,
    deliver: async (kind, delivered) => {
      if (kind !== 'interview' || delivered !== interview) return err({ type: 'onlyPractice' });
      handedOver ??= practiceDeps.clock.now();
      return (await keep()) ? ok('packed') : err({ type: 'onlyPractice' });
    },
  };
  return { desk, session, close: () => session.rest() };
}
