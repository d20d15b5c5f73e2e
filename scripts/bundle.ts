import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run.ts';

/** Lies in the built folder, so that it goes when the folder goes. */
const stamp = join(root, 'dist', '.vite', 'sources');

/** Everything that the built app is made of. */
const sources = [
  'index.html',
  'vite.config.ts',
  'scripts/vault-worker.ts',
  'package-lock.json',
  'public/**',
  'src/**',
];

/** Builds the app into dist. @returns the exit code. */
export async function build(): Promise<number> {
  const before = sourcesHash();
  const code = await runTool('vite', ['build', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(stamp, before);
  return code;
}

/** Builds only when dist is missing or was made from other sources. @returns the exit code. */
export async function buildWhenOlder(): Promise<number> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()) return 0;
  process.stdout.write('Building the app …\n');
  return build();
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  const entries = globSync(sources, { cwd: root, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}
