import type { Route } from '../../routes.ts';

/** A screen below "/training". */
export const toPart = (part: string): Route => ({ name: 'training', part, stream: null });

export const toTraining: Route = { name: 'training', part: null, stream: null };
export const toTrainer: Route = { name: 'trainer', part: null, stream: null };
