import type { ComponentType } from 'react';
import type { ExerciseProps } from './exercise-props.ts';

/** The exercises by the names that data/exercises.json has for them, each loaded when its module is opened. */
export const EXERCISES: Readonly<Record<string, () => Promise<ComponentType<ExerciseProps>>>> = {
  sort: async () => (await import('./SortExercise.tsx')).SortExercise,
  rewrite: async () => (await import('./RewriteExercise.tsx')).RewriteExercise,
  motives: async () => (await import('./MotiveExercise.tsx')).MotiveExercise,
  plan: async () => (await import('./PlanExercise.tsx')).PlanExercise,
  codes: async () => (await import('./CodeExercise.tsx')).CodeExercise,
  names: async () => (await import('./NameExercise.tsx')).NameExercise,
  test: async () => (await import('./SmallTestExercise.tsx')).SmallTestExercise,
};
