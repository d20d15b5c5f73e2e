import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { claimRoutes } from './routes/claim.ts';
import { consignmentRoutes } from './routes/consignments.ts';
import { directoryRoutes } from './routes/directory.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { erasureRoutes } from './routes/erasures.ts';
import { leftRoutes } from './routes/left.ts';
import { mailRoutes } from './routes/mail.ts';
import { makeDoors, refuse } from './doors.ts';
import { headersFor } from './headers.ts';
import { pages } from './pages.ts';
import type { Post } from './post.ts';
import type { ApiProblemCode } from '../sync/model/protocol.ts';

export interface AppOptions {
  /** Folder of the built app; undefined: the post office alone. */
  readonly dist: string | undefined;
  /** Reached by https through a reverse proxy on this machine. */
  readonly secure: boolean;
  readonly log: (line: string) => void;
}

/** Puts the server together: headers, limits, the doors, the app's own files. It is not listening yet. */
export async function makeApp(post: Post, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    // Fastify's own log would write addresses and whole errors; ours is below.
    logger: false,
    // Behind the proxy every request comes from this machine; the limits are meant for the tablet behind it.
    trustProxy: options.secure ? 'loopback' : false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // A slow mobile line needs a minute and a half for one object of 4 MiB.
    requestTimeout: 300_000,
  });

  app.removeAllContentTypeParsers();
  // Bytes as they came: the signature covers them, so they are verified before they are parsed.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  // An upload is left in the socket until its handler has decided to take it.
  app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => {
    done(null, undefined);
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headersFor(pathOf(request.raw.url), options.secure));
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, never the address: ids in a log would say who does what when.
    const route = request.routeOptions.url ?? '-';
    if (route.startsWith('/api')) {
      options.log(`${request.method} ${route} ${reply.statusCode}`);
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    const code = codeOf(error);
    if (code === 'serverFault') options.log(`fault ${traceOf(error)}`);
    return refuse(post, reply, code);
  });

  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: () => ({ statusCode: 429 }),
  });
  const doors = makeDoors(app, post);
  claimRoutes(post, doors);
  directoryRoutes(post, doors);
  invitationRoutes(post, doors);
  consignmentRoutes(post, doors);
  mailRoutes(post, doors);
  erasureRoutes(post, doors);
  leftRoutes(post, doors);

  await pages(app, options.dist, (reply) => refuse(post, reply, 'notFound'));
  return app;
}

export const pathOf = (url: string | undefined): string => (url ?? '').split('?', 1)[0] ?? '';

/** What the framework, the disk or the database says, in our own words. */
function codeOf(error: unknown): ApiProblemCode {
  const code = property(error, 'code');
  const status = property(error, 'statusCode');
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return 'storageFull';
  if (status === 429) return 'tooMany';
  if (status === 413) return 'tooLarge';
  // The sender hung up in mid-upload, or sent what is no request of ours.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return 'badRequest';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'badRequest' : 'serverFault';
}

const property = (error: unknown, name: 'code' | 'statusCode'): unknown =>
  typeof error === 'object' && error !== null && name in error
    ? Object.getOwnPropertyDescriptor(error, name)?.value
    : undefined;

/** Kind and place of a fault, without its message, which may quote what was being handled. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = property(error, 'code');
  return [error.name, typeof code === 'string' ? code : '', ...frames.slice(0, 8)]
    .map((part) => part.trim())
    .join(' ');
}
