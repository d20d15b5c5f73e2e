import { execFile } from 'node:child_process';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import * as vectors from 'cctv-age';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hex, utf8 } from '../../src/base/bytes.ts';
import { canonical } from '../../src/base/canonical.ts';
import { SignKey } from '../../src/base/ids.ts';
import { unseal } from '../../src/parcel/age.ts';
import { fromFile, toFile } from '../../src/parcel/file.ts';
import { must, testDeps, testOffice, type TestOffice } from '../../src/parcel/fixture.ts';
import { interviewMarkdown } from '../../src/parcel/model/markdown.ts';
import { openParcel } from '../../src/parcel/open.ts';
import { packParcel } from '../../src/parcel/pack.ts';

/*
 * Nothing locks anyone in (DESIGN section 2, promise 5): a parcel is read with `unzip` and the public `age`
 * command, and made with them too.
 */

const text = 'Jag fick en egen nyckel. Det var – äntligen – mitt.';
const markdown = interviewMarkdown({
  title: 'Intervju K-017',
  facts: [{ label: 'Guide', value: 'default 1.0' }],
  sections: [
    {
      title: 'Att bo',
      questions: [
        {
          id: 's1q1',
          text: 'Vad minns du av första dagen?',
          outcome: 'Besvarad',
          value: null,
          answer: text,
          verbatim: [[0, 24]],
        },
      ],
    },
  ],
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-age-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Runs a command of the system. A machine without it fails here and is told what to install. */
async function run(command: string, ...args: readonly string[]): Promise<Buffer> {
  try {
    const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`This test needs the command "${command}": apt-get install ${command}`, {
        cause: error,
      });
    }
    throw error;
  }
}

async function packedFile(office: TestOffice): Promise<Uint8Array> {
  const parts = [{ path: 'interview.md', bytes: utf8(markdown) }];
  return toFile(must(await packParcel(office.input({ parts }), office.signer, testDeps())));
}

