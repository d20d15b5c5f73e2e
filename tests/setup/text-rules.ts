import { isTest, type Planted, type Rule } from './import-rules.ts';
import type { Module } from './source.ts';

/** A rule that looks for a pattern in the text without comments and strings. */
function pattern(looked: RegExp, spared: (path: string) => boolean): Rule['check'] {
  return (modules) =>
    modules
      .filter((module) => !spared(module.path))
      .flatMap((module) => {
        const text = withoutImports(module);
        return [...text.matchAll(looked)].map((match) => {
          const line = text.slice(0, match.index).split('\n').length;
          return `${module.path}:${line}: ${match[0].trim()}`;
        });
      });
}

/** `import * as z` and `export { a as b } from` rename; they cast nothing. */
function withoutImports(module: Module): string {
  let text = module.bare;
  for (const { start, end } of module.imports) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }
  return text.replace(/\bexport\s*(type\s*)?\{[^}]*\}/g, (list) => list.replace(/[^\n]/g, ' '));
}

const within =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(`src/${folder}/`) || path === `src/${folder}`);
const either =
  (...conditions: ((path: string) => boolean)[]) =>
  (path: string): boolean =>
    conditions.some((condition) => condition(path));
const one = (path: string, text: string): Planted => [[path, text]];

export const textRules: readonly Rule[] = [
  {
    name: 'WebCrypto only in vault/ and parcel/',
    check: pattern(
      /\bcrypto\s*\.\s*subtle\b|\bSubtleCrypto\b/g,
      either(isTest, within('vault', 'parcel')),
    ),
    offends: [one('src/sync/x.ts', 'await globalThis.crypto.subtle.sign(a, b, c);')],
    allows: [
      one('src/parcel/x.ts', 'await crypto.subtle.sign(a, b, c);'),
      one('src/sync/x.ts', "// crypto.subtle\nconst a = 'crypto.subtle';"),
    ],
  },
  {
    name: "the network only in sync/, the service worker and for the app's own files",
    check: pattern(
      /(?<![\w$]\s*\.\s*)\bfetch\s*\(|\b(globalThis|window|self)\s*\.\s*fetch\b|\b(XMLHttpRequest|WebSocket|EventSource)\b|\bsendBeacon\b/g,
      either(isTest, within('sync', 'app/sw', 'kit/own-file.ts')),
    ),
    offends: [
      one('src/kit/plain-pdf.ts', 'const a = await fetch(url);'),
      one('src/review/x.ts', 'const a = await fetch(url);'),
      one('src/app/x.ts', 'const a = { send: self.fetch };'),
      one('src/app/x.ts', 'navigator.sendBeacon(url);'),
    ],
    allows: [
      one('src/sync/http.ts', 'const a = await fetch(url);'),
      one('src/vault/x.ts', 'await store.fetch(1); prefetch(2);'),
    ],
  },
  {
    name: 'model/ knows no browser',
    check: pattern(
      /\b(document|window|navigator|localStorage|sessionStorage|indexedDB|location)\s*\.|\b(HTML\w*Element|setTimeout|setInterval)\b/g,
      (path) => isTest(path) || path.split('/')[2] !== 'model',
    ),
    offends: [
      one('src/guide/model/x.ts', 'export const a = () => document.title;'),
      one('src/guide/model/x.ts', 'setTimeout(() => a(), 5);'),
    ],
    allows: [one('src/guide/ui/x.ts', 'export const a = () => document.title;')],
  },
  {
    name: 'clock and randomness come in as deps',
    check: (modules) => [
      // A server's clock is the system's, which is kept right while it runs for months.
      ...pattern(
        /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)|\bMath\s*\.\s*random\b/g,
        either(isTest, within('base/deps.ts', 'office/start.ts', 'office/command.ts')),
      )(modules),
      // The office has Node's own randomness, for names of temporary files and keys.
      ...pattern(
        /\brandomUUID\b|\bgetRandomValues\b/g,
        either(isTest, within('base/deps.ts', 'office')),
      )(modules),
    ],
    offends: [
      one('src/guide/model/x.ts', 'const at = Date.now();'),
      one('src/vault/x.ts', 'const at = new Date();'),
      one('src/sync/x.ts', 'const id = crypto.randomUUID();'),
    ],
    allows: [
      one('src/kit/x.ts', 'const shown = new Date(at);'),
      one('src/base/deps.ts', 'Date.now()'),
    ],
  },
  {
    name: 'no default exports, routes excepted',
    check: pattern(
      /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g,
      within('app/routes'),
    ),
    offends: [one('src/kit/x.tsx', 'export default function Button() {}')],
    allows: [one('src/app/routes/x.tsx', 'export default function Home() {}')],
  },
  {
    name: 'no any',
    check: pattern(/[:<|&,(=]\s*any\b(?!\s*[:(.?\w])|\bany\s*\[\s*\]|\bas\s+any\b/g, () => false),
    offends: [
      one('src/kit/x.ts', 'const a: any = 1;'),
      one('src/kit/x.ts', 'const a = new Map<string, any>();'),
      one('src/kit/x.ts', 'function f(a: string, b: any[]) {}'),
    ],
    allows: [
      one('src/kit/x.ts', "const a = { any: 1 }; // any\nconst b = ': any'; AbortSignal.any(c);"),
    ],
  },
  {
    name: 'no casts but `as const`, outside base/ids.ts',
    check: pattern(/(?<!\[\s*\w+\s+in\s[^\]]*)\bas\s+(?!const\b)[\w{([]/g, within('base/ids.ts')),
    offends: [
      one('src/kit/x.ts', 'const a = b as string;'),
      one('src/kit/x.ts', 'const a = b as unknown as { c: 1 };'),
      one('src/kit/x.ts', 'const a = [1] as const as readonly number[];'),
    ],
    allows: [
      one('src/kit/x.ts', "import * as z from 'zod/mini';\nconst a = [1] as const;"),
      one('src/kit/x.ts', 'type A<T> = { [K in keyof T as K extends string ? K : never]: T[K] };'),
      one('src/base/ids.ts', 'const a = b as StreamId;'),
    ],
  },
  {
    name: 'a schema and its type share one name',
    check: (modules) =>
      modules.flatMap((module) =>
        [...module.bare.matchAll(/\btype\s+(\w+)\s*=\s*z\.infer<\s*typeof\s+(\w+)\s*>/g)]
          .filter(([, type, schema]) => type !== schema)
          .map(([, type, schema]) => `${module.path}: ${type} is inferred from ${schema}`),
      ),
    offends: [one('src/guide/model/x.ts', 'type Guide = z.infer<typeof GuideSchema>;')],
    allows: [one('src/guide/model/x.ts', 'export type Guide = z.infer<typeof Guide>;')],
  },
  {
    name: 'console only in office/, and where a bug is told without its words',
    check: pattern(/\bconsole\s*[.[]/g, either(isTest, within('office', 'app/BugPlace.tsx'))),
    offends: [one('src/sync/x.ts', 'console.log(answer);')],
    allows: [one('src/office/main.ts', 'console.log(url);')],
  },
  {
    name: 'nothing asks import.meta.main: Node 22 does not know it, and would do nothing without a word',
    check: pattern(/\bimport\s*\.\s*meta\s*\.\s*main\b/g, () => false),
    offends: [one('src/office/x.ts', 'if (import.meta.main) await run();')],
    allows: [one('src/office/x.ts', 'const here = import.meta.dirname;')],
  },
  {
    name: 'no file or folder named utils, helpers, common or types',
    check: (modules) =>
      modules
        .map((module) => module.path)
        .filter((path) => /\/(utils?|helpers?|common|types?|misc)(\/|\.(test\.)?tsx?$)/.test(path)),
    offends: [
      one('src/kit/utils.ts', ''),
      one('src/sync/helpers/x.ts', ''),
      one('src/guide/types.ts', ''),
    ],
    allows: [one('src/guide/question-types.ts', '')],
  },
  {
    name: 'a file has at most 300 lines',
    check: (modules) =>
      modules
        .filter((module) => module.lines > 300)
        .map((module) => `${module.path}: ${module.lines} lines`),
    offends: [one('src/kit/x.ts', 'a;\n'.repeat(301))],
    allows: [one('src/kit/x.ts', 'a;\n'.repeat(300))],
  },
];
