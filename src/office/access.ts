import { Role } from '../sync/model/directory.ts';

/*
 * Who may knock at which door: the whole of it. A route that isn't here can't be registered, and one that is
 * refuses everyone its row doesn't name. What a row can't say (which parcel, which mailbox) the handler adds.
 */
const EVERY_MEMBER = Role.options;
const SUPERVISORS = ['supervisor'] as const;

/**
 * - anyone: no proof asked.
 * - bearer: whoever holds the token of the invitation in the path.
 * - consignment: the signature on the consignment itself, or a parcel that was admitted on one.
 * - roles: a request signed by the device of an active member with that role.
 */
export type May = 'anyone' | 'bearer' | 'consignment' | readonly Role[];

/** Tries a minute and address: guessing is slow, talking is not, and carrying is bounded by what was signed. */
export const RATES = { guessing: 10, talking: 600, carrying: 60_000 } as const;

export interface Rule {
  readonly may: May;
  readonly rate: keyof typeof RATES;
  /** Largest JSON body in bytes; sealed objects are bounded by their own consignment. */
  readonly body: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const ROUTES = {
  'GET /api/health': { may: 'anyone', rate: 'talking', body: 0 },
  'GET /api/office': { may: 'anyone', rate: 'talking', body: 0 },
  'POST /api/claim': { may: 'anyone', rate: 'guessing', body: 256 * KIB },
  'POST /api/claim/check': { may: 'anyone', rate: 'guessing', body: KIB },
  'GET /api/directory': { may: EVERY_MEMBER, rate: 'talking', body: 0 },
  'PUT /api/directory': { may: SUPERVISORS, rate: 'talking', body: 4 * MIB },
  'POST /api/invitations': { may: SUPERVISORS, rate: 'talking', body: 4 * KIB },
  'DELETE /api/invitations/:id': { may: SUPERVISORS, rate: 'talking', body: 0 },
  'GET /api/invitations/:id': { may: 'bearer', rate: 'talking', body: 0 },
  'POST /api/invitations/:id/join': { may: 'bearer', rate: 'guessing', body: 16 * KIB },
  'GET /api/joins': { may: SUPERVISORS, rate: 'talking', body: 0 },
  'POST /api/consignments': { may: 'consignment', rate: 'talking', body: 256 * KIB },
  'PUT /api/consignments/:parcel/objects/:hash': { may: 'consignment', rate: 'carrying', body: 0 },
  'POST /api/consignments/:parcel/commit': { may: 'consignment', rate: 'talking', body: 0 },
  'POST /api/erasures': { may: EVERY_MEMBER, rate: 'talking', body: 64 * KIB },
  'GET /api/inbox': { may: EVERY_MEMBER, rate: 'talking', body: 0 },
  'GET /api/objects/:hash': { may: EVERY_MEMBER, rate: 'carrying', body: 0 },
  'GET /api/left/:device': { may: SUPERVISORS, rate: 'talking', body: 0 },
  'GET /api/left/:device/objects/:hash': { may: SUPERVISORS, rate: 'carrying', body: 0 },
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`, Rule>;

export type RouteName = keyof typeof ROUTES;
type Named<M> = {
  [R in RouteName]: (typeof ROUTES)[R]['may'] extends M ? R : never;
}[RouteName];
export type OpenRoute = Named<'anyone' | 'consignment'>;
export type BearerRoute = Named<'bearer'>;
export type MemberRoute = Named<readonly Role[]>;