/** Plain unzip into a folder of its own. */
async function unzipped(name: string, file: Uint8Array): Promise<string> {
  const zip = join(folder, `${name}.aterblick`);
  const into = join(folder, name);
  await writeFile(zip, file);
  await run('unzip', '-q', zip, '-d', into);
  return into;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** RFC 8410: the frame of a raw Ed25519 public key. */
const publicKey = (raw: string) =>
  createPublicKey({
    key: Buffer.from(`302a300506032b6570032100${raw}`, 'hex'),
    format: 'der',
    type: 'spki',
  });

const CONTEXT = Buffer.from('aterblick-manifest/1\n');

/** What docs tell a reader to do, written without a line of ours: `decrypt` is the age command or a library. */
async function readByHand(
  into: string,
  decrypt: (file: string) => Promise<Uint8Array>,
): Promise<ReadonlyMap<string, string>> {
  const manifestFile = Buffer.from(await decrypt(join(into, 'manifest.age')));
  const end = manifestFile.indexOf('\n');
  const line: { key: string; signature: string } = JSON.parse(
    manifestFile.subarray(0, end).toString(),
  );
  const body = manifestFile.subarray(end + 1);
  const signature = Buffer.from(line.signature, 'hex');
  expect(verify(null, Buffer.concat([CONTEXT, body]), publicKey(line.key), signature)).toBe(true);
  const manifest: {
    parts: { path: string; sealed: string; plain: string; salt: string; length: number }[];
  } = JSON.parse(body.toString());
  const texts = new Map<string, string>();
  for (const part of manifest.parts) {
    const object = join(into, 'objects', part.sealed);
    expect(sha256(await readFile(object))).toBe(part.sealed);
    const plain = Buffer.from(await decrypt(object));
    expect(plain.length).toBe(part.length);
    expect(sha256(Buffer.concat([Buffer.from(part.salt), plain]))).toBe(part.plain);
    texts.set(part.path, plain.toString('utf8'));
  }
  return texts;
}

describe('the age command', () => {
  it('reads a parcel with a recovery key after a plain unzip, and the Markdown reads as written', async () => {
    const office = await testOffice('x25519');
    const into = await unzipped('read', await packedFile(office));
    expect((await readdir(into)).sort()).toEqual(['consignment.json', 'manifest.age', 'objects']);
    const key = join(folder, 'recovery.txt');
    await writeFile(key, `# recovery key\n${office.recovery.x25519.identity}\n`);
    const texts = await readByHand(into, (file) => run('age', '-d', '-i', key, file));
    expect([...texts.keys()]).toEqual(['interview.json', 'interview.md']);
    const read = texts.get('interview.md') ?? '';
    expect(read.trimEnd()).toBe(markdown.trimEnd());
    expect(read).toContain('”Jag fick en egen nyckel.” Det var – äntligen – mitt.');
    expect(JSON.parse(texts.get('interview.json') ?? '')).toEqual({
      v: 1,
      stream: office.stream,
      events: office.events,
    });
  });

  it('makes a parcel from the same files that opens here if its signature is right, and else does not', async () => {
    const office = await testOffice('x25519');
    const from = await unzipped('made', await packedFile(office));
    const key = join(folder, 'made.txt');
    await writeFile(key, `${office.recovery.x25519.identity}\n`);
    const texts = await readByHand(from, (file) => run('age', '-d', '-i', key, file));

    const right = await madeByAge(office, texts, (bytes, secret) => sign(null, bytes, secret));
    const opened = must(await openFile(right.file, office, right.key));
    expect(opened.events).toEqual(office.events);
    expect(new TextDecoder().decode(opened.parts.get('interview.md')).trimEnd()).toBe(
      markdown.trimEnd(),
    );

    const wrong = await madeByAge(office, texts, (bytes, secret) =>
      sign(null, Buffer.concat([bytes, Buffer.from(' ')]), secret),
    );
    expect(await openFile(wrong.file, office, wrong.key)).toEqual({
      ok: false,
      error: { type: 'badSignature' },
    });
    // Rightly signed, but by somebody the office does not know.
    const stranger = SignKey.parse('0'.repeat(64));
    expect(await openFile(right.file, office, stranger)).toEqual({
      ok: false,
      error: { type: 'unknownSender' },
    });
  });
});

async function openFile(file: Uint8Array, office: TestOffice, enrolled: SignKey) {
  const { signed, objects } = must(fromFile(file));
  const deps = office.openDeps({ enrolled: (key) => key === enrolled });
  return openParcel(signed, async (hash) => objects.get(hash), deps);
}

/** A parcel by hand: sealed by the age command, signed by Node; ours is only the zip library. */
async function madeByAge(
  office: TestOffice,
  texts: ReadonlyMap<string, string>,
  signManifest: (bytes: Buffer, secret: ReturnType<typeof createPrivateKey>) => Buffer,
): Promise<{ readonly file: Uint8Array; readonly key: SignKey }> {
  const to = [office.supervisor.x25519.recipient, office.recovery.x25519.recipient];
  const plainFile = join(folder, 'plain');
  const seal = async (plain: string): Promise<Buffer> => {
    await writeFile(plainFile, plain);
    return run('age', ...to.flatMap((recipient) => ['-r', recipient]), plainFile);
  };
  const seed = randomBytes(32).toString('hex');
  const secret = createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(12);
  const key = SignKey.parse(hex(raw));
  const sender = { ...office.sender, key };

  const entries: Record<string, Uint8Array> = {};
  const parts: unknown[] = [];
  const listed: { hash: string; length: number }[] = [];
  for (const [path, plain] of texts) {
    const sealed = await seal(plain);
    const salt = randomBytes(16).toString('hex');
    const hash = sha256(sealed);
    entries[`objects/${hash}`] = sealed;
    listed.push({ hash, length: sealed.length });
    const bytes = Buffer.from(plain);
    parts.push({
      path,
      sealed: hash,
      sealedLength: sealed.length,
      plain: sha256(Buffer.concat([Buffer.from(salt), bytes])),
      salt,
      length: bytes.length,
    });
  }
  const { signed } = must(await packParcel(office.input(), office.signer, testDeps()));
  const last = office.events.at(-1);
  if (!last) throw new Error('no events');
  const { body: _body, ...header } = last;
  const about = { v: 1, parcel: signed.consignment.parcel, class: 'real', office: office.office };
  const manifest = JSON.stringify({
    ...about,
    kind: 'interview',
    stream: office.stream,
    revision: 1,
    parent: null,
    sender,
    seq: 1,
    prev: null,
    to,
    at: 1,
    heads: {
      [office.sender.device]: [office.events.length, sha256(Buffer.from(canonical(header)))],
    },
    parts,
    tombstones: [],
  });
  const signature = signManifest(Buffer.concat([CONTEXT, Buffer.from(manifest)]), secret).toString(
    'hex',
  );
  const sealedManifest = await seal(
    `${JSON.stringify({ alg: 'Ed25519', key, signature })}\n${manifest}`,
  );
  const name = sha256(sealedManifest);
  const consignment = {
    ...about,
    sender,
    recipients: signed.consignment.recipients,
    manifest: name,
    objects: [...listed, { hash: name, length: sealedManifest.length }],
    at: 1,
  };
  const bytes = Buffer.from(`aterblick-consignment/1\n${canonical(consignment)}`);
  const outside = { consignment, signature: sign(null, bytes, secret).toString('hex') };
  const file = zipSync(
    {
      'consignment.json': utf8(JSON.stringify(outside)),
      'manifest.age': sealedManifest,
      ...entries,
    },
    { level: 0 },
  );
  return { file, key };
}

describe('a hybrid parcel', () => {
  /*
   * The age command of Debian 12 (1.1) knows no hybrid keys. So this second path is unzip, Node's own hashes and
   * signatures, and the age-encryption library called directly: our parcel code is not in it, the library is the
   * same. That the library's hybrid format is the public one is what the vectors below show.
   */
  it('is read by hand with the recovery key', async () => {
    const office = await testOffice('hybrid');
    const into = await unzipped('hybrid', await packedFile(office));
    const decrypter = new Decrypter();
    decrypter.addIdentity(office.recovery.hybrid.identity);
    const texts = await readByHand(into, async (file) => decrypter.decrypt(await readFile(file)));
    expect(texts.get('interview.md')?.trimEnd()).toBe(markdown.trimEnd());
  });

  it('does not open with the same person’s classic key', async () => {
    const office = await testOffice('hybrid');
    const { signed, objects } = must(fromFile(await packedFile(office)));
    const deps = office.openDeps({ identities: [office.supervisor.x25519.identity] });
    const opened = await openParcel(signed, async (hash) => objects.get(hash), deps);
    expect(opened).toEqual({ ok: false, error: { type: 'notForMe' } });
  });
});

/* C2SP CCTV age vectors (npm cctv-age): a header of `name: value` lines, an empty line, the file. */
describe('the public age test vectors', () => {
  const all = Object.entries(vectors).filter(([, bytes]) => bytes instanceof Uint8Array);

  it('are all here', () => {
    expect(all.length).toBeGreaterThanOrEqual(143);
  });

  it.each(all)('%s', async (_name, vector) => {
    const bytes = Buffer.from(vector);
    const end = bytes.indexOf('\n\n');
    const meta = new Map(
      bytes
        .subarray(0, end)
        .toString()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    );
    const raw = bytes.subarray(end + 2);
    const file = meta.get('compressed') === 'zlib' ? inflateSync(raw) : raw;
    const decrypter = new Decrypter();
    const [passphrase, identity] = [meta.get('passphrase'), meta.get('identity')];
    if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
    if (identity !== undefined) decrypter.addIdentity(identity);

    const sealed = meta.has('armored') ? withoutArmor(file.toString()) : new Uint8Array(file);
    const opened = sealed && (await unseal(sealed, decrypter));
    const outcome = opened?.ok ? sha256(opened.value) : (opened?.error.type ?? 'armor failure');
    const wanted: Readonly<Record<string, readonly unknown[]>> = {
      success: [meta.get('payload')],
      'no match': ['notForMe'],
      'armor failure': ['armor failure'],
    };
    // Some malformed stanzas are, to the library, simply not for this key: refused as well.
    expect(wanted[meta.get('expect') ?? ''] ?? ['damaged', 'notForMe']).toContain(outcome);
  });
});

/** Parcels are never armored: the library takes the armor off before our opener sees the file. */
function withoutArmor(file: string): Uint8Array | undefined {
  try {
    return armor.decode(file);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
