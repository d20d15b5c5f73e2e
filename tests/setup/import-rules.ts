import type { Import, Module } from './source.ts';

/**
 * A rule of DESIGN.md: `check` returns what offends, in words. `offends` and `allows` are small invented files
 * that show the rule at work, so that it can't be vacuous.
 */
export interface Rule {
  readonly name: string;
  readonly check: (modules: readonly Module[]) => string[];
  readonly offends: readonly Planted[];
  readonly allows: readonly Planted[];
}
/** Path and text; several files when the offence takes more than one. */
export type Planted = readonly (readonly [path: string, text: string])[];

/** The house: a folder imports only from folders before it in this list. */
const rooms = [
  'base',
  'i18n',
  'kit',
  'journal',
  'guide',
  'people',
  'interview',
  'vault',
  'parcel',
  'sync',
  'review',
  'training',
  'learning',
  'office',
  'app',
];

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const roomOf = (path: string): string => path.split('/')[1] ?? '';
const inModel = (path: string): boolean => path.split('/')[2] === 'model';
const inUi = (path: string): boolean => path.split('/')[2] === 'ui';

/** A rule over each import of the files that are not tests. */
function eachImport(says: (from: string, each: Import) => string | undefined): Rule['check'] {
  return (modules) =>
    modules
      .filter((module) => !isTest(module.path))
      .flatMap((module) =>
        module.imports.flatMap((each) => {
          const offence = says(module.path, each);
          return offence ? [`${module.path}: ${offence} (${each.specifier})`] : [];
        }),
      );
}

/** Which packages may be imported where; `name` also covers `name/part`. */
function packageOnly(packages: RegExp, allowed: (path: string) => boolean): Rule['check'] {
  return eachImport((from, { specifier }) =>
    packages.test(specifier) && !allowed(from) ? 'must not import this package here' : undefined,
  );
}

const one = (path: string, text: string): Planted => [[path, text]];

