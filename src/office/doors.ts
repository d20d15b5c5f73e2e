import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Device, Member } from '../sync/model/directory.ts';
import { API_PROBLEMS, type ApiProblem, type ApiProblemCode } from '../sync/model/protocol.ts';
import {
  RATES,
  ROUTES,
  type BearerRoute,
  type MemberRoute,
  type OpenRoute,
  type RouteName,
} from './access.ts';
import type { Answered } from './answer.ts';
import type { Post } from './post.ts';
import type { Invitation } from './store/invitations.ts';
import { whoseInvitation, whoSigned, type Knock } from './who.ts';

/** What a handler gets of a request. */
export interface Ask {
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  /** The body of an upload, not yet read. */
  readonly upload: AsyncIterable<Uint8Array>;
}
export type MemberAsk = Ask & { readonly member: Member; readonly device: Device };
export type BearerAsk = Ask & { readonly invitation: Invitation };

/** One way in for each kind of proof; the types let a route be registered only where its row in the table says. */
export interface Doors {
  open(route: OpenRoute, handle: (ask: Ask) => Promise<Answered>): void;
  bearer(route: BearerRoute, handle: (ask: BearerAsk) => Promise<Answered>): void;
  member(route: MemberRoute, handle: (ask: MemberAsk) => Promise<Answered>): void;
}

export function makeDoors(app: FastifyInstance, post: Post): Doors {
  const add = (name: RouteName, handle: (ask: Ask, knock: Knock) => Promise<Answered>) => {
    const [method = '', url = ''] = name.split(' ');
    const { rate, body } = ROUTES[name];
    app.route({
      method,
      url,
      bodyLimit: Math.max(body, 1024),
      config: { rateLimit: { max: RATES[rate], timeWindow: 60_000 } },
      handler: async (request, reply) =>
        send(post, reply, await handle(askOf(request), knockOf(request))),
    });
  };
  return {
    open: (route, handle) => add(route, handle),
    bearer: (route, handle) =>
      add(route, async (ask, knock) => {
        const invitation = await whoseInvitation(post, knock, ask.param('id'));
        return invitation.ok ? handle({ ...ask, invitation: invitation.value }) : invitation;
      }),
    member: (route, handle) =>
      add(route, async (ask, knock) => {
        const who = await whoSigned(post, knock, ROUTES[route].may);
        return who.ok ? handle({ ...ask, ...who.value }) : who;
      }),
  };
}

/** A refusal: a code, the status that belongs to it, and the right time. Never a word about the request. */
export function refuse(post: Post, reply: FastifyReply, code: ApiProblemCode): FastifyReply {
  const problem: ApiProblem = { code, now: post.clock.now() };
  return (
    reply
      .code(API_PROBLEMS[code])
      // A built file that is missing today must not stay missing for the year its name is cached.
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(JSON.stringify(problem))
  );
}

function send(post: Post, reply: FastifyReply, answered: Answered): FastifyReply {
  if (!answered.ok) return refuse(post, reply, answered.error);
  const answer = answered.value;
  if (answer.type === 'json') {
    return reply.code(answer.status).type('application/json').send(answer.text);
  }
  return reply
    .header('content-length', answer.length)
    .type('application/octet-stream')
    .send(answer.bytes);
}

const Params = z.record(z.string(), z.string());

function askOf(request: FastifyRequest): Ask {
  const params = Params.parse(request.params);
  const { url, body } = knockOf(request);
  const cut = url.indexOf('?');
  return {
    param: (name) => params[name] ?? '',
    query: new URLSearchParams(cut < 0 ? '' : url.slice(cut)),
    body,
    upload: request.raw,
  };
}

const knockOf = (request: FastifyRequest): Knock => ({
  method: request.method,
  url: request.raw.url ?? '',
  headers: request.headers,
  body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
});
