import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const SOURCE = join(import.meta.dirname, '../src/app/worker/main.ts');
const ASKED_FOR = '/worker/main.ts?worker&url';
const ADDRESS = '\0vault-worker-address';
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Builds the vault worker together with the page, so that what both need (zod, SHA-256, the models) is one file,
 * fetched once. Vite's own `?worker&url` builds it apart, with a second copy of everything. The development server
 * keeps that: there is nothing to share.
 */
export function vaultWorker(): Plugin {
  const ofWorker = new Set<string>();
  return {
    name: 'vault-worker',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          // A worker has no document to put a hint into, and its imports need none: they are few and deep.
          resolveDependencies: (_file, deps, { hostId }) => (ofWorker.has(hostId) ? [] : deps),
        },
      },
    }),
    resolveId: (id) => (id.endsWith(ASKED_FOR) ? ADDRESS : undefined),
    load(id) {
      if (id !== ADDRESS) return undefined;
      // The office gives files of this name the workers' own, wider policy (Argon2id is WebAssembly).
      const chunk = this.emitFile({ type: 'chunk', id: SOURCE, name: 'worker-main' });
      return `export default import.meta.ROLLUP_FILE_URL_${chunk};`;
    },
    transform(code, id) {
      if (id !== PRELOAD_HELPER) return undefined;
      // Where loading fails in a worker, its own error should come out and not one about a missing window.
      const mended = code.replace('window.dispatchEvent', 'globalThis.dispatchEvent');
      if (mended === code)
        throw new Error('vault-worker: Vite reports failed imports otherwise now');
      return mended;
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const entry = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId === SOURCE,
        );
        if (!entry) throw new Error('vault-worker: the worker was not built');
        ofWorker.clear();
        follow(bundle, entry.fileName, ofWorker);
        const page = [...ofWorker].find((file) => has(bundle[file], 'react-dom'));
        if (page) throw new Error(`vault-worker: ${page} would bring the page into the worker`);
      },
    },
  };
}

/** Everything the worker can come to load, at once or later. */
function follow(bundle: Rolldown.OutputBundle, file: string, found: Set<string>): void {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || found.has(file)) return;
  found.add(file);
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(bundle, next, found);
}

const has = (file: Rolldown.OutputBundle[string] | undefined, module: string): boolean =>
  file?.type === 'chunk' && file.moduleIds.some((id) => id.includes(`/node_modules/${module}/`));
