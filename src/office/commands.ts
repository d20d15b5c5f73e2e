import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Clock } from '../base/deps.ts';
import { Sha256 } from '../base/ids.ts';
import { verifyAudit } from './audit.ts';
import { backUp, restore, type Restored } from './backup.ts';
import { folderAt } from './folder.ts';
import { sentence } from './sentences.ts';
import { openDatabase } from './store/open.ts';

/** What a command has to say, and whether it went well. */
export interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

const said = (ok: boolean, text: string): Outcome => ({ ok, text });

/**
 * The operator's commands: `audit verify [HEAD]`, `backup FOLDER`, `restore FOLDER`, each with `--data ./data`.
 * `restore … --replaces OLD` names the folder it takes the place of, where that does not lie beside the new one.
 * HEAD is `auditHead` of a receipt kept on a tablet or elsewhere: shows whether the log's end was cut off.
 */
export async function runCommand(args: readonly string[], clock: Clock): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: './data' },
      replaces: { type: 'string', multiple: true, default: [] },
    },
  });
  const [first, second, third, ...rest] = positionals;
  if (rest.length === 0 && first === 'audit' && second === 'verify') {
    return auditCommand(values.data, third);
  }
  if (second === undefined || third !== undefined) return said(false, sentence('usage'));
  if (first === 'backup') {
    const done = await backUp(values.data, second, clock);
    return done.ok
      ? said(true, sentence('backedUp', `${done.value.objects} + office.db`))
      : said(false, sentence(done.error.type, done.error.detail));
  }
  if (first === 'restore') {
    const done = await restore(second, values.data, clock, values.replaces);
    return done.ok
      ? said(true, restoredText(done.value, values.data))
      : said(false, sentence(done.error.type, done.error.detail));
  }
  return said(false, sentence('usage'));
}

/** What came back, and what of it did not, because it had been erased since; the operator learns from where we know. */
function restoredText({ objects, epoch, stayedErased, lists }: Restored, data: string): string {
  const done = sentence('restored', `${objects} + office.db, ${epoch}`);
  return stayedErased === null
    ? `${done}\n${sentence('noNewerErased', folderAt(data).tombstones)}`
    : `${done}\n${sentence('stayedErased', `${stayedErased} (${lists.join(', ')})`)}`;
}

async function auditCommand(data: string, head: string | undefined): Promise<Outcome> {
  const witnessed = head === undefined ? [] : [Sha256.safeParse(head)];
  if (witnessed.some((parsed) => !parsed.success)) return said(false, sentence('notAHead'));
  const folder = folderAt(data);
  if (!existsSync(folder.database)) return said(false, sentence('noOffice', data));

  const db = await openDatabase(folder.database);
  try {
    const heads = witnessed.flatMap((parsed) => (parsed.success ? [parsed.data] : []));
    const log = await verifyAudit(db, heads);
    if (log.ok) return said(true, sentence('auditWhole', `${log.value.lines}, ${log.value.head}`));
    return log.error.type === 'lineBroken'
      ? said(false, sentence('lineBroken', String(log.error.n)))
      : said(false, sentence('headMissing', log.error.head));
  } finally {
    await db.destroy();
  }
}
