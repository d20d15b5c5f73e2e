import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './commands.ts';
import { aParcel } from './invented.ts';
import { inventedOffice, receiptIn, type InventedOffice } from './invented-office.ts';

const clock = { now: () => 1_900_000_000_000 };
let office: InventedOffice;
let head: string;

beforeEach(async () => {
  office = await inventedOffice();
  for (let n = 0; n < 3; n += 1) {
    const parcel = await aParcel(office.id, office.interviewer, [office.supervisor]);
    head = receiptIn(await office.deliver(parcel)).receipt.auditHead;
  }
  await office.stop();
});
afterEach(() => rmSync(office.data, { recursive: true }));

const verify = (...more: string[]) =>
  runCommand(['audit', 'verify', ...more, '--data', office.data], clock);
const lines = (): number => tamper('select count(*) as n from audit');

/** What someone with the disk in their hands can do: our own triggers don't bind them. */
function tamper(statement: string): number {
  const sqlite = new Database(join(office.data, 'office.db'));
  try {
    sqlite.exec('drop trigger if exists audit_no_update; drop trigger if exists audit_no_delete');
    const prepared = sqlite.prepare(statement);
    return prepared.reader ? Number(prepared.pluck().get()) : prepared.run().changes;
  } finally {
    sqlite.close();
  }
}

describe('the audit log', () => {
  it('is whole, with the head that the last receipt witnessed', async () => {
    const checked = await verify(head);
    expect(checked.ok).toBe(true);
    expect(checked.text).toContain(head);
  });

  it('shows a changed line, whatever was changed in it', async () => {
    const changes = [
      `update audit set entry = replace(entry, 'parcelAdmitted', 'parcelCommitted') where n = 4`,
      `update audit set hash = '${'0'.repeat(64)}' where n = 5`,
      `update audit set entry = 'not even JSON' where n = 2`,
    ];
    for (const [index, change] of changes.entries()) {
      expect(tamper(change)).toBe(1);
      const checked = await verify();
      expect(checked.ok).toBe(false);
      // The first broken line is named; each change lies before the one made earlier or is it.
      expect(checked.text).toContain(['rad 4', 'rad 4', 'rad 2'][index]);
    }
  });

  it('shows a removed line, also when the rest is renumbered', async () => {
    expect(tamper('delete from audit where n = 3')).toBe(1);
    expect((await verify()).text).toContain('rad 3');
    tamper('update audit set n = -n where n > 3');
    tamper('update audit set n = -n - 1 where n < 0');
    expect((await verify()).text).toContain('rad 3');
  });

  it('shows a cut-off end by the office’s own receipts', async () => {
    const last = lines();
    expect(tamper(`delete from audit where n >= ${last}`)).toBe(1);
    const checked = await verify();
    expect(checked.ok).toBe(false);
    expect(checked.text).toContain(head);
  });

  it('shows a cut-off end by a receipt on a tablet, when the office’s own are gone too', async () => {
    const last = lines();
    tamper(`delete from audit where n >= ${last}`);
    tamper(`update parcels set receipt = null where receipt like '%${head}%'`);
    expect((await verify()).ok).toBe(true);
    const checked = await verify(head);
    expect(checked.ok).toBe(false);
    expect(checked.text).toContain(head);
  });

  it('only grows: the database itself refuses to change or remove a line', () => {
    const sqlite = new Database(join(office.data, 'office.db'));
    try {
      expect(() => sqlite.exec('delete from audit')).toThrow('only grows');
      expect(() => sqlite.exec(`update audit set entry = ''`)).toThrow('only grows');
    } finally {
      sqlite.close();
    }
  });

  it('holds ids and numbers, no names', () => {
    const sqlite = new Database(join(office.data, 'office.db'), { readonly: true });
    const entries = sqlite.prepare('select entry from audit').pluck().all().join('\n');
    sqlite.close();
    expect(entries).toContain('parcelCommitted');
    expect(entries).toContain(office.interviewer.device);
    for (const word of ['Karin', 'Samir', 'Ekbacken', '127.0.0.1', 'localhost']) {
      expect(entries).not.toContain(word);
    }
  });

  it('is asked for with a head that is one, in a folder that has an office', async () => {
    expect((await verify('half a head')).ok).toBe(false);
    const nowhere = await runCommand(['audit', 'verify', '--data', `${office.data}/none`], clock);
    expect(nowhere.ok).toBe(false);
  });
});
