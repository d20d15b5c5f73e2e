import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { ReadOwnFile } from '../../src/kit/own-file.ts';

/** Answers for the files that come with the app, which a browser has from its service worker. */
export function stubAssets(): void {
  vi.stubGlobal('fetch', (url: string) => {
    const [path = ''] = url.split('?');
    if (!/^\/src\/[\w/-]+\.json$/.test(path)) return Promise.reject(new TypeError('no such asset'));
    return Promise.resolve(new Response(readFileSync(join(process.cwd(), path), 'utf8')));
  });
}

/** The fonts of a PDF from where they are installed, which a browser has from its service worker. */
export const readFont: ReadOwnFile = async (url) =>
  readFile(url.startsWith('/@fs/') ? url.slice('/@fs'.length) : join(process.cwd(), url));
