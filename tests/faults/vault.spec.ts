import { cp, mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import * as z from 'zod/mini';
import { ask, filesOf, killAll, killBrowser, launch, openPage } from './harness/browser.ts';
import { test } from './harness/house.ts';
import { serveHarness } from './harness/serve.ts';

/* The sealed vault in real Chromium: real OPFS, IndexedDB, Web Locks and WebCrypto, and real kills. */

const Opened = z.object({
  events: z.array(z.object({ body: z.object({ data: z.object({ text: z.string() }) }) })),
  drafts: z.array(z.object({ key: z.string(), value: z.string() })),
  faults: z.array(z.unknown()),
});
const Secrets = z.object({ raw: z.array(z.string()), text: z.array(z.string()) });
const CANARY = 'kanariefågel-7f3a9c';
/** Never part of the served script, which the browser caches in clear. */
const PASSPHRASE = 'granit lampa tallkotte söndag';
const TEXT = 'Det var alltid mörkt när jag kom hem. Ingen frågade, så jag'.padEnd(60, '.');
const newStream = (): string => randomBytes(16).toString('hex');

let harness: Awaited<ReturnType<typeof serveHarness>>;
let profile = '';

test.beforeAll(async () => {
  harness = await serveHarness();
});
test.afterAll(() => harness.close());
test.beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'vault-profile-'));
});
test.afterEach(async () => {
  await killAll(profile);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('keeps what every journal promises', async () => {
  const context = await launch(profile);
  const page = await openPage(context, harness.origin);
  const found = z
    .array(z.object({ name: z.string(), error: z.nullable(z.string()) }))
    .parse(await ask(page, 'contract', PASSPHRASE));
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter((each) => each.error !== null)).toEqual([]);
  await context.close();
});

test('browser killed 0 and 250 ms after the last key: what was flushed is there', async () => {
  let context = await launch(profile);
  let page = await openPage(context, harness.origin);
  const vault = String(await ask(page, 'create', PASSPHRASE));
  const stream = newStream();
  await ask(page, 'append', stream, 'ett');
  for (const [afterMs, field, atLeast] of [
    [0, 's1q1', 59],
    [250, 's1q2', 60],
  ] as const) {
    let flushed = 0;
    page.on('console', (message) => {
      const length = Number(message.text().replace('flushed ', ''));
      flushed = Math.max(flushed, length);
    });
    await page.evaluate(
      ([to = '', key = '', text = '']) => globalThis.type(to, key, text, 20),
      [stream, field, TEXT],
    );
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    expect(await killBrowser(context, profile)).toBeGreaterThan(2);

    context = await launch(profile);
    page = await openPage(context, harness.origin);
    const status = await ask(page, 'unlock', vault, PASSPHRASE);
    expect(status).toMatchObject({ breaker: 'closed', damaged: 0 });
    const opened = Opened.parse(await ask(page, 'read', stream));
    expect(opened.events.map((event) => event.body.data.text)).toEqual(['ett']);
    expect(opened.faults).toEqual([]);
    const text = opened.drafts.find((draft) => draft.key === field)?.value ?? '';
    expect(TEXT.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThanOrEqual(Math.max(flushed, atLeast));
  }
  await context.close();
});

test('a copied profile holds no word and no key', async () => {
  const context = await launch(profile);
  const page = await openPage(context, harness.origin);
  await ask(page, 'create', PASSPHRASE);
  const stream = newStream();
  await ask(page, 'append', stream, `${CANARY} ett`);
  await ask(page, 'draft', stream, CANARY, `${CANARY} utkast`);
  await ask(page, 'draft', stream, 's1q2', `${CANARY} två`);
  await ask(page, 'append', stream, `${CANARY} klart`, CANARY);
  await ask(page, 'record', CANARY, CANARY);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const { raw, text } = Secrets.parse(await ask(page, 'secrets'));
  expect(raw.length).toBeGreaterThan(4);
  await killBrowser(context, profile);
  const copy = await mkdtemp(path.join(tmpdir(), 'vault-copy-'));
  await cp(profile, copy, { recursive: true });

  const files = await filesOf(copy);
  const needles = [CANARY, PASSPHRASE, ...text].flatMap((word) => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ]);
  for (const key of raw) {
    const bytes = Buffer.from(key, 'hex');
    needles.push(bytes, Buffer.from(key), Buffer.from(bytes.toString('base64url').slice(0, 42)));
  }
  const hits = files.flatMap(({ name, bytes }) =>
    needles.filter((needle) => bytes.includes(needle)).map(() => path.relative(copy, name)),
  );
  expect(hits).toEqual([]);
  // The search itself works: the clear parts of the vault are found in the same files.
  const magic = files.filter(({ bytes }) => bytes.includes(Buffer.from('ATBRES1\n')));
  expect(magic.length).toBeGreaterThan(0);
  await rm(copy, { recursive: true });
});

for (const how of ['fails', 'hangs']) {
  test(`IndexedDB ${how}: the reserve goes on, and the next start restores`, async () => {
    let context = await launch(profile);
    let page = await openPage(context, harness.origin);
    const vault = String(await ask(page, 'create', PASSPHRASE));
    const stream = newStream();
    await ask(page, 'append', stream, 'ett');
    await ask(page, 'breakPuts', how);
    const second = { ok: true, value: { saved: 'reserve' } };
    expect(await ask(page, 'append', stream, 'två')).toMatchObject(second);
    expect(await ask(page, 'status')).toMatchObject({ breaker: 'open', damaged: 0 });
    expect(await ask(page, 'append', stream, 'tre')).toMatchObject(second);
    expect(await ask(page, 'draft', stream, 's1q1', 'fyr')).toEqual({ ok: true, value: 'reserve' });
    await killBrowser(context, profile);

    context = await launch(profile);
    page = await openPage(context, harness.origin);
    const status = z.object({
      breaker: z.literal('closed'),
      restored: z.number(),
      damaged: z.literal(0),
    });
    expect(
      status.parse(await ask(page, 'unlock', vault, PASSPHRASE)).restored,
    ).toBeGreaterThanOrEqual(4);
    const opened = Opened.parse(await ask(page, 'read', stream));
    expect(opened.events.map((event) => event.body.data.text)).toEqual(['ett', 'två', 'tre']);
    expect(opened.drafts).toMatchObject([{ key: 's1q1', value: 'fyr' }]);
    expect(opened.faults).toEqual([]);
    await context.close();
  });
}

test('two tabs: the second is told, and takes over when the first lets go', async () => {
  const context = await launch(profile);
  const first = await openPage(context, harness.origin);
  const vault = String(await ask(first, 'create', PASSPHRASE));
  const second = await openPage(context, harness.origin);
  expect(await ask(second, 'cards')).toMatchObject([{ vault, label: 'AB' }]);
  expect(await ask(second, 'unlock', vault, PASSPHRASE)).toEqual({ type: 'openElsewhere' });
  const [, status] = await Promise.all([
    ask(first, 'close'),
    (async () => {
      for (;;) {
        const answer = await ask(second, 'unlock', vault, PASSPHRASE);
        if (!z.object({ type: z.literal('openElsewhere') }).safeParse(answer).success)
          return answer;
      }
    })(),
  ]);
  expect(status).toMatchObject({ breaker: 'closed', damaged: 0 });
  await context.close();
});
