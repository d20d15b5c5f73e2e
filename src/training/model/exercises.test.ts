import { expect, it } from 'vitest';
import { GuideId } from '../../base/ids.ts';
import shipped from '../data/exercises.json' with { type: 'json' };
import {
  isModuleDone,
  ModuleNeeds,
  modulesDone,
  NOTHING_DONE,
  stepsOf,
  type Done,
} from './exercises.ts';

const needs = ModuleNeeds.parse(shipped);
const guide = { id: GuideId.parse('default-guide'), version: '1.0.0' };

const exercise = (module: string, name: string, right: number, of: number): Done => ({
  ...NOTHING_DONE,
  exercises: [{ module, exercise: name, right, of, at: 1 }],
});
const finished = (...cases: readonly (readonly [string, boolean])[]): Done => ({
  ...NOTHING_DONE,
  finished: cases.map(([name, allMet]) => ({
    case: name,
    caseVersion: 1,
    guide,
    reached: 3,
    of: 5,
    allMet,
    at: 1,
  })),
});

it('asks something of each of the eight modules', () => {
  expect(needs.modules.map(({ module }) => module)).toEqual([
    'm1',
    'm2',
    'm3',
    'm4',
    'm5',
    'm6',
    'm7',
    'm8',
  ]);
  expect(modulesDone(needs, NOTHING_DONE).size).toBe(0);
});

it('takes all eight right in the sorting, and eight of ten open questions', () => {
  expect(isModuleDone(needs, 'm2', exercise('m2', 'sort', 7, 8))).toBe(false);
  expect(isModuleDone(needs, 'm2', exercise('m2', 'sort', 8, 8))).toBe(true);
  expect(isModuleDone(needs, 'm3', exercise('m3', 'rewrite', 7, 10))).toBe(false);
  expect(isModuleDone(needs, 'm3', exercise('m3', 'rewrite', 8, 10))).toBe(true);
});

it('does not take another module’s exercise, nor more right than there were', () => {
  expect(isModuleDone(needs, 'm2', exercise('m3', 'sort', 8, 8))).toBe(false);
  expect(isModuleDone(needs, 'm2', exercise('m2', 'sort', 9, 8))).toBe(false);
});

it('takes three cases, the third with every checkpoint in one and the same run', () => {
  const two = finished(['case1', false], ['case2', false], ['case3', false], ['case3', false]);
  expect(isModuleDone(needs, 'm6', two)).toBe(false);
  expect(stepsOf(needs, 'm6', two).map(({ met }) => met)).toEqual([true, true, false]);
  const all = finished(['case1', false], ['case2', false], ['case3', false], ['case3', true]);
  expect(isModuleDone(needs, 'm6', all)).toBe(true);
});

it('takes a word of one’s own only for the way it was asked', () => {
  const confirmed = (how: 'colleague' | 'group'): Done => ({
    ...NOTHING_DONE,
    confirmed: [{ module: 'm1', how, note: 'MA, 2026-11-22', at: 1 }],
  });
  expect(isModuleDone(needs, 'm1', confirmed('group'))).toBe(false);
  expect(isModuleDone(needs, 'm1', confirmed('colleague'))).toBe(true);
});

it('never calls a module done that the data does not know', () => {
  expect(isModuleDone(needs, 'm99', NOTHING_DONE)).toBe(false);
});
