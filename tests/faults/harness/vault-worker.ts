import { hex } from '../../../src/base/bytes.ts';
import { systemClock, systemRandom } from '../../../src/base/deps.ts';
import { StreamId, VaultId } from '../../../src/base/ids.ts';
import type { OpenVault } from '../../../src/vault/model/port.ts';
import { openVaultHost } from '../../../src/vault/worker/host.ts';
import { journalContract, newWriter } from '../../contracts/journal.contract.ts';

/* The real vault on the real machine, in a dedicated worker, driven by name from the page. */

/** Raw keys that went through this worker, to be looked for on the disk afterwards. */
const rawKeys: string[] = [];
const importKey = crypto.subtle.importKey.bind(crypto.subtle);
Object.defineProperty(crypto.subtle, 'importKey', {
  value: (...args: [string, BufferSource, ...unknown[]]) => {
    const [, data] = args;
    if (data instanceof Uint8Array) rawKeys.push(hex(data.slice(-32)));
    return Reflect.apply(importKey, crypto.subtle, args);
  },
});

const host = openVaultHost({
  clock: systemClock(),
  random: systemRandom,
  derivation: { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 },
  limits: { watchdogMs: 3000, draftIdleMs: 300 },
});
let open: OpenVault | undefined;

function vault(): OpenVault {
  if (!open) throw new Error('no vault is open');
  return open;
}

async function create(passphrase: string): Promise<OpenVault> {
  const { author: member, device } = newWriter();
  const made = await host.create({ label: 'AB', passphrase, member, device, recovery: [] });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

const said = (text: string) => ({ type: 'QuestionAnswered', version: 1, data: { text } });

const operations: Record<string, (...args: string[]) => Promise<unknown>> = {
  async create(passphrase = '') {
    open = await create(passphrase);
    return open.vault;
  },
  async unlock(id = '', passphrase = '') {
    const unlocked = await host.unlock(VaultId.parse(id), { type: 'passphrase', passphrase });
    if (!unlocked.ok) return unlocked.error;
    open = unlocked.value;
    return open.status();
  },
  async close() {
    await vault().close();
    open = undefined;
  },
  async cards() {
    return host.cards();
  },
  async status() {
    return vault().status();
  },
  async append(stream = '', text = '', settled) {
    const settles = settled === undefined ? [] : [settled];
    const summary = { text };
    return vault().journal.append(
      StreamId.parse(stream),
      'interview',
      [said(text)],
      summary,
      settles,
    );
  },
  async draft(stream = '', key = '', value = '') {
    return vault().journal.draft(StreamId.parse(stream), 'interview', key, value);
  },
  async record(name = '', value = '') {
    return vault().records.put(name, value);
  },
  async read(stream = '') {
    return vault().journal.open(StreamId.parse(stream));
  },
  async secrets() {
    const { identities } = vault().age;
    return { raw: rawKeys, text: [identities.x25519, identities.hybrid] };
  },
  async breakPuts(how) {
    IDBObjectStore.prototype.put = function broken() {
      if (how === 'fails') throw new DOMException('full', 'QuotaExceededError');
      // Never answers.
      return Object.create(IDBRequest.prototype, {
        onsuccess: { set() {} },
        onerror: { set() {} },
      });
    };
  },
  async contract(passphrase = '') {
    const found: { name: string; error: string | null }[] = [];
    const { author: member, device } = newWriter();
    const writer = { author: member, device };
    const made = await host.create({ label: 'C', passphrase, member, device, recovery: [] });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    for (const each of journalContract) {
      const error = await each.run(made.value.journal, writer).then(
        () => null,
        (cause: unknown) => String(cause),
      );
      found.push({ name: each.name, error });
      for (const kind of ['interview', 'safety', 'log', 'review'] as const) {
        for (const { stream } of await made.value.journal.list(kind))
          await made.value.journal.erase(stream);
      }
    }
    await made.value.close();
    return found;
  },
};

self.addEventListener(
  'message',
  (event: MessageEvent<{ id: number; name: string; args: string[] }>) => {
    const { id, name, args } = event.data;
    const operation = operations[name];
    if (!operation) throw new Error(`no operation ${name}`);
    operation(...args).then(
      (value) => self.postMessage({ id, value }),
      (error: unknown) => self.postMessage({ id, error: String(error) }),
    );
  },
);