export const importRules: readonly Rule[] = [
  {
    name: 'a folder imports only from folders above it, and is on the map',
    check: eachImport((from, { to }) => {
      const own = rooms.indexOf(roomOf(from));
      if (own < 0) return 'stands in a folder that is not on the map';
      if (!to) return undefined;
      if (!to.startsWith('src/')) return 'leads out of src/';
      const other = rooms.indexOf(roomOf(to));
      return other < 0 || other > own ? 'reaches down' : undefined;
    }),
    offends: [
      one('src/journal/x.ts', "import { a } from '../vault/a.ts';"),
      one('src/base/x.ts', "import type { A } from '../guide/model/a.ts';"),
      one('src/guide/x.ts', "const a = await import('../interview/model/a.ts');"),
      one('src/attic/x.ts', "import { a } from '../base/a.ts';"),
      one('src/guide/x.ts', "export { a } from '../../scripts/a.ts';"),
    ],
    allows: [
      one(
        'src/vault/x.ts',
        "import { a } from '../journal/a.ts';\n// import { b } from '../app/b.ts';",
      ),
      one('src/vault/x.ts', "const text = `import { a } from '../app/a.ts'`;"),
    ],
  },
  {
    name: 'nothing imports office/ or app/',
    check: eachImport((from, { to }) => {
      const other = to?.startsWith('src/') ? roomOf(to) : '';
      return (other === 'office' || other === 'app') && other !== roomOf(from)
        ? 'nothing may depend on this folder'
        : undefined;
    }),
    offends: [
      one('src/app/x.ts', "import { a } from '../office/a.ts';"),
      one('src/office/x.ts', "import { a } from '../app/a.ts';"),
    ],
    allows: [one('src/app/x.ts', "import { a } from './a.ts';\nimport { b } from '../sync/b.ts';")],
  },
  {
    name: 'office/ sees only base/ and model/ folders: it could not read a parcel if it wanted to',
    check: eachImport((from, { to }) =>
      roomOf(from) === 'office' && to && !['office', 'base'].includes(roomOf(to)) && !inModel(to)
        ? 'is more than the office may see'
        : undefined,
    ),
    offends: [one('src/office/x.ts', "import { openParcel } from '../parcel/open.ts';")],
    allows: [
      one('src/office/x.ts', "import { Consignment } from '../parcel/model/consignment.ts';"),
    ],
  },
  {
    name: 'model/ is pure: it imports zod, base/ and other models, and nothing that touches a machine',
    check: eachImport((from, { specifier, to }) => {
      if (!inModel(from)) return undefined;
      if (!to) return specifier === 'zod/mini' ? undefined : 'is not pure';
      return roomOf(to) === 'base' || roomOf(to) === 'i18n' || inModel(to)
        ? undefined
        : 'is not pure';
    }),
    offends: [
      one('src/guide/model/x.ts', "import { useState } from 'react';"),
      one('src/guide/model/x.ts', "import { readFileSync } from 'node:fs';"),
      one('src/vault/model/x.ts', "import Dexie from 'dexie';"),
      one('src/vault/model/x.ts', "import { seal } from '../seal.ts';"),
    ],
    allows: [
      one(
        'src/guide/model/x.ts',
        "import * as z from 'zod/mini';\nimport { a } from '../../base/a.ts';",
      ),
    ],
  },
  {
    name: 'base/ imports only zod and the hash',
    check: eachImport((from, { specifier, to }) =>
      roomOf(from) === 'base' && !to && !/^(zod\/mini|@noble\/hashes\/.+)$/.test(specifier)
        ? 'base/ stands alone'
        : undefined,
    ),
    offends: [one('src/base/x.ts', "import { a } from 'fflate';")],
    allows: [one('src/base/x.ts', "import { sha256 } from '@noble/hashes/sha2.js';")],
  },
  {
    name: 'zod is zod/mini everywhere',
    check: packageOnly(/^zod(?!\/mini$)/, () => false),
    offends: [one('src/office/x.ts', "import { z } from 'zod';")],
    allows: [one('src/office/x.ts', "import * as z from 'zod/mini';")],
  },
  {
    name: 'React only in ui/, kit/ and app/',
    check: packageOnly(
      /^(react|react-dom|react-hook-form|@hookform\/.*)(\/|$)/,
      (path) => inUi(path) || roomOf(path) === 'kit' || roomOf(path) === 'app',
    ),
    offends: [one('src/interview/x.tsx', "import { useState } from 'react';")],
    allows: [one('src/interview/ui/x.tsx', "import { useState } from 'react';")],
  },
  {
    name: "a room's ui/ gets the machine through a port: of vault/, parcel/ and sync/ it sees only model/",
    check: eachImport((from, { to }) =>
      inUi(from) && to && ['vault', 'parcel', 'sync'].includes(roomOf(to)) && !inModel(to)
        ? 'reaches past the port'
        : undefined,
    ),
    offends: [one('src/review/ui/x.tsx', "import { openParcel } from '../../parcel/open.ts';")],
    allows: [one('src/review/ui/x.tsx', "import type { Saved } from '../../vault/model/port.ts';")],
  },
  {
    name: 'Dexie only in vault/',
    check: packageOnly(/^dexie/, (path) => roomOf(path) === 'vault'),
    offends: [one('src/sync/x.ts', "import { Dexie } from 'dexie';")],
    allows: [one('src/vault/x.ts', "import { Dexie } from 'dexie';")],
  },
  {
    name: "age and Argon2 only in vault/ and parcel/; Node's own modules only in office/",
    check: (modules) => [
      ...packageOnly(/^(age-encryption|hash-wasm)(\/|$)/, (path) =>
        ['vault', 'parcel'].includes(roomOf(path)),
      )(modules),
      ...packageOnly(/^node:/, (path) => roomOf(path) === 'office')(modules),
    ],
    offends: [
      one('src/sync/x.ts', "import { Encrypter } from 'age-encryption';"),
      one('src/office/x.ts', "import { Decrypter } from 'age-encryption';"),
      one('src/parcel/x.ts', "import { createHash } from 'node:crypto';"),
    ],
    allows: [
      one('src/parcel/x.ts', "const age = await import('age-encryption');"),
      one('src/office/x.ts', "import { createHash } from 'node:crypto';"),
      one('src/sync/x.test.ts', "import { generateKeyPairSync } from 'node:crypto';"),
    ],
  },
  {
    name: 'relative imports name the file with its extension',
    check: (modules) =>
      modules.flatMap((module) =>
        module.imports
          .filter((each) => each.to && !/\.(tsx?|css|json|svg)$/.test(each.to))
          .map((each) => `${module.path}: no extension (${each.specifier})`),
      ),
    offends: [
      one('src/base/x.ts', "import { a } from './a';"),
      one('src/base/x.ts', "import './b.js';"),
    ],
    allows: [one('src/app/x.ts', "import url from './worker/vault.ts?worker&url';")],
  },
  {
    name: 'no barrels: a file says something of its own',
    check: (modules) =>
      modules
        .filter(onlyPassesOn)
        .map((module) => `${module.path}: only passes on what others say`),
    offends: [
      one('src/base/x.ts', "export { a } from './a.ts';\nexport * from './b.ts';\n"),
      one('src/base/x.ts', "// all\nexport type { A } from './a.ts';"),
      one('src/base/index.ts', 'export const a = 1;'),
    ],
    allows: [one('src/base/x.ts', "export { a } from './a.ts';\nexport const b = 1;")],
  },
  {
    name: 'no cycles between files',
    check: findCycles,
    offends: [
      [
        ['src/base/a.ts', "import { b } from './b.ts';"],
        ['src/base/b.ts', "import type { C } from './c.ts';"],
        ['src/base/c.ts', "import { a } from './a.ts';"],
      ],
    ],
    allows: [
      [
        ['src/base/a.ts', "import { b } from './b.ts';\nimport { c } from './c.ts';"],
        ['src/base/b.ts', "import { c } from './c.ts';"],
        ['src/base/c.ts', ''],
      ],
    ],
  },
];

function onlyPassesOn(module: Module): boolean {
  if (/\/index\.tsx?$/.test(module.path)) return true;
  if (!module.imports.some((each) => each.reExport)) return false;
  let rest = module.bare;
  for (const { start, end } of module.imports) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return /^[\s;]*$/.test(rest);
}

/** Depth first; a file met again while it is still open closes a cycle. */
function findCycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const open: string[] = [];
  const cycles: string[] = [];
  const visit = (path: string): void => {
    const at = open.indexOf(path);
    if (at >= 0) cycles.push([...open.slice(at), path].join(' → '));
    const module = byPath.get(path);
    if (at >= 0 || done.has(path) || !module) return;
    open.push(path);
    for (const each of module.imports) if (each.to) visit(each.to);
    open.pop();
    done.add(path);
  };
  for (const path of byPath.keys()) visit(path);
  return cycles;
}
