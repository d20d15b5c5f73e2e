import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sha256 } from '../../base/ids.ts';
import {
  InvitationCard,
  PendingJoins,
  type JoinRequest,
  type NewInvitation,
} from '../../sync/model/protocol.ts';
import {
  anInvitation,
  invent,
  memberOf,
  nextDirectory,
  RECIPIENTS,
  signDirectory,
  type Person,
} from '../invented.ts';
import { inventedOffice, outcome, type InventedOffice } from '../invented-office.ts';
import { hashText } from '../keys.ts';

describe('joining', () => {
  let office: InventedOffice;
  let now = 1_900_000_000_000;
  beforeAll(async () => {
    office = await inventedOffice({ clock: { now: () => now } });
  });
  afterAll(() => office.close());

  const sendAs = (as: Person, method: string, path: string, body?: unknown) =>
    office.send(method, path, { as, ...(body === undefined ? {} : { body }) });
  const invite = async (expires = now + 86_400_000) => {
    const { invitation, token } = anInvitation();
    const tokenHash = hashText(token);
    const body: NewInvitation = { invitation, tokenHash, role: 'interviewer', expires };
    const reply = await sendAs(office.supervisor, 'POST', '/api/invitations', body);
    expect(reply.status).toBe(201);
    return { invitation, token, body };
  };
  const request = (invitation: NewInvitation['invitation'], person: Person): JoinRequest => ({
    proposal: {
      invitation,
      member: person.member,
      name: person.name,
      role: person.role,
      device: person.device,
      key: person.signer.key,
      recipients: RECIPIENTS,
      at: now,
    },
    mac: Sha256.parse(randomBytes(32).toString('hex')),
  });
  const look = (invitation: string, bearer: string) =>
    office.send('GET', `/api/invitations/${invitation}`, { bearer });
  const join = (invitation: string, bearer: string, body: unknown) =>
    office.send('POST', `/api/invitations/${invitation}/join`, { bearer, body });
  const pending = async () =>
    PendingJoins.parse((await sendAs(office.supervisor, 'GET', '/api/joins')).json).joins;

  it('goes from open over asked to joined', async () => {
    const { invitation, token, body } = await invite();
    const same = await sendAs(office.supervisor, 'POST', '/api/invitations', body);
    expect(same.status).toBe(201);
    expect(InvitationCard.parse((await look(invitation, token)).json)).toMatchObject({
      state: 'open',
      role: 'interviewer',
      directory: { directory: { root: office.root.key } },
    });

    const person = invent('Liv Berg', 'interviewer');
    const asked = request(invitation, person);
    const first = await join(invitation, token, asked);
    expect(InvitationCard.parse(first.json)).toMatchObject({
      state: 'asked',
      directory: { directory: { root: office.root.key } },
    });
    expect((await join(invitation, token, asked)).text).toBe(first.text);
    expect(await pending()).toEqual([asked]);

    const other = request(invitation, invent('Någon Annan', 'interviewer'));
    expect(outcome(await join(invitation, token, other))).toEqual([409, 'invitationUsed']);

    const { members } = office.directory();
    const next = nextDirectory(office.directory(), { members: [...members, memberOf(person)] });
    const signed = await signDirectory(next, office.root);
    const put = await sendAs(office.supervisor, 'PUT', '/api/directory', signed);
    expect(put.status).toBe(200);
    expect(InvitationCard.parse((await look(invitation, token)).json)).toMatchObject({
      state: 'joined',
      directory: null,
    });
    expect(await pending()).toEqual([]);
    expect((await sendAs(person, 'GET', '/api/inbox')).status).toBe(200);
  });

  it('needs the token; a wrong one and an unknown invitation sound alike', async () => {
    const { invitation, token } = await invite();
    const wrong = await look(invitation, 'x'.repeat(43));
    const unknown = await look('f'.repeat(32), token);
    expect(outcome(wrong)).toEqual([401, 'wrongSecret']);
    expect(unknown.text).toBe(wrong.text);
    expect(outcome(await look('no-id-at-all', token))).toEqual([401, 'wrongSecret']);
  });

  it('with another role or for another invitation than the one held is refused', async () => {
    const { invitation, token } = await invite();
    const higher = request(invitation, invent('Liv Berg', 'supervisor'));
    expect(outcome(await join(invitation, token, higher))).toEqual([400, 'badRequest']);
    const elsewhere = request(anInvitation().invitation, invent('Liv Berg', 'interviewer'));
    expect(outcome(await join(invitation, token, elsewhere))).toEqual([400, 'badRequest']);
  });

  it('is over when the time is, but not for someone who asked in time', async () => {
    const late = await invite(now + 1000);
    const asked = await invite(now + 1000);
    const body = request(asked.invitation, invent('Liv Berg', 'interviewer'));
    await join(asked.invitation, asked.token, body);
    now += 2000;
    expect(outcome(await look(late.invitation, late.token))).toEqual([410, 'invitationOver']);
    const tooLate = request(late.invitation, invent('Liv Berg', 'interviewer'));
    expect(outcome(await join(late.invitation, late.token, tooLate))).toEqual([
      410,
      'invitationOver',
    ]);
    // They are still waited for, but the link alone tells no names any more.
    expect(InvitationCard.parse((await look(asked.invitation, asked.token)).json)).toMatchObject({
      state: 'asked',
      directory: null,
    });
  });

  it('is over when the invitation is withdrawn, and nobody waits any more', async () => {
    const { invitation, token } = await invite();
    const asked = request(invitation, invent('Liv Berg', 'interviewer'));
    await join(invitation, token, asked);
    expect(await pending()).toContainEqual(asked);
    for (let twice = 0; twice < 2; twice += 1) {
      const path = `/api/invitations/${invitation}`;
      expect((await sendAs(office.supervisor, 'DELETE', path)).status).toBe(200);
    }
    expect(outcome(await look(invitation, token))).toEqual([410, 'invitationOver']);
    expect(await pending()).not.toContainEqual(asked);
  });

  it('an id that is taken by another invitation is a conflict', async () => {
    const { body } = await invite();
    const other = { ...body, tokenHash: hashText('another token') };
    const reply = await sendAs(office.supervisor, 'POST', '/api/invitations', other);
    expect(outcome(reply)).toEqual([409, 'conflict']);
  });
});
