import * as z from 'zod/mini';
import { fromHex, fromUtf8, release, toBase64, utf8 } from '../base/bytes.ts';
import type { Clock, Signer } from '../base/deps.ts';
import type { OfficeId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { MAX_OBJECT_BYTES, SignedReceipt } from '../parcel/model/consignment.ts';
import { SignedDirectory } from './model/directory.ts';
import {
  contentDigest,
  OFFICE_HEADER,
  signatureBase,
  signatureInput,
} from './model/http-signature.ts';
import type { Answer, MemberOffice, Office, OfficeProblem, PublicOffice } from './model/office.ts';
import {
  ApiProblem,
  ConsignmentAnswer,
  ErasureAnswer,
  InboxPage,
  InvitationCard,
  isApiProblemCode,
  LeftParcels,
  OfficeCard,
  PendingJoins,
} from './model/protocol.ts';

const SMALL_TIMEOUT_MS = 20_000;
/** An object of 4 MiB over a poor mobile link of 120 kbit/s. */
const OBJECT_TIMEOUT_MS = 300_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const NO_BYTES = new Uint8Array();

export interface HttpDeps {
  /** The office's origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** The browser's own, unless a test stands in. */
  readonly fetch?: typeof fetch;
}

/** What all requests of one office share. */
interface Line extends HttpDeps {
  /** Ends every request; replaced by `until`. */
  readonly ending: { signal: AbortSignal };
}

const lineOf = (deps: HttpDeps): Line => ({
  ...deps,
  ending: { signal: new AbortController().signal },
});

interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: string;
  readonly content?: Uint8Array<ArrayBuffer>;
  readonly token?: string;
  readonly timeoutMs?: number;
  /** Reads a good answer; undefined when it is not what an office would say. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => T | undefined;
}

/** The office over HTTP: every route of protocol.ts, and the only place that fetches. */
export function openHttpOffice(deps: HttpDeps, signer: Signer): Office {
  const line = lineOf(deps);
  return { open: publicOffice(line), member: (office) => memberOffice(line, office, signer) };
}

/** What needs no key: enough to send the outbox of a vault that stays locked. */
export const openHttp = (deps: HttpDeps): PublicOffice => publicOffice(lineOf(deps));

function publicOffice(line: Line): PublicOffice {
  const call = <T>(request: Call<T>) => send(line, request, {}).then(({ answer }) => answer);
  const post = <T>(path: string, body: unknown, read: Call<T>['read']) =>
    call({ method: 'POST', path, content: asJson(body), read });
  return {
    until: (signal) => {
      line.ending.signal = signal;
    },
    card: () => call({ method: 'GET', path: '/api/office', read: json(OfficeCard) }),
    checkSecret: (body) => post('/api/claim/check', body, done('right')),
    claim: (body) => post('/api/claim', body, json(SignedDirectory)),
    invitation: (invitation, token) =>
      call({
        method: 'GET',
        path: `/api/invitations/${invitation}`,
        token,
        read: json(InvitationCard),
      }),
    join: (invitation, token, request) =>
      call({
        method: 'POST',
        path: `/api/invitations/${invitation}/join`,
        token,
        content: asJson(request),
        read: json(InvitationCard),
      }),
    offer: (signed) => post('/api/consignments', signed, json(ConsignmentAnswer)),
    putObject: (parcel, hash, bytes) =>
      call({
        method: 'PUT',
        path: `/api/consignments/${parcel}/objects/${hash}`,
        content: bytes,
        timeoutMs: OBJECT_TIMEOUT_MS,
        read: done('stored'),
      }),
    commit: (parcel) => post(`/api/consignments/${parcel}/commit`, {}, json(SignedReceipt)),
  };
}

function memberOffice(deps: Line, office: OfficeId, signer: Signer): MemberOffice {
  // How far this device's clock is behind the office's: learnt when the office says so, never a lock-out.
  let offset = 0;
  async function attempt<T>(request: Call<T>) {
    const created = deps.clock.now() + offset;
    const signed = {
      method: request.method,
      path: request.path,
      query: request.query ?? '?',
      office,
      content: request.content ?? NO_BYTES,
    };
    const signature = await signer.sign(signatureBase(signed, signer.key, created));
    return send(deps, request, {
      'content-digest': contentDigest(signed.content),
      [OFFICE_HEADER]: office,
      'signature-input': signatureInput(signer.key, created),
      signature: `sig1=:${toBase64(fromHex(signature))}:`,
    });
  }
  async function call<T>(request: Call<T>): Answer<T> {
    const first = await attempt(request);
    if (first.answer.ok || first.rightTime === undefined) return first.answer;
    offset = first.rightTime - deps.clock.now();
    return (await attempt(request)).answer;
  }
  return {
    directory: () => call({ method: 'GET', path: '/api/directory', read: json(SignedDirectory) }),
    putDirectory: (signed) =>
      call({
        method: 'PUT',
        path: '/api/directory',
        content: asJson(signed),
        read: json(SignedDirectory),
      }),
    invite: (invitation) =>
      call({
        method: 'POST',
        path: '/api/invitations',
        content: asJson(invitation),
        read: done('invited'),
      }),
    withdrawInvitation: (invitation) =>
      call({ method: 'DELETE', path: `/api/invitations/${invitation}`, read: done('withdrawn') }),
    joins: () => call({ method: 'GET', path: '/api/joins', read: json(PendingJoins) }),
    inbox: (after) =>
      call({ method: 'GET', path: '/api/inbox', query: `?after=${after}`, read: json(InboxPage) }),
    erase: (parcels) =>
      call({
        method: 'POST',
        path: '/api/erasures',
        content: asJson({ parcels }),
        read: json(ErasureAnswer),
      }),
    left: (device) => call({ method: 'GET', path: `/api/left/${device}`, read: json(LeftParcels) }),
    leftObject: (device, hash) =>
      call({
        method: 'GET',
        path: `/api/left/${device}/objects/${hash}`,
        timeoutMs: OBJECT_TIMEOUT_MS,
        read: (bytes) => (bytes.length <= MAX_OBJECT_BYTES ? bytes : undefined),
      }),
    object: (hash) =>
      call({
        method: 'GET',
        path: `/api/objects/${hash}`,
        timeoutMs: OBJECT_TIMEOUT_MS,
        read: (bytes) => (bytes.length <= MAX_OBJECT_BYTES ? bytes : undefined),
      }),
  };
}

interface Sent<T> {
  readonly answer: Result<T, OfficeProblem>;
  /** The office's time, when it refused because of ours. */
  readonly rightTime?: number;
}

async function send<T>(
  deps: Line,
  request: Call<T>,
  headers: Readonly<Record<string, string>>,
): Promise<Sent<T>> {
  const isJson = request.content !== undefined && request.timeoutMs === undefined;
  const url = `${deps.baseUrl}${request.path}${request.query ?? ''}`;
  let status: number;
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    const response = await (deps.fetch ?? fetch)(url, {
      method: request.method,
      headers: {
        ...headers,
        ...(request.content && {
          'content-type': isJson ? 'application/json' : 'application/octet-stream',
        }),
        ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
      },
      // A request keeps its body for as long as it is remembered: what is large lies outside this worker.
      ...(request.content && { body: isJson ? request.content : new Blob([request.content]) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([
        deps.ending.signal,
        AbortSignal.timeout(request.timeoutMs ?? SMALL_TIMEOUT_MS),
      ]),
    });
    status = response.status;
    bytes = await readAtMost(response, MAX_ANSWER_BYTES);
  } catch {
    // fetch says no more than that it failed, took too long or was ended; all mean: later.
    return { answer: err({ type: 'unreachable' }) };
  }
  if (!bytes) return { answer: err({ type: 'strangeAnswer' }) };
  if (status >= 200 && status < 300) {
    const value = request.read(bytes);
    return { answer: value === undefined ? err({ type: 'strangeAnswer' }) : ok(value) };
  }
  const problem = json(ApiProblem)(bytes);
  // A proxy that answers for a sleeping office says 502 to 504 in words of its own.
  if (!problem || !isApiProblemCode(problem.code))
    return { answer: err({ type: 'strangeAnswer' }) };
  return {
    answer: err({ type: 'api', code: problem.code }),
    ...(problem.code === 'wrongClock' && { rightTime: problem.now }),
  };
}

/** Undefined when the answer is longer: whoever answers can't fill our memory. */
async function readAtMost(
  response: Response,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!response.body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body) {
    length += piece.length;
    if (length > limit) return undefined;
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
    // Node reads several answers into one buffer.
    if (piece.byteLength === piece.buffer.byteLength) release(piece);
  }
  return whole;
}

const asJson = (value: unknown): Uint8Array<ArrayBuffer> => utf8(JSON.stringify(value));

/** An empty JSON object: a log-in page that answers 200 to everything is not taken for the office's yes. */
const done =
  <T>(value: T) =>
  (bytes: Uint8Array): T | undefined =>
    json(z.object({}))(bytes) && value;

const json =
  <T>(kind: z.ZodMiniType<T>) =>
  (bytes: Uint8Array): T | undefined => {
    let value: unknown;
    try {
      value = JSON.parse(fromUtf8(bytes));
    } catch {
      // Not JSON: the caller says `strangeAnswer`.
      return undefined;
    }
    return kind.safeParse(value).data;
  };
