import Sqlite from 'better-sqlite3';
import path from 'node:path';
import * as z from 'zod/mini';
import { openGate, type Step } from './harness/gate.ts';
import { expect, finish, goOn, inbox, received, t, test, untilSeen } from './harness/house.ts';
import { openServer } from './harness/server.ts';

/*
 * The office's process dies by SIGKILL when the parcel is about to be committed, while it is being committed, and when
 * the receipt is on its way. The tablet is the real app in Chromium; the line between them is cut at the same time.
 */
test('the server is killed before, during and after the receipt', async ({ house }) => {
  test.setTimeout(120_000);
  const server = openServer(house.folderOf('office'));
  const again = async () => {
    await server.kill();
    await server.start();
  };
  let lost = '';
  const faults: Step[] = [
    { type: 'cutBefore', then: again },
    { type: 'cutDuring', then: again },
    {
      type: 'cutAfter',
      isLost: (answer) => {
        lost = /\{"receipt":\{.*?\},"signature":"\w+"\}/.exec(answer)?.[0] ?? '';
        return lost !== '';
      },
      then: again,
    },
  ];
  const commits: string[] = [];
  const gate = await openGate(house.port, server.port, ({ method, path: asked }) => {
    // The interview lies first in the outbox; what follows it (the log) is not what is watched here.
    const isFirst = commits.length === 0 || asked === commits[0];
    const isCommit = method === 'POST' && asked.endsWith('/commit') && isFirst;
    if (isCommit) commits.push(asked);
    // Had the office committed before it died in the middle, it gives the receipt in answer to the next offer.
    const givesReceipt = isCommit || (method === 'POST' && asked === '/api/consignments');
    const [fault] = faults;
    if (!fault || !(fault.type === 'cutAfter' ? givesReceipt : isCommit)) return { type: 'pass' };
    if (fault.type !== 'cutAfter') faults.shift();
    else if (lost !== '') return { type: 'pass' };
    return fault;
  });
  try {
    const tablet = await house.enter('interviewer');
    await goOn(tablet.page);
    await finish(tablet.page, 'blåklint');
    await expect(tablet.page.getByText('K-014', { exact: true })).toBeVisible();
    await expect(tablet.page.getByText(t.home.deliveryOnTablet, { exact: true })).toBeVisible();

    await server.start();
    await untilSeen(tablet.page, received(tablet.page));
    // Every fault has happened.
    expect(faults.map((fault) => fault.type)).toEqual(['cutAfter']);
    expect(lost).not.toBe('');
    expect(commits.length, 'one and the same parcel').toBeGreaterThanOrEqual(2);

    const parcel = /consignments\/(\w+)\/commit/.exec(commits[0] ?? '')?.[1] ?? '';
    const keptOfIt = () => kept(house.folderOf('office')).filter((each) => each.id === parcel);
    const found = keptOfIt();
    expect(found).toHaveLength(1);
    // The receipt that was lost on the way is the receipt that came.
    expect(found[0]?.receipt).toBe(lost);

    // The same parcel once more, byte for byte: the same receipt, and nothing changes.
    const address = `http://localhost:${house.port}`;
    const offer = await post(address, '/api/consignments', found[0]?.consignment ?? '');
    expect(JSON.parse(offer)).toEqual({ state: 'committed', receipt: JSON.parse(lost) });
    expect(await post(address, commits[0] ?? '', '{}')).toBe(lost);
    expect(keptOfIt()).toEqual(found);

    const desk = await house.enter('supervisor');
    await expect(inbox(desk.page)).toHaveCount(1);
    await desk.page.getByText('K-014').first().click();
    await expect(desk.page.getByText('Lugn och blåklint')).toBeVisible();
    await expect(desk.page.getByText(t.record.chainOk)).toBeVisible();
  } finally {
    await gate.close();
    await server.kill();
  }
});

const Row = z.object({
  id: z.string(),
  consignment: z.string(),
  receipt: z.nullable(z.string()),
  mailboxes: z.number(),
});

/** The parcels the office has committed, and in how many places of mailboxes each lies. */
function kept(folder: string): z.infer<typeof Row>[] {
  const database = new Sqlite(path.join(folder, 'office.db'), { readonly: true });
  try {
    return z.array(Row).parse(
      database
        .prepare(
          `select id, consignment, receipt, (select count(*) from mailbox where parcel = id) as mailboxes
             from parcels where committed_at is not null order by id`,
        )
        .all(),
    );
  } finally {
    database.close();
  }
}

async function post(origin: string, asked: string, body: string): Promise<string> {
  const answer = await fetch(`${origin}${asked}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(answer.status).toBe(200);
  return answer.text();
}
