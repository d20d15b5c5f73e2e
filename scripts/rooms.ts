import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { root } from './run.ts';
import { loaded } from './size.ts';

/*
 * Which modules of the built app lie in one file together. A tablet lays up every file by itself, with a request and a
 * record each, so several hundred small ones take longer than all they hold (docs/decisions/0028). What is loaded
 * before the first question is divided as the bundler does it, but for what is always fetched together; the rest lies in
 * few files, by the rooms that need it.
 */
type Look = (
  id: string,
) => Pick<Rolldown.ModuleInfo, 'isEntry' | 'importers' | 'dynamicImporters'> | null;

type Room = readonly [name: string, door: RegExp];

/** The rooms by the modules that open them (`import()`), in the order in which people come there. */
const ROOMS: readonly Room[] = [
  // First, so that it loads what an interview needs and no more.
  ['bench', /^src\/app\/(bench\/|worker\/bench\.)/],
  // Comes right after the first question.
  ['mark', /^src\/interview\/ui\/MomentMark\./],
  ['keys', /^src\/vault\/(argon2|ways-in)\./],
  ['lock', /^src\/app\/(passkey|screens\/Lock)\./],
  [
    'home',
    /^src\/app\/(IdleCover|LateFlags|screens\/(Home|NewReport|NothingHere|ProblemNotice|WithdrawnGate))/,
  ],
  ['begin', /^src\/app\/screens\/(BeginScreen|NewScreen|training\/[Gg]ate)\./],
  ['talk', /^src\/interview\/ui\/(SoundSign|UnsettledCards)\./],
  ['cards', /^src\/interview\/ui\/SupportCards\./],
  ['menu', /^src\/interview\/ui\/ToolsDialog\./],
  ['overview', /^src\/interview\/ui\/Overview\./],
  ['stop', /^src\/interview\/ui\/(FinishDialog|StopDialog)\./],
  ['gate', /^src\/interview\/ui\/(ConsentGate|DateAnswer|LockedAnswer|ShortcutList)\./],
  ['tools', /^src\/interview\/ui\/(\w+Tool|TurnedView|MomentsPart)\./],
  ['inbox', /^src\/app\/screens\/InboxScreen\./],
  [
    'door',
    /^src\/app\/(BugPlace|Taken|TryBar|screens\/(FirstStart|Join|NewPassphraseForm|SettingsScreen|SetUpOffice|VaultLost))\./,
  ],
  [
    'interview',
    /^src\/(interview\/|app\/(LockedSound|screens\/(Cards|Concern|Return|Transcript)))/,
  ],
  ['sync', /^src\/(sync|vault)\//],
  ['parcel', /^(src\/parcel|node_modules\/age-encryption)\//],
  ['worker', /^src\/app\/worker\//],
  ['office', /^src\/((review|people)\/|app\/screens\/(places|Members|Reading))/],
  [
    'training',
    /^src\/(training\/|app\/(field-practice|practice|screens\/(practice\/|training\/|TrainingScreen)))/,
  ],
  ['trainer', /^src\/app\/screens\/(trainer\/|TrainerScreen)/],
  ['try', /^src\/app\/(own-places|take-in|try)\./],
];

const PAGE = 'index.html';
const WORKER = 'src/app/worker/main.ts';

/**
 * The name of the file in which a module lies; null leaves it to the bundler. What one room needs lies with that room,
 * what several need with the first two of them. Whatever a module imports is needed by the same rooms and perhaps by
 * others, so its file has the same name or one of an earlier room: no two files need each other.
 */
export function fileOf(id: string, look: Look): string | null {
  const doors = above(id, look, ['importers'])
    .filter((each) => isDoor(look(each)))
    .map(nameOf);
  if (doors.some((door) => loaded.modules.includes(door))) return null;
  const rooms = ROOMS.filter(([, pattern]) => doors.some((door) => pattern.test(door)));
  const [first, second] = rooms.map(([room]) => room);
  if (first === undefined) return null;
  const users = above(id, look, ['importers', 'dynamicImporters']).map(nameOf);
  const file = alone(doors, rooms) ? first : `${first}-${second ?? 'other'}`;
  // A worker has no document: what only the page needs must not come with what both need.
  if (!users.includes(WORKER)) return file;
  return users.includes(PAGE) ? `${file}-both` : `${file}-worker`;
}

const alone = (doors: readonly string[], rooms: readonly Room[]): boolean =>
  rooms.length === 1 && doors.every((door) => rooms[0]?.[1].test(door));

const nameOf = (id: string): string => relative(root, id).replaceAll('\\', '/');

const isDoor = (module: ReturnType<Look>): boolean =>
  module !== null && (module.isEntry || module.dynamicImporters.length > 0);

/** The module itself and all that come to import it in these ways. */
function above(
  id: string,
  look: Look,
  ways: readonly ('importers' | 'dynamicImporters')[],
): string[] {
  const found = new Set([id]);
  for (const each of found) {
    const module = look(each);
    for (const way of ways) for (const by of module?.[way] ?? []) found.add(by);
  }
  return [...found];
}

export const groups: Rolldown.CodeSplittingGroup[] = [
  // Nearly every screen. Nothing of it may be what the worker uses too: there is no window there.
  {
    name: 'kit',
    test: /src\/(kit\/(page|choice|field|use-once|save-file|notice|button))\.tsx?$/,
  },
  // The line to the office.
  {
    name: 'mail',
    test: /src\/(sync\/(ledger|mail|asset|drop-stream|model\/(kept|problem|protocol))|parcel\/(verify|model\/(manifest|consignment)))\.ts$/,
  },
  {
    debugName: 'rooms',
    name: (id, context) => fileOf(id, (each) => context.getModuleInfo(each)),
    // What a module imports lies where the rule says, and not with whoever imports it.
    includeDependenciesRecursively: false,
  },
];

/** Writes down which modules are loaded later, for the size budget: in files of many modules they don't show. */
export function listOfDoors(): Plugin {
  return {
    name: 'list-of-doors',
    apply: 'build',
    generateBundle() {
      const doors = [...this.getModuleIds()]
        .filter((id) => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0)
        .map(nameOf);
      const source = JSON.stringify(doors.sort());
      this.emitFile({ type: 'asset', fileName: '.vite/doors.json', source });
    },
  };
}
