import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { TrackId } from '../../../src/base/ids.ts';
import { parseGuide } from '../../../src/guide/model/parse.ts';
import { routeOf } from '../../../src/guide/model/route.ts';

/*
 * A guide file of version 1: every kind of answer, of memo field and of text that a guide could have on the day the
 * format was settled. small.json was cut from the first guide, with every member a guide may have, and is
 * never made again: an office's own guides can't be either. A new format gets a folder of its own (guide-v2).
 */
const text = await readFile(new URL('small.json', import.meta.url), 'utf8');

it('a guide file of version 1 is read whole: nothing missing, nothing changed', () => {
  const written: unknown = JSON.parse(text);
  expect(parseGuide(text)).toEqual({ ok: true, value: written });
});

it('leads the way it led', () => {
  const guide = parseGuide(text);
  if (!guide.ok) throw new Error(guide.error.what);
  const full = routeOf(guide.value, TrackId.parse('full'));
  expect(full.order).toEqual(['s1q1', 's1q3', 's2q3', 's2q4', 's2q9']);
  expect(full.gate).toBe('s1q3');
  expect(routeOf(guide.value, TrackId.parse('brief')).order).toEqual(['s1q3', 's2q4']);
  const kinds = full.order.map((id) => full.find(id)?.question.answer.kind);
  expect(kinds).toEqual(['narrative', 'choice', 'scale', 'date', 'none']);
  const memo = guide.value.memoTemplate.fields.map((field) => field.answer.kind);
  expect(new Set(memo)).toEqual(new Set(['text', 'choice', 'list', 'scale']));
});
