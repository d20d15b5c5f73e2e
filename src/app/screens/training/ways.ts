import type { Route } from '../../routes.ts';

/** A screen below "/training". */
export const toPart = (part: string): Route => ({ name: 'training', part, stream: null });

/** The cases to practise with. */
export const toPractice: Route = { name: 'practice', case: null, play: false };
export const toTraining: Route = { name: 'training', part: null, stream: null };
export const toTrainer: Route = { name: 'trainer', part: null, stream: null };
