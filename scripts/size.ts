import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';

/** Script and style loaded when the first question takes a key, gzip (200 is the promise, 155 the goal). */
export const budget = 200_000;

/**
 * What is loaded by then, by its source in the build's manifest. A name that is not found is an error, so that the
 * sum can't shrink by a renaming; so is a module of the interview, the worker or its line to the office that is loaded
 * by `import()` and stands neither here nor under `later`, so that it can't shrink by a splitting.
 */
export interface Names {
  readonly modules: readonly string[];
  /** Modules of these rooms that are fetched after the first question can be answered. */
  readonly later: readonly string[];
}

/**
 * The way of a person whose vault is open, from the start page into an interview and to the first key. Unlocking is
 * not part of it: the lock screen and Argon2id (about 20 kB) are done with by then.
 */
export const loaded: Names = {
  modules: [
    'index.html',
    'src/app/Shell.tsx',
    'src/app/screens/InterviewScreen.tsx',
    // What both the page and the vault worker import is one file, fetched once and counted once.
    'src/app/worker/main.ts',
    // Who one is at the office, which is read before the start page shows.
    'src/app/worker/office-line.ts',
  ],
  later: [
    'src/app/worker/bench.ts',
    'src/app/worker/common-offers.ts',
    'src/app/worker/contents-sound.ts',
    'src/app/worker/contents.ts',
    'src/app/worker/half-joined.ts',
    'src/app/worker/keep-slices.ts',
    'src/app/worker/left-drafts.ts',
    'src/app/worker/own-place.ts',
    'src/app/worker/sound-desk.ts',
    'src/app/worker/sound-retention.ts',
    'src/app/worker/sound-way.ts',
    'src/app/worker/side-offers.ts',
    'src/app/worker/taking-back.ts',
    'src/app/worker/tending.ts',
    'src/app/worker/erasing.ts',
    'src/app/worker/field-vault.ts',
    'src/sync/erasures.ts',
    'src/interview/taken-along.ts',
    'src/interview/withdraw.ts',
    'src/interview/ui/AfterTalk.tsx',
    'src/interview/ui/AftercarePart.tsx',
    'src/interview/ui/ClosingPart.tsx',
    'src/interview/ui/ClosingTool.tsx',
    'src/interview/ui/CompleteDialog.tsx',
    'src/interview/ui/ConcernTool.tsx',
    'src/interview/ui/CircumstancesTool.tsx',
    'src/interview/ui/ConsentAfter.tsx',
    'src/interview/ui/ConsentGate.tsx',
    'src/interview/ui/ConsentTool.tsx',
    'src/interview/ui/DateAnswer.tsx',
    'src/interview/ui/CopyDialog.tsx',
    'src/interview/ui/CopyPart.tsx',
    'src/interview/ui/FinishDialog.tsx',
    'src/interview/ui/IdentifyingPart.tsx',
    'src/interview/ui/LockedAnswer.tsx',
    'src/interview/ui/MinimalTool.tsx',
    'src/interview/ui/MomentMark.tsx',
    'src/interview/ui/MomentsPart.tsx',
    'src/interview/ui/Overview.tsx',
    'src/interview/ui/ReadBack.tsx',
    'src/interview/ui/ReadBackPart.tsx',
    'src/interview/ui/ReadBackTool.tsx',
    'src/interview/ui/Preparation.tsx',
    'src/interview/ui/ShortcutList.tsx',
    'src/interview/ui/SoundPart.tsx',
    'src/interview/ui/SoundSign.tsx',
    'src/interview/ui/SoundTool.tsx',
    'src/interview/ui/StopDialog.tsx',
    'src/interview/ui/SupportCards.tsx',
    'src/interview/ui/TimelineTool.tsx',
    'src/interview/ui/ToolsDialog.tsx',
    'src/interview/ui/UnsettledCards.tsx',
    'src/interview/ui/TurnedView.tsx',
    'src/interview/ui/transcript/HistoryDialog.tsx',
    'src/interview/ui/transcript/ImportDialog.tsx',
    'src/interview/ui/transcript/SegmentDialog.tsx',
    'src/interview/ui/transcript/TranscriptPart.tsx',
    'src/sync/delivery.ts',
    'src/sync/enrol.ts',
    'src/sync/found.ts',
    'src/sync/inbox.ts',
    'src/sync/outbox.ts',
    'src/sync/retention.ts',
  ],
};

/** The rooms in which everything loaded by `import()` has to be named. */
const WATCHED = /interview|src\/sync|src\/app\/worker/;

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.optional(z.array(z.string())),
    imports: z.optional(z.array(z.string())),
  }),
);

/** What scripts/rooms.ts writes down: every module that is loaded by `import()`. */
const Doors = z.array(z.string());

export interface Sizes {
  readonly files: readonly { readonly file: string; readonly gzip: number }[];
  readonly total: number;
  /** How many files a tablet lays up. */
  readonly laidUp: number;
  readonly notFound: readonly string[];
  readonly undecided: readonly string[];
}

/** Each is a request and a record of its own when the app is installed; fonts, pictures and texts included. */
const MOST_FILES = 180;

/** Measures the named modules with everything they import at once. */
export function measure(dist: string, names: Names): Sizes {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8'));
  const manifest = Manifest.parse(read('manifest.json'));
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

  const sized = [...files].map((file) => ({
    file,
    gzip: gzipSync(readFileSync(join(dist, file))).length,
  }));
  return {
    files: sized,
    total: sized.reduce((sum, each) => sum + each.gzip, 0),
    notFound,
    laidUp: readdirSync(join(dist, 'assets')).length,
    undecided: Doors.parse(read('doors.json')).filter(
      (name) => WATCHED.test(name) && !seen.has(name) && !names.later.includes(name),
    ),
  };
}

/** Prints the table. @returns true when everything was found and is within the budget. */
export function sizesAreGood(sizes: Sizes, print: (line: string) => void): boolean {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
  for (const { file, gzip } of sizes.files) print(`${kB(gzip)}  ${file}`);
  const margin = budget - sizes.total;
  const rest = kB(Math.abs(margin)).trim();
  print(
    `${kB(sizes.total)}  of ${kB(budget).trim()}: ${margin < 0 ? `${rest} too much` : `${rest} to spare`}`,
  );
  for (const name of sizes.notFound) {
    print(`${name} is not among what was built: mend the table in scripts/size.ts`);
  }
  for (const name of sizes.undecided) {
    print(`${name} is loaded at once or later? Say so in the table in scripts/size.ts`);
  }
  const few = sizes.laidUp <= MOST_FILES;
  if (!few) {
    print(
      `${sizes.laidUp} files, at most ${MOST_FILES}: name a room in scripts/rooms.ts for what is new`,
    );
  }
  const decided = sizes.notFound.length === 0 && sizes.undecided.length === 0;
  return decided && few && sizes.total <= budget;
}
