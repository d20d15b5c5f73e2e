import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aParcel, anInvitation, invent, memberOf, type Person, type Reply } from './invented.ts';
import { ROUTES } from './access.ts';
import { inventedOffice, type InventedOffice } from './invented-office.ts';
import { hashText } from './keys.ts';

/*
 * Every route × everyone who may knock. "in" means that the door opened: the handler answered, if only to say
 * that the body is bad or the thing isn't there. Everything else is the refusal's code.
 */
const KNOCKERS = [
  'nobody',
  'bearer',
  'interviewer',
  'trainer',
  'supervisor',
  'operator',
  'researcher',
  'methodLead',
  'revoked',
  'left',
  'otherOffice',
] as const;
type Knocker = (typeof KNOCKERS)[number];
type Row = Readonly<Record<Knocker, string>>;

const open: Row = {
  nobody: 'in',
  bearer: 'in',
  interviewer: 'in',
  trainer: 'in',
  supervisor: 'in',
  operator: 'in',
  researcher: 'in',
  methodLead: 'in',
  revoked: 'in',
  left: 'in',
  otherOffice: 'in',
};
const members: Row = {
  nobody: 'badSignature',
  bearer: 'badSignature',
  interviewer: 'in',
  trainer: 'in',
  supervisor: 'in',
  operator: 'in',
  researcher: 'in',
  methodLead: 'in',
  revoked: 'notAllowed',
  left: 'notAllowed',
  otherOffice: 'notAllowed',
};
const supervisors: Row = {
  ...members,
  interviewer: 'notAllowed',
  trainer: 'notAllowed',
  operator: 'notAllowed',
  researcher: 'notAllowed',
  methodLead: 'notAllowed',
};
const token: Row = {
  nobody: 'wrongSecret',
  bearer: 'in',
  interviewer: 'wrongSecret',
  trainer: 'wrongSecret',
  supervisor: 'wrongSecret',
  operator: 'wrongSecret',
  researcher: 'wrongSecret',
  methodLead: 'wrongSecret',
  revoked: 'wrongSecret',
  left: 'wrongSecret',
  otherOffice: 'wrongSecret',
};

const EXPECTED: Readonly<Record<keyof typeof ROUTES, Row>> = {
  'GET /api/health': open,
  'GET /api/office': open,
  'POST /api/claim': open,
  'POST /api/claim/check': open,
  'GET /api/directory': members,
  'PUT /api/directory': supervisors,
  'POST /api/invitations': supervisors,
  'DELETE /api/invitations/:id': supervisors,
  'GET /api/invitations/:id': token,
  'POST /api/invitations/:id/join': token,
  'GET /api/joins': supervisors,
  // Admission is by the consignment's own signature, below; the request itself proves nothing.
  'POST /api/consignments': open,
  'PUT /api/consignments/:parcel/objects/:hash': open,
  'POST /api/consignments/:parcel/commit': open,
  'POST /api/erasures': members,
  'GET /api/inbox': members,
  'GET /api/objects/:hash': members,
  'GET /api/left/:device': supervisors,
  'GET /api/left/:device/objects/:hash': supervisors,
};

let office: InventedOffice;
let people: Readonly<Record<Exclude<Knocker, 'nobody' | 'bearer'> | 'researcher', Person>>;
const { invitation, token: bearer } = anInvitation();

beforeAll(async () => {
  office = await inventedOffice();
  const revoked = invent('Per Strand', 'supervisor');
  const left = invent('Ulla Dahl', 'supervisor');
  const { supervisor, interviewer, trainer } = office;
  const researcher = invent('Ines Lund', 'researcher');
  const operator = invent('Otto Berg', 'operator');
  const methodLead = invent('Mona Falk', 'methodLead');
  people = {
    interviewer,
    trainer,
    supervisor,
    researcher,
    operator,
    methodLead,
    revoked,
    left,
    otherOffice: invent('Bo Sand', 'supervisor'),
  };
  const devices = memberOf(revoked).devices.map((device) => ({ ...device, revokedAt: 1 }));
  await office.change({
    members: [
      ...office.directory().members,
      { ...memberOf(revoked), devices },
      { ...memberOf(left), leftAt: 1 },
      memberOf(researcher),
      memberOf(operator),
      memberOf(methodLead),
    ],
  });
  const tokenHash = hashText(bearer);
  const expires = Date.now() + 86_400_000;
  const body = { invitation, tokenHash, role: 'interviewer', expires };
  await office.send('POST', '/api/invitations', { as: supervisor, body });
});
afterAll(() => office.close());

const codeOf = ({ status, json }: Reply): string =>
  status >= 400 && typeof json === 'object' && json && 'code' in json ? String(json.code) : 'in';

const knock = (route: string, who: Knocker): Promise<Reply> => {
  const [method = '', pattern = ''] = route.split(' ');
  // The supervisor must not withdraw the invitation that the bearer is still to use.
  const id = method === 'DELETE' ? 'e'.repeat(32) : invitation;
  const path = pattern
    .replace(':id', id)
    .replace(':parcel', 'a'.repeat(32))
    .replace(':device', 'c'.repeat(32))
    .replace(':hash', 'b'.repeat(64));
  const body = method === 'GET' ? {} : { body: { nothing: 'that fits' } };
  if (who === 'nobody') return office.send(method, path, body);
  if (who === 'bearer') return office.send(method, path, { ...body, bearer });
  return office.send(method, path, { ...body, as: people[who] });
};

describe.each(KNOCKERS)('%s', (who) => {
  // Who knocks too often is told so; each starts anew.
  beforeAll(async () => {
    await office.stop();
    await office.restart();
  });

  it('opens exactly the doors that are theirs', async () => {
    const opened: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const [route, row] of Object.entries(EXPECTED)) {
      const code = codeOf(await knock(route, who));
      opened[route] = ['badRequest', 'notFound', 'alreadyClaimed'].includes(code) ? 'in' : code;
      wanted[route] = row[who];
    }
    expect(opened).toEqual(wanted);
  });
});

it.each(['researcher', 'operator', 'revoked', 'left', 'otherOffice'] as const)(
  'a consignment signed by someone %s is not admitted',
  async (who) => {
    const parcel = await aParcel(office.id, people[who], [office.supervisor]);
    const reply = await office.send('POST', '/api/consignments', { body: parcel.signed });
    expect(codeOf(reply)).toBe('notAllowed');
  },
);

it.each(['researcher', 'operator'] as const)('nothing is taken in for a %s', async (who) => {
  const parcel = await aParcel(office.id, office.interviewer, [office.supervisor, people[who]]);
  const reply = await office.send('POST', '/api/consignments', { body: parcel.signed });
  expect(codeOf(reply)).toBe('notAllowed');
});

it('every row of the table has its door, and no other method or path under /api has one', async () => {
  for (const route of Object.keys(ROUTES)) {
    const reply = await knock(route, 'nobody');
    expect(codeOf(reply) === 'notFound' && !/:parcel|:id|:hash/.test(route), route).toBe(false);
  }
  const closed = ['POST /api/inbox', 'DELETE /api/directory', 'GET /api', 'GET /api/members'];
  for (const route of [...closed, 'PATCH /api/claim', 'HEAD /api/office', 'OPTIONS /api/inbox']) {
    expect((await knock(route, 'supervisor')).status, route).toBe(404);
  }
});
