import { describe, expect, it } from 'vitest';
import { StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import { draftLanes } from './drafts.ts';

const stream = StreamId.parse('0123456789abcdef0123456789abcdef');

describe('the lane of a field', () => {
  it('goes on after a value that broke while it was written, and says so to who asked for it', async () => {
    const written: unknown[] = [];
    const lanes = draftLanes(0, async ({ value }) => {
      if (value === 'breaks') throw new Error('a bug');
      written.push(value);
      return ok('both');
    });
    const first = lanes.write(stream, 'field', 'breaks');
    const second = lanes.write(stream, 'field', 'typed meanwhile');
    await expect(first).rejects.toThrow('a bug');
    expect(await second).toEqual(ok('both'));
    await lanes.quiet(stream);
    expect(await lanes.write(stream, 'field', 'typed afterwards')).toEqual(ok('both'));
    expect(written).toEqual(['typed meanwhile', 'typed afterwards']);
  });

  it('is quiet after a value that broke: the stream can be opened', async () => {
    const lanes = draftLanes(0, () => Promise.reject(new Error('a bug')));
    const asked = lanes.write(stream, 'field', 'breaks');
    const quiet = lanes.quiet(stream);
    await expect(asked).rejects.toThrow('a bug');
    await quiet;
    expect(await lanes.settle(stream, 'field').quiet).toBe(true);
  });
});
