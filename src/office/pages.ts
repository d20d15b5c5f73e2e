import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Serves the built app. Any address of the app that isn't a file is the app itself, which knows its own routes. */
export async function pages(
  app: FastifyInstance,
  dist: string | undefined,
  notFound: (reply: FastifyReply) => FastifyReply,
): Promise<void> {
  const root =
    dist !== undefined && existsSync(join(dist, 'index.html')) ? resolve(dist) : undefined;
  if (root) {
    await app.register(fastifyStatic, { root, cacheControl: false, dotfiles: 'ignore' });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = (request.raw.url ?? '').split('?', 1)[0] ?? '';
    const isApi = path === '/api' || path.startsWith('/api/');
    // Nothing under /assets is an address of the app: a built file is there or it is not.
    const isFile = /\.[^/]*$/.test(path) || path.startsWith('/assets/');
    return root && request.method === 'GET' && !isApi && !isFile
      ? reply.sendFile('index.html')
      : notFound(reply);
  });
}
