import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { filesOf } from './browser.ts';

/** Words that are in no bundle and no guide: made when the test runs, one for each field. */
export interface Marks {
  /** What every mark begins with. */
  readonly root: string;
  /** The places that have a mark. */
  readonly places: readonly string[];
  mark(place: string): string;
}

export function newMarks(): Marks {
  // Letters alone: ten digits in a row would be refused as an identity number now and then.
  const root = `kanarie${randomBytes(6)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  const places: string[] = [];
  return {
    root,
    places,
    mark: (place) => {
      places.push(place);
      return `${root}${place.replaceAll(/[^a-z0-9]/gi, '')}`;
    },
  };
}

interface Find {
  readonly file: string;
  readonly as: string;
  /** What stands there, to tell which field it came from. */
  readonly found: string;
}

/** Every file under the folder that holds one of the words, as it is or in another common writing. */
export async function search(
  folder: string,
  words: readonly string[],
  write: (word: string) => readonly Writing[] = writings,
): Promise<readonly Find[]> {
  const needles = words.flatMap(write);
  const finds: Find[] = [];
  for (const { name, bytes } of await filesOf(folder)) {
    for (const { as, needle } of needles) {
      const at = bytes.indexOf(needle);
      if (at < 0) continue;
      const found = bytes.subarray(at, at + 120).toString('latin1');
      finds.push({ file: path.relative(folder, name), as, found });
    }
  }
  return finds;
}

interface Writing {
  readonly as: string;
  readonly needle: Buffer;
}

export const plainWritings = (word: string): readonly Writing[] => [
  { as: 'utf-8', needle: Buffer.from(word, 'utf8') },
  { as: 'utf-16le', needle: Buffer.from(word, 'utf16le') },
  { as: 'utf-16be', needle: Buffer.from(word, 'utf16le').swap16() },
];

export const writings = (word: string): readonly Writing[] => [
  ...plainWritings(word),
  ...inBase64(Buffer.from(word, 'utf8')).map((needle) => ({ as: 'base64', needle })),
  ...inBase64(Buffer.from(word, 'utf16le')).map((needle) => ({
    as: 'base64 of utf-16le',
    needle,
  })),
];

/** Three letters are four signs, so the same word has three writings; the signs its neighbours share are left out. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const shared = Math.ceil((before * 8) / 6);
    const isWhole = (before + bytes.length) % 3 === 0;
    return Buffer.from(text.slice(shared, isWhole ? undefined : -1), 'latin1');
  });
}
