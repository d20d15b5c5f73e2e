import { describe, expect, it } from 'vitest';
import { GUIDE } from '../fixture.ts';
import { dueTasks } from './aftercare.ts';

const DAY = 24 * 3_600_000;
const ended = Date.UTC(2026, 1, 28, 15);
const after: Parameters<typeof dueTasks>[0] = {
  endedAt: ended,
  promised: ['call', 'feedback'],
  flags: 0,
  status: 'writing',
};

describe('what is due after a talk', () => {
  it('is nothing while it goes on', () => {
    expect(dueTasks({ ...after, endedAt: null, promised: [] }, GUIDE, ended)).toEqual([]);
  });

  it('is the memo in a day, a call in three, and feedback within the year', () => {
    expect(dueTasks(after, GUIDE, ended)).toEqual([
      { task: 'memo', due: ended + DAY, late: false },
      { task: 'call', due: ended + 3 * DAY, late: false },
      { task: 'feedback', due: Date.UTC(2027, 1, 28, 15), late: false },
    ]);
  });

  it('is a call in two days when somebody had to be told', () => {
    const [, call] = dueTasks({ ...after, flags: 1 }, GUIDE, ended);
    expect(call).toMatchObject({ task: 'call', due: ended + 2 * DAY });
  });

  it('is late after its day, and no memo is due once it is completed', () => {
    const tasks = dueTasks({ ...after, status: 'completed' }, GUIDE, ended + 3 * DAY + 1);
    expect(tasks.map(({ task, late }) => [task, late])).toEqual([
      ['call', true],
      ['feedback', false],
    ]);
  });

  it('keeps to the last day of a month that is too short', () => {
    const onTheLast = Date.UTC(2028, 1, 29, 12);
    const [feedback] = dueTasks(
      { ...after, endedAt: onTheLast, promised: ['feedback'], status: 'completed' },
      GUIDE,
      onTheLast,
    );
    expect(feedback?.due).toBe(Date.UTC(2029, 1, 28, 12));
  });
});
