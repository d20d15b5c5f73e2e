import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';

/** Script and style loaded when the first question takes a key, gzip (200 is the promise, 155 the goal). */
export const budget = 200_000;

/**
 * What is loaded by then: modules by their source in the build's manifest, the worker and its chunks by the
 * beginning of their file name. A name that is not found is an error, so that the sum can't shrink by a renaming; so is a chunk of
 * the interview that stands neither here nor under `later`, so that it can't shrink by a splitting.
 */
export interface Names {
  readonly modules: readonly string[];
  readonly workers: readonly string[];
  /** Chunks of the interview that are fetched after the first question can be answered. */
  readonly later: readonly string[];
}

/**
 * The way of a person whose vault is open, from the start page into an interview and to the first key. Unlocking is
 * not part of it: the lock screen and Argon2id (about 20 kB) are done with by then.
 */
export const loaded: Names = {
  modules: ['index.html', 'src/app/Shell.tsx', 'src/app/screens/InterviewScreen.tsx'],
  // The vault worker, and who one is at the office, which is read before the start page shows.
  workers: ['worker-', 'office-line-'],
  later: [
    'src/interview/ui/AfterTalk.tsx',
    'src/interview/ui/CompleteDialog.tsx',
    'src/interview/ui/ConsentGate.tsx',
    'src/interview/ui/FinishDialog.tsx',
    'src/interview/ui/Overview.tsx',
    'src/interview/ui/StopDialog.tsx',
    'src/interview/ui/SupportCards.tsx',
    'src/interview/ui/ToolsDialog.tsx',
  ],
};

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.optional(z.array(z.string())),
    isDynamicEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
  }),
);

export interface Sizes {
  readonly files: readonly { readonly file: string; readonly gzip: number }[];
  readonly total: number;
  readonly notFound: readonly string[];
  readonly undecided: readonly string[];
}

/** Measures the named modules and workers with everything they import at once. */
export function measure(dist: string, names: Names): Sizes {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')),
  );
  const files = new Set<string>();
  const notFound: string[] = [];
  const seen = new Set<string>();

  const addModule = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) {
      notFound.push(name);
      return;
    }
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) addModule(imported);
  };
  for (const name of names.modules) addModule(name);

  const assets = existsSync(join(dist, 'assets')) ? readdirSync(join(dist, 'assets')) : [];
  for (const start of names.workers) {
    const found = assets.filter((file) => file.startsWith(start) && file.endsWith('.js'));
    if (found.length === 0) notFound.push(`assets/${start}*.js`);
    for (const file of found) addWithImports(dist, `assets/${file}`, files);
  }

  const sized = [...files].map((file) => ({
    file,
    gzip: gzipSync(readFileSync(join(dist, file))).length,
  }));
  return {
    files: sized,
    total: sized.reduce((sum, each) => sum + each.gzip, 0),
    notFound,
    undecided: Object.entries(manifest)
      .filter(([name, chunk]) => chunk.isDynamicEntry && name.includes('interview'))
      .map(([name]) => name)
      .filter((name) => !seen.has(name) && !names.later.includes(name)),
  };
}

/** Workers are built apart and not in the manifest: what they import at once stands in their own text. */
function addWithImports(dist: string, file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    if (name) addWithImports(dist, `assets/${name}`, files);
  }
}

/** Prints the table. @returns true when everything was found and is within the budget. */
export function sizesAreGood(sizes: Sizes, print: (line: string) => void): boolean {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  for (const { file, gzip } of sizes.files) print(`${kB(gzip)}  ${file}`);
  print(`${kB(sizes.total)}  of ${kB(budget).trim()}`);
  for (const name of sizes.notFound) {
    print(`${name} is not among what was built: mend the table in scripts/size.ts`);
  }
  for (const name of sizes.undecided) {
    print(`${name} is loaded at once or later? Say so in the table in scripts/size.ts`);
  }
  const decided = sizes.notFound.length === 0 && sizes.undecided.length === 0;
  return decided && sizes.total <= budget;
}
