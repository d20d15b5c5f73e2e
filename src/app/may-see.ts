import type { Role } from '../sync/model/directory.ts';
import type { Route } from './routes.ts';

/** Who sees which screen. What is not a role's own leads to the start page, and the data is not there either. */
const ALL = [
  'interviewer',
  'supervisor',
  'trainer',
  'methodLead',
  'researcher',
  'operator',
] as const satisfies readonly Role[];
const INTERVIEWING = ['interviewer', 'supervisor', 'trainer'] as const satisfies readonly Role[];
const SUPERVISING = ['supervisor'] as const satisfies readonly Role[];
/** A supervisor looks; what is written there is the trainer's. */
const TEACHING = ['trainer', 'supervisor'] as const satisfies readonly Role[];

export const MAY_SEE = {
  home: ALL,
  settings: ALL,
  new: INTERVIEWING,
  begin: INTERVIEWING,
  talk: INTERVIEWING,
  after: INTERVIEWING,
  transcript: INTERVIEWING,
  concern: INTERVIEWING,
  cards: INTERVIEWING,
  training: INTERVIEWING,
  practice: INTERVIEWING,
  trainer: TEACHING,
  inbox: SUPERVISING,
  reading: SUPERVISING,
  members: SUPERVISING,
  places: SUPERVISING,
  place: SUPERVISING,
} as const satisfies Record<Route['name'], readonly Role[]>;

export const maySee = (role: Role, name: Route['name']): boolean => {
  const roles: readonly Role[] = MAY_SEE[name];
  return roles.includes(role);
};
