import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/** Answers for the files that come with the app, which a browser has from its service worker. */
export function stubAssets(): void {
  vi.stubGlobal('fetch', (url: string) => {
    const [path = ''] = url.split('?');
    if (!/^\/src\/[\w/-]+\.json$/.test(path)) return Promise.reject(new TypeError('no such asset'));
    return Promise.resolve(new Response(readFileSync(join(process.cwd(), path), 'utf8')));
  });
}
