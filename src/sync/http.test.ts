import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { fromUtf8, hex, sha256, utf8 } from '../base/bytes.ts';
import { newId, systemRandom } from '../base/deps.ts';
import { InvitationId, OfficeId, ParcelId, Signature, SignKey } from '../base/ids.ts';
import { makeRoot } from '../parcel/keys.ts';
import { verifySignature } from '../parcel/verify.ts';
import { openHttp, openHttpOffice } from './http.ts';
import { contentDigest, readSignature, signatureBase } from './model/http-signature.ts';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

const office = newId(OfficeId, systemRandom);
const NOON = 1_800_000_000_000;
const running: ReturnType<typeof createServer>[] = [];

afterEach(stopAll);

async function stopAll(): Promise<void> {
  for (const server of running.splice(0)) {
    const closed = new Promise((resolve) => server.close(resolve));
    // Else it waits seconds for a connection that might be used once more.
    server.closeAllConnections();
    await closed;
  }
}

async function serve(
  answer: (response: ServerResponse, heard: Heard) => void,
): Promise<{ readonly baseUrl: string; readonly heard: Heard[] }> {
  const heard: Heard[] = [];
  const made = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: new Uint8Array(Buffer.concat(pieces)) };
      heard.push(one);
      answer(response, one);
    });
  });
  running.push(made);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { baseUrl: `http://127.0.0.1:${port}`, heard };
}

const say = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

const clock = { now: () => NOON };
const card = {
  office,
  officeKey: '0'.repeat(64),
  root: null,
  name: null,
  epoch: 1,
  now: NOON,
  bench: false,
};

