import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { receiptCovers, SignedReceipt } from '../parcel/model/consignment.ts';
import { ConsignmentAnswer, InboxPage } from '../sync/model/protocol.ts';
import { runCommand } from './commands.ts';
import {
  aParcel,
  cardOf,
  firstDirectory,
  invent,
  newSigner,
  nextDirectory,
  memberOf,
  send,
  signDirectory,
  type InventedParcel,
  type Reply,
  type SendOptions,
} from './invented.ts';
import { newFolder } from './invented-office.ts';

/* The server as a process of its own, killed with SIGKILL: it gets no chance to finish anything. */

const data = newFolder();
let server: ChildProcess | undefined;
let url = '';
let secret = '';

afterAll(async () => {
  await kill();
  rmSync(data, { recursive: true });
});

async function start(): Promise<void> {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Starts a dozen times: Node need not compile the same files each time.
    env: { ...process.env, NODE_COMPILE_CACHE: join(data, 'compiled') },
  });
  server = child;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // The secret comes after the address, and only while the office is unclaimed.
      if (/http:\/\/localhost:\d+\n\n/.test(said)) setTimeout(resolve, 20);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  secret = /([B-Z]{4}-){4}[B-Z]{4}/.exec(said)?.[0] ?? '';
}

async function kill(): Promise<void> {
  const child = server;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function killAndStart(): Promise<void> {
  await kill();
  await start();
}

const call = (method: string, path: string, options?: SendOptions): Promise<Reply> =>
  send(url, method, path, options);
const offer = async ({ signed }: InventedParcel) =>
  ConsignmentAnswer.parse((await call('POST', '/api/consignments', { body: signed })).json);
const put = ({ signed }: InventedParcel, hash: string, bytes: Uint8Array) =>
  call('PUT', `/api/consignments/${signed.consignment.parcel}/objects/${hash}`, { bytes });
const commit = ({ signed }: InventedParcel) =>
  call('POST', `/api/consignments/${signed.consignment.parcel}/commit`);

it('killed after each step of the protocol, or in the middle of the last, it keeps what it said', async () => {
  await start();
  const firstSecret = secret;
  await killAndStart();
  expect(secret).toMatch(/./);
  expect(secret).not.toBe(firstSecret);

  const root = newSigner();
  const supervisor = invent('Karin Holmgren', 'supervisor');
  const interviewer = invent('Samir Lindqvist', 'interviewer');
  const { office, officeKey } = await cardOf(url);
  const directory = firstDirectory(office, officeKey, root, [supervisor]);
  const claim = { secret, directory: await signDirectory(directory, root) };
  expect((await call('POST', '/api/claim', { body: claim })).status).toBe(200);
  await killAndStart();
  expect(secret).toBe('');
  expect((await call('POST', '/api/claim', { body: claim })).status).toBe(200);

  const members = [memberOf(supervisor), memberOf(interviewer)];
  const body = await signDirectory(nextDirectory(directory, { members }), root);
  const change = () => call('PUT', '/api/directory', { as: supervisor, body });
  const changed = await change();
  const parcel = await aParcel(office, interviewer, [supervisor], { sizes: [3000, 200_000] });
  const hashes = [...parcel.objects.keys()];
  expect(await offer(parcel)).toEqual({ state: 'missing', missing: hashes });
  await killAndStart();
  expect((await change()).text).toBe(changed.text);

  for (const [hash, bytes] of parcel.objects) {
    expect((await put(parcel, hash, bytes)).status).toBe(200);
    await killAndStart();
    const rest = hashes.slice(hashes.indexOf(hash) + 1);
    expect(await offer(parcel)).toEqual({ state: 'missing', missing: rest });
  }

  const receipt = await commit(parcel);
  await killAndStart();
  expect((await commit(parcel)).text).toBe(receipt.text);
  expect(receiptCovers(SignedReceipt.parse(receipt.json).receipt, parcel.signed.consignment)).toBe(
    true,
  );

  const sent = [parcel];
  for (const delay of [0, 4]) {
    const next = await aParcel(office, interviewer, [supervisor]);
    await offer(next);
    for (const [hash, bytes] of next.objects) await put(next, hash, bytes);
    const unsure = commit(next).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await killAndStart();
    const answered = await unsure;
    const again = await commit(next);
    expect(again.status).toBe(200);
    // Either the answer got out, and then it stands; or it did not, and then there is one now.
    expect([again.text, undefined]).toContain(answered?.text);
    sent.push(next);
  }

  const inbox = InboxPage.parse((await call('GET', '/api/inbox', { as: supervisor })).json);
  expect(inbox.items.map((item) => item.consignment)).toEqual(sent.map((each) => each.signed));
  for (const { objects } of sent) {
    for (const [hash, bytes] of objects) {
      const got = await call('GET', `/api/objects/${hash}`, { as: supervisor });
      expect(Buffer.from(bytes).equals(got.bytes)).toBe(true);
    }
  }
  await kill();
  const log = await runCommand(['audit', 'verify', '--data', data], { now: () => 0 });
  expect(log.ok).toBe(true);
}, 120_000);
