import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { request, type IncomingHttpHeaders } from 'node:http';
import { hex, toBase64 } from '../base/bytes.ts';
import type { Signer } from '../base/deps.ts';
import {
  DeviceId,
  InvitationId,
  MemberId,
  OfficeId,
  ParcelId,
  Sha256,
  Signature,
  SignKey,
  type Millis,
} from '../base/ids.ts';
import {
  consignmentBytes,
  type Consignment,
  type ParcelClass,
  type SignedConsignment,
} from '../parcel/model/consignment.ts';
import {
  directoryBytes,
  directoryHash,
  type Directory,
  type Member,
  type Recipients,
  type Role,
  type SignedDirectory,
} from '../sync/model/directory.ts';
import {
  contentDigest,
  OFFICE_HEADER,
  signatureBase,
  signatureInput,
} from '../sync/model/http-signature.ts';
import { OfficeCard } from '../sync/model/protocol.ts';
import { wallClock } from './start.ts';

/* Invented people and what their devices would send, for the tests of this room. */

export interface Person {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly name: string;
  readonly role: Role;
  readonly signer: Signer;
}

const anyId = (): string => hex(randomBytes(16));
export const hashOf = (bytes: Uint8Array): Sha256 =>
  Sha256.parse(createHash('sha256').update(bytes).digest('hex'));

export function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return {
    key: SignKey.parse(hex(spki.subarray(12))),
    sign: async (bytes) => Signature.parse(hex(sign(null, bytes, privateKey))),
  };
}

export const invent = (name: string, role: Role): Person => ({
  member: MemberId.parse(anyId()),
  device: DeviceId.parse(anyId()),
  name,
  role,
  signer: newSigner(),
});

/** The right shape and nobody's keys: the office never uses them. */
export const RECIPIENTS: Recipients = {
  x25519: `age1${'q'.repeat(58)}`,
  hybrid: `age1pq1${'q'.repeat(1900)}`,
};

export const memberOf = (person: Person): Member => ({
  member: person.member,
  name: person.name,
  role: person.role,
  recipients: RECIPIENTS,
  devices: [{ device: person.device, key: person.signer.key }],
});

export function firstDirectory(
  office: OfficeId,
  officeKey: SignKey,
  root: Signer,
  people: readonly Person[],
): Directory {
  return {
    v: 1,
    office,
    name: 'Ekbackens familjehemsgrupp',
    root: root.key,
    officeKey,
    version: 1,
    prev: null,
    recipientClass: 'hybrid',
    recovery: [RECIPIENTS],
    certificates: [],
    members: people.map(memberOf),
    at: 1_800_000_000_000,
  };
}

export const nextDirectory = (known: Directory, change: Partial<Directory>): Directory => ({
  ...known,
  version: known.version + 1,
  prev: directoryHash(known),
  ...change,
});

export const signDirectory = async (
  directory: Directory,
  signer: Signer,
): Promise<SignedDirectory> => ({
  directory,
  key: signer.key,
  signature: await signer.sign(directoryBytes(directory)),
});

export const anInvitation = (): { readonly invitation: InvitationId; readonly token: string } => ({
  invitation: InvitationId.parse(anyId()),
  token: randomBytes(32).toString('base64url'),
});

export interface InventedParcel {
  readonly signed: SignedConsignment;
  readonly objects: ReadonlyMap<Sha256, Uint8Array>;
}

/** Objects of random bytes in place of sealed ones; the first is the manifest. */
export async function aParcel(
  office: OfficeId,
  from: Person,
  to: readonly Person[],
  options: {
    readonly class?: ParcelClass;
    readonly sizes?: readonly number[];
    readonly change?: Partial<Consignment>;
  } = {},
): Promise<InventedParcel> {
  const objects = new Map<Sha256, Uint8Array>();
  for (const size of options.sizes ?? [900, 5000]) {
    const bytes = randomBytes(size);
    objects.set(hashOf(bytes), bytes);
  }
  const listed = [...objects].map(([hash, bytes]) => ({ hash, length: bytes.length }));
  const consignment: Consignment = {
    v: 1,
    parcel: ParcelId.parse(anyId()),
    class: options.class ?? 'real',
    office,
    sender: { member: from.member, device: from.device, key: from.signer.key },
    recipients: to.map((person) => person.member),
    manifest: listed[0]?.hash ?? Sha256.parse('0'.repeat(64)),
    objects: listed,
    at: 1_800_000_000_000,
    ...options.change,
  };
  const signature = await from.signer.sign(consignmentBytes(consignment));
  return { signed: { consignment, signature }, objects };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body as JSON; undefined when it isn't. */
  readonly json: unknown;
}

export interface SendOptions {
  /** Signs the request as this person's device. */
  readonly as?: Person;
  readonly bearer?: string;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly at?: Millis;
  readonly office?: OfficeId;
  readonly headers?: Readonly<Record<string, string>>;
  /** Signs for another request than the one that is sent. */
  readonly signedAs?: { readonly method?: string; readonly path?: string; readonly body?: unknown };
}

/** One request as a tablet would make it, over a real socket. */
export async function send(
  url: string,
  method: string,
  path: string,
  options: SendOptions = {},
): Promise<Reply> {
  const text = options.body === undefined ? undefined : JSON.stringify(options.body);
  const content = options.bytes ?? (text === undefined ? undefined : Buffer.from(text));
  const headers: Record<string, string> = {};
  if (content) {
    headers['content-type'] = options.bytes ? 'application/octet-stream' : 'application/json';
    headers['content-length'] = String(content.length);
  }
  if (options.bearer !== undefined) headers['authorization'] = `Bearer ${options.bearer}`;
  if (options.as) Object.assign(headers, await signatureHeaders(url, method, path, options, text));
  return exchange(url, method, path, { ...headers, ...options.headers }, content);
}

async function signatureHeaders(
  url: string,
  method: string,
  path: string,
  { as, at, office, signedAs }: SendOptions,
  text: string | undefined,
): Promise<Record<string, string>> {
  if (!as) return {};
  const signedPath = signedAs?.path ?? path;
  const cut = signedPath.indexOf('?');
  const content = Buffer.from(signedAs?.body ? JSON.stringify(signedAs.body) : (text ?? ''));
  const created = at ?? wallClock.now();
  const id = office ?? (await cardOf(url)).office;
  const base = signatureBase(
    {
      method: signedAs?.method ?? method,
      path: cut < 0 ? signedPath : signedPath.slice(0, cut),
      query: cut < 0 ? '?' : signedPath.slice(cut),
      office: id,
      content,
    },
    as.signer.key,
    created,
  );
  const signature = Buffer.from(await as.signer.sign(base), 'hex');
  return {
    [OFFICE_HEADER]: id,
    'content-digest': contentDigest(content),
    'signature-input': signatureInput(as.signer.key, created),
    signature: `sig1=:${toBase64(signature)}:`,
  };
}

export const cardOf = async (url: string): Promise<OfficeCard> =>
  OfficeCard.parse((await exchange(url, 'GET', '/api/office', {})).json);

function exchange(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  content?: Uint8Array,
): Promise<Reply> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          const isJson = response.headers['content-type']?.startsWith('application/json') && text;
          const json: unknown = isJson ? JSON.parse(text) : undefined;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            json,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}