describe('the office over HTTP', () => {
  it('answers with what the office said, parsed', async () => {
    const { baseUrl } = await serve((response) => say(response, 200, card));
    expect(await openHttp({ baseUrl, clock }).card()).toEqual({ ok: true, value: card });
  });

  it('says unreachable when nobody is there', async () => {
    const { baseUrl } = await serve(() => undefined);
    await stopAll();
    expect(await openHttp({ baseUrl, clock }).card()).toEqual({
      ok: false,
      error: { type: 'unreachable' },
    });
  });

  it('ends every request, a member’s too, when it is told to, and takes up the next line', async () => {
    const { baseUrl, heard } = await serve((response) => {
      if (heard.length > 2) say(response, 200, card);
    });
    const { signer } = await makeRoot(systemRandom);
    const http = openHttpOffice({ baseUrl, clock }, signer);
    const ending = new AbortController();
    http.open.until(ending.signal);
    const waiting = [http.open.card(), http.member(office).directory()];
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    ending.abort();
    const unreachable = { ok: false, error: { type: 'unreachable' } };
    expect(await Promise.all(waiting)).toEqual([unreachable, unreachable]);
    expect(await http.open.card()).toEqual(unreachable);
    expect(heard).toHaveLength(2);
    http.open.until(new AbortController().signal);
    expect((await http.open.card()).ok).toBe(true);
  });

  it('says unreachable when the line is cut in mid-answer', async () => {
    const { baseUrl } = await serve((response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"office"', () => response.destroy());
    });
    expect(await openHttp({ baseUrl, clock }).card()).toMatchObject({
      error: { type: 'unreachable' },
    });
  });

  it.each([
    ['a log-in page', 200, '<html>Log in</html>'],
    ['a proxy’s error', 502, 'Bad gateway'],
    ['another program', 200, { hello: true }],
    ['a code nobody knows', 400, { code: 'toString', now: NOON }],
  ])('does not take %s for the office', async (_what, status, body) => {
    const { baseUrl } = await serve((response) => say(response, status, body));
    expect(await openHttp({ baseUrl, clock }).card()).toEqual({
      ok: false,
      error: { type: 'strangeAnswer' },
    });
  });

  it('does not take a log-in page for a stored object', async () => {
    const { baseUrl } = await serve((response) => say(response, 200, '<html></html>'));
    const bytes = utf8('sealed');
    const put = openHttp({ baseUrl, clock }).putObject(
      newId(ParcelId, systemRandom),
      sha256(bytes),
      bytes,
    );
    expect(await put).toMatchObject({ error: { type: 'strangeAnswer' } });
  });

  it('passes on the office’s refusal', async () => {
    const { baseUrl } = await serve((response) =>
      say(response, 409, { code: 'conflict', now: NOON }),
    );
    expect(await openHttp({ baseUrl, clock }).commit(newId(ParcelId, systemRandom))).toEqual({
      ok: false,
      error: { type: 'api', code: 'conflict' },
    });
  });

  it('does not follow to another address', async () => {
    const { baseUrl, heard } = await serve((response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await openHttp({ baseUrl, clock }).card()).ok).toBe(false);
    expect(heard).toHaveLength(1);
  });

  it('signs a member’s requests so that method, path, query and content are bound', async () => {
    const { baseUrl, heard } = await serve((response) =>
      say(response, 200, { items: [], epoch: 1, more: false }),
    );
    const { signer } = await makeRoot(systemRandom);
    const member = openHttpOffice({ baseUrl, clock }, signer).member(office);
    expect((await member.inbox(7)).ok).toBe(true);
    const [request] = heard;
    expect(request?.url).toBe('/api/inbox?after=7');
    expect(request?.headers['content-digest']).toBe(contentDigest(new Uint8Array()));
    const read = readSignature(
      String(request?.headers['signature-input']),
      String(request?.headers['signature']),
    );
    expect(read?.created).toBe(NOON);
    const check = (query: string) =>
      verifySignature(
        SignKey.parse(read?.key),
        signatureBase(
          { method: 'GET', path: '/api/inbox', query, office, content: new Uint8Array() },
          signer.key,
          NOON,
        ),
        Signature.parse(hex(read?.signature ?? new Uint8Array())),
      );
    expect(await check('?after=7')).toBe(true);
    expect(await check('?after=8')).toBe(false);
  });

  it('learns the right time from the office, tries once more, and remembers', async () => {
    const right = NOON + 86_400_000;
    const { baseUrl, heard } = await serve((response, request) => {
      const input = String(request.headers['signature-input']);
      const isRight = input.includes(`created=${right / 1000}`);
      if (isRight) say(response, 200, { joins: [] });
      else say(response, 401, { code: 'wrongClock', now: right });
    });
    const { signer } = await makeRoot(systemRandom);
    const member = openHttpOffice({ baseUrl, clock }, signer).member(office);
    expect(await member.joins()).toEqual({ ok: true, value: { joins: [] } });
    expect(heard).toHaveLength(2);
    await member.joins();
    expect(heard).toHaveLength(3);
  });

  it('does not go round for ever with an office that never likes the time', async () => {
    const { baseUrl, heard } = await serve((response) =>
      say(response, 401, { code: 'wrongClock', now: NOON }),
    );
    const { signer } = await makeRoot(systemRandom);
    expect(await openHttpOffice({ baseUrl, clock }, signer).member(office).joins()).toEqual({
      ok: false,
      error: { type: 'api', code: 'wrongClock' },
    });
    expect(heard).toHaveLength(2);
  });

  it('keeps the token of an invitation out of the address', async () => {
    const { baseUrl, heard } = await serve((response) =>
      say(response, 410, { code: 'invitationOver', now: NOON }),
    );
    const invitation = newId(InvitationId, systemRandom);
    await openHttp({ baseUrl, clock }).invitation(invitation, 'a-token');
    expect(heard[0]?.url).toBe(`/api/invitations/${invitation}`);
    expect(heard[0]?.headers.authorization).toBe('Bearer a-token');
  });

  it('sends an object as the bytes it is', async () => {
    const { baseUrl, heard } = await serve((response) => say(response, 200, {}));
    const bytes = utf8('sealed åäö');
    const put = openHttp({ baseUrl, clock }).putObject(
      newId(ParcelId, systemRandom),
      sha256(bytes),
      bytes,
    );
    expect(await put).toEqual({ ok: true, value: 'stored' });
    expect(fromUtf8(heard[0]?.body ?? new Uint8Array())).toBe('sealed åäö');
    expect(heard[0]?.headers['content-type']).toBe('application/octet-stream');
  });
});
