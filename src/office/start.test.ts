import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor } from './headers.ts';
import { cardOf, send } from './invented.ts';
import { newFolder } from './invented-office.ts';
import { publicAddress, StartProblem, startOffice, type RunningOffice } from './start.ts';

const root = newFolder();
const dist = join(root, 'dist');
let office: RunningOffice;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'outside');
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Återblick</title>');
  for (const name of [
    'sw.js',
    'manifest.webmanifest',
    'assets/app-1a2b.js',
    'assets/worker-3c.js',
  ]) {
    writeFileSync(join(dist, name), '// built');
  }
  office = await startOffice({ data: join(root, 'data'), dist, bench: true });
});
afterAll(async () => {
  await office.close();
  rmSync(root, { recursive: true });
});

const get = (path: string) => send(office.url, 'GET', path);

describe('the app’s own files', () => {
  it.each([
    ['/', 'no-cache'],
    ['/index.html', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/assets/app-1a2b.js', 'public, max-age=31536000, immutable'],
    ['/interview/abc', 'no-cache'],
    ['/?bench=1', 'no-cache'],
  ])('%s is served with cache-control %s', async (path, caching) => {
    const reply = await get(path);
    expect([reply.status, reply.headers['cache-control']]).toEqual([200, caching]);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  it('any address without a file name is the app; a file that is not there is not', async () => {
    expect((await get('/interview/abc')).text).toContain('Återblick');
    const built = ['/assets/gone.js', '/assets/worker-x', '/assets/index-x', '/assets/a/b'];
    for (const path of [...built, '/favicon.ico', '/api/nothing', '/api']) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect((await send(office.url, 'POST', '/interview/abc')).status).toBe(404);
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt'])(
    'nothing outside the folder is served: %s',
    async (path) => {
      expect((await get(path)).text).not.toContain('outside');
    },
  );
});

describe('what the browser is told', () => {
  it('the page may run no inline script, no eval, no WebAssembly and nothing from elsewhere', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types app",
    );
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    const permissions = headers['permissions-policy'];
    expect(permissions).toContain('microphone=(self)');
    expect(permissions).toContain('geolocation=()');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('only the vault’s worker may compile WebAssembly', async () => {
    const { headers } = await get('/assets/worker-3c.js');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
    for (const other of ['/assets/worker-x', '/assets/worker-3c.html', '/assets/worker-a/b.js']) {
      const policy = headersFor(other, false)['content-security-policy'];
      expect(policy, other).not.toContain('wasm-unsafe-eval');
    }
  });

  it('answers of the office are never stored, refusals included', async () => {
    for (const path of ['/api/office', '/api/inbox', '/api/nothing', '/assets/gone.js']) {
      expect((await get(path)).headers['cache-control'], path).toBe('no-store');
    }
  });
});

describe('starting', () => {
  it('a public address must be https, except on this machine', () => {
    for (const good of ['https://kontoret.example', 'http://localhost:5173', 'http://127.0.0.1']) {
      expect(publicAddress(good)).toEqual({ ok: true, value: new URL(good).origin });
    }
    for (const bad of ['http://kontoret.example', 'kontoret.example', 'ftp://localhost', '']) {
      expect(publicAddress(bad)).toEqual({ ok: false, error: 'insecureUrl' });
    }
  });

  it('behind https, browsers are told to stay there', async () => {
    const data = newFolder();
    const secure = await startOffice({ data, publicUrl: 'https://kontoret.example/' });
    expect(secure.url).toBe('https://kontoret.example');
    await secure.close();
    rmSync(data, { recursive: true });
    expect(headersFor('/', true)['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });

  it('a folder serves one office at a time', async () => {
    const second = startOffice({ data: join(root, 'data') });
    await expect(second).rejects.toBeInstanceOf(StartProblem);
    expect((await cardOf(office.url)).bench).toBe(true);
  });

  it('only the server’s own user can look into the folder and read its key', () => {
    expect(statSync(join(root, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(join(root, 'data', 'office.key')).mode & 0o777).toBe(0o600);
  });
});

it('what is no request of ours is refused in one form', async () => {
  const claim = (options: Parameters<typeof send>[3]) =>
    send(office.url, 'POST', '/api/claim', options);
  const type = { 'content-type': 'text/plain' };
  const large = { secret: 'x'.repeat(300 * 1024) };
  const replies = await Promise.all([
    claim({ headers: type, body: {} }),
    claim({ headers: { 'content-type': 'application/json' }, bytes: Buffer.from('{"half') }),
    claim({ headers: { 'content-type': 'application/json' }, bytes: Buffer.from([0xff, 0xfe]) }),
    claim({ body: large }),
    claim({}),
  ]);
  expect(replies.map(({ status, json }) => [status, json])).toEqual(
    [400, 400, 400, 413, 400].map((status) => [
      status,
      { code: status === 413 ? 'tooLarge' : 'badRequest', now: expect.any(Number) },
    ]),
  );
});
