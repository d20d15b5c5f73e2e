import { describe, expect, it } from 'vitest';
import { sha256, toBase64Url, utf8 } from '../../base/bytes.ts';
import { newId, systemRandom } from '../../base/deps.ts';
import { InvitationId, OfficeId, SignKey } from '../../base/ids.ts';
import { invitationLink, readInvitation, type Invitation } from './invitation.ts';

const invitation: Invitation = {
  o: newId(OfficeId, systemRandom),
  r: SignKey.parse('ab'.repeat(32)),
  v: 3,
  h: sha256('directory'),
  i: newId(InvitationId, systemRandom),
  s: toBase64Url(systemRandom.bytes(32)),
  n: 'Östersjöbyns socialtjänst',
  p: 'Åsa Öberg',
  role: 'interviewer',
};
const link = invitationLink('https://aterblick.example', invitation);

describe('an invitation link', () => {
  it('keeps everything behind the #, where a browser sends nothing', () => {
    expect(new URL(link).pathname + new URL(link).search).toBe('/');
  });

  it.each([
    ['as it is', link],
    ['with white space around it', ` ${link}\n`],
    ['as a fragment', link.slice(link.indexOf('#'))],
    ['as the code alone', link.slice(link.indexOf('=') + 1)],
  ])('is read %s', (_how, text) => {
    expect(readInvitation(text)).toEqual({ ok: true, value: invitation });
  });

  it.each([
    ['nothing', ''],
    ['another page', 'https://example.org/'],
    ['a link that was cut', link.slice(0, -9)],
    ['no base64url', `${link}å`],
    ['no JSON', `#join=${toBase64Url(utf8('hello'))}`],
    ['another secret than 32 bytes', invitationLink('', { ...invitation, s: 'short' })],
    ['something huge', `#join=${'A'.repeat(100_000)}`],
  ])('is refused when it is %s', (_what, text) => {
    expect(readInvitation(text)).toEqual({ ok: false, error: { type: 'linkBroken' } });
  });
});
