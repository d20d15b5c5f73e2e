import { globSync, readFileSync } from 'node:fs';
import { posix, resolve, sep } from 'node:path';

/** A source file as the architecture rules see it. All texts are equally long, so that places agree. */
export interface Module {
  /** From the root, with `/`: `src/parcel/model/manifest.ts`. */
  readonly path: string;
  /** Without comments and without what stands in strings. */
  readonly bare: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** The file a relative specifier leads to, without `?query`; undefined for a package. */
  readonly to: string | undefined;
  readonly reExport: boolean;
  /** The statement's place in `bare`. */
  readonly start: number;
  readonly end: number;
}

const root = resolve(import.meta.dirname, '..', '..');

/** Every TypeScript file under src/. */
export function readSources(): Module[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .sort()
    .map((file) => parseModule(file, readFileSync(resolve(root, file), 'utf8')));
}

export function parseModule(path: string, text: string): Module {
  const { code, bare } = strip(text);
  return {
    path,
    bare,
    lines: text.trimEnd().split('\n').length,
    imports: findImports(path, code, bare),
  };
}

const statements = [
  // import x from '…', import type { X } from '…', export { x } from '…', export * from '…'
  /\b(import|export)\s*(?:type\s+)?(?:[\w$]+\s*,?\s*)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}]*\})?\s*\bfrom\s*(['"])( *)\2/g,
  // import '…'
  /\b(import)\s*(['"])( *)\2/g,
  // import('…'), also in a type
  /\b(import)\s*\(\s*(['"`])( *)\2/g,
  // new URL('…', import.meta.url): a worker, or a file beside
  /\bnew\s+(URL)\s*\(\s*(['"])( *)\2\s*,\s*import\.meta\.url/g,
];

function findImports(path: string, code: string, bare: string): Import[] {
  return statements.flatMap((statement) =>
    [...bare.matchAll(statement)].flatMap((match) => {
      const [whole, word, quote = "'"] = match;
      const open = match.index + whole.indexOf(quote);
      const specifier = code.slice(open + 1, code.indexOf(quote, open + 1));
      const clean = specifier.replace(/\?.*$/, '');
      const to = clean.startsWith('.') ? posix.join(posix.dirname(path), clean) : undefined;
      const end = match.index + whole.length;
      return [{ specifier, to, reExport: word === 'export', start: match.index, end }];
    }),
  );
}

/** Blanks comments (in both) and the insides of strings, templates and regular expressions (in `bare`). */
function strip(text: string): { code: string; bare: string } {
  const pattern =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/(?![/*>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
  let code = '';
  let bare = '';
  let last = 0;
  while (last < text.length) {
    pattern.lastIndex = last;
    const match = pattern.exec(text);
    const begin = match?.index ?? text.length;
    code += text.slice(last, begin);
    bare += text.slice(last, begin);
    last = begin;
    if (!match) break;
    const [token] = match;
    if (token.startsWith('/') && !isComment(token) && !expressionMayBegin(bare)) {
      // A division, or the end of an element: one sign only.
      code += '/';
      bare += '/';
      last += 1;
      continue;
    }
    code += isComment(token) ? blank(token) : token;
    bare += isComment(token) ? blank(token) : hollow(token);
    last += token.length;
  }
  return { code, bare };
}

const isComment = (token: string) => token.startsWith('//') || token.startsWith('/*');
const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Keeps the quotes; of a template also what stands in `${…}`, which is code. */
function hollow(token: string): string {
  const [quote = ''] = token;
  if (quote !== '`') return quote + blank(token.slice(1, -1)) + token.slice(-1);
  return token.replace(
    /(\$\{[^}]*\})|[^\n`]/g,
    (sign, hole: string | undefined) => hole ?? ' '.repeat(sign.length),
  );
}

/** Whether a `/` here begins a regular expression: after an operator or a word that expects a value. */
function expressionMayBegin(before: string): boolean {
  return /(?:^|[=(,:[!&|?{};+\-*%~^>]|\b(?:return|case|typeof|of|in))\s*$/.test(before.slice(-40));
}
