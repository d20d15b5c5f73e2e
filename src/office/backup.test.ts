import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsignmentAnswer, InboxPage } from '../sync/model/protocol.ts';
import { runCommand } from './commands.ts';
import { aParcel, cardOf, type InventedParcel } from './invented.ts';
import { inventedOffice, newFolder, receiptIn, type InventedOffice } from './invented-office.ts';

const clock = { now: () => 1_900_000_000_000 };
const root = newFolder();
const backup = join(root, 'backup');
let office: InventedOffice;
let kept: InventedParcel;
let lost: InventedParcel;

const parcel = () => aParcel(office.id, office.interviewer, [office.supervisor]);
const command = (...args: string[]) => runCommand(args, clock);
const inbox = async (after = 0) =>
  InboxPage.parse(
    (await office.send('GET', `/api/inbox?after=${after}`, { as: office.supervisor })).json,
  );

beforeAll(async () => {
  office = await inventedOffice();
  kept = await parcel();
  await office.deliver(kept);
});
afterAll(async () => {
  await office.close();
  rmSync(root, { recursive: true });
});

describe('backing up and restoring, in this order', () => {
  it('a backup is made while the office runs, into an empty folder only', async () => {
    expect(await command('backup', backup, '--data', office.data)).toMatchObject({ ok: true });
    expect(await command('backup', backup, '--data', office.data)).toMatchObject({ ok: false });
    expect(await command('backup', join(root, 'x'), '--data', join(root, 'none'))).toMatchObject({
      ok: false,
    });
    expect(statSync(join(backup, 'office.key')).mode & 0o777).toBe(0o600);
    lost = await parcel();
    await office.deliver(lost);
    await office.stop();
  });

  it('an office is never restored over another', async () => {
    const done = await command('restore', backup, '--data', office.data);
    expect(done.ok).toBe(false);
    expect(done.text).toContain('move that folder aside');
  });

  it('a damaged backup is refused and nothing is put in place', async () => {
    const { manifest } = kept.signed.consignment;
    const file = join(backup, 'objects', manifest.slice(0, 2), manifest);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.toReversed());
    const data = join(root, 'damaged');
    const done = await command('restore', backup, '--data', data);
    expect(done.ok).toBe(false);
    expect(done.text).toContain(manifest);
    expect(readdirSync(data)).not.toContain('office.db');
    writeFileSync(file, bytes);
    expect(await command('restore', root, '--data', data)).toMatchObject({ ok: false });
  });

  it('the restored office has what the backup had, its own key and the next epoch', async () => {
    const { officeKey } = office.directory();
    rmSync(office.data, { recursive: true });
    expect(await command('restore', backup, '--data', office.data)).toMatchObject({ ok: true });
    await office.restart();
    expect(await cardOf(office.url())).toMatchObject({
      office: office.id,
      officeKey,
      epoch: 2,
      root: office.root.key,
    });
    const page = await inbox();
    expect(page.epoch).toBe(2);
    expect(page.items.map((item) => item.consignment)).toEqual([kept.signed]);
    const { manifest } = kept.signed.consignment;
    const got = await office.send('GET', `/api/objects/${manifest}`, { as: office.supervisor });
    expect(Buffer.from(kept.objects.get(manifest) ?? []).equals(got.bytes)).toBe(true);
    expect((await command('audit', 'verify', '--data', office.data)).ok).toBe(true);
  });

  it('what the backup lacked is offered again and lies behind every cursor from before', async () => {
    const offered = await office.send('POST', '/api/consignments', { body: lost.signed });
    const answer = ConsignmentAnswer.parse(offered.json);
    expect(answer).toEqual({ state: 'missing', missing: [...lost.objects.keys()] });
    const { receipt } = receiptIn(await office.deliver(lost));
    expect(receipt.epoch).toBe(2);
    // Before the restore the supervisor had read up to cursor 2.
    const page = await inbox(2);
    expect(page.items.map((item) => item.consignment)).toEqual([lost.signed]);
  });

  it('what the backup had is receipted anew, without being sent or delivered again', async () => {
    const offered = await office.send('POST', '/api/consignments', { body: kept.signed });
    expect(ConsignmentAnswer.parse(offered.json)).toEqual({ state: 'missing', missing: [] });
    const before = (await inbox()).items.length;
    const first = await office.deliver(kept);
    expect(receiptIn(first).receipt.epoch).toBe(2);
    expect((await office.deliver(kept)).text).toBe(first.text);
    expect((await inbox()).items).toHaveLength(before);
  });

  it('what was erased since does not come back, where the file that tells of it is put there first', async () => {
    await office.stop();
    rmSync(office.data, { recursive: true });
    mkdirSync(office.data);
    const { parcel, objects } = kept.signed.consignment;
    writeFileSync(join(office.data, 'erased.txt'), `${parcel}\n`);
    const done = await command('restore', backup, '--data', office.data);
    expect(done).toMatchObject({ ok: true });
    const path = ({ hash }: { hash: string }) =>
      join(office.data, 'objects', hash.slice(0, 2), hash);
    expect(objects.some((object) => existsSync(path(object)))).toBe(false);
    await office.restart();
    expect((await inbox()).items).toEqual([]);
    const again = await office.send('POST', '/api/consignments', { body: kept.signed });
    expect(again.json).toMatchObject({ code: 'erased' });
    expect((await command('audit', 'verify', '--data', office.data)).ok).toBe(true);
    await office.stop();
    // And a backup of this office tells of it too.
    expect(await command('backup', join(root, 'later'), '--data', office.data)).toMatchObject({
      ok: true,
    });
    expect(readFileSync(join(root, 'later', 'erased.txt'), 'utf8')).toContain(parcel);
    await office.restart();
  });

  it('the same backup restored again starts yet another epoch', async () => {
    await office.stop();
    rmSync(office.data, { recursive: true });
    expect(await command('restore', backup, '--data', office.data)).toMatchObject({ ok: true });
    await office.restart();
    expect((await cardOf(office.url())).epoch).toBe(4);
  });
});

it('says how the commands are written', async () => {
  for (const args of [[], ['backup'], ['audit'], ['restore', 'a', 'b'], ['burn', 'it']]) {
    const done = await command(...args);
    expect(done.ok).toBe(false);
    expect(done.text).toContain('audit verify');
  }
});
