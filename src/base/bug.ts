import { isUnfetched } from './unfetched.ts';

/** What may be told of a bug, on the screen and in the console: its name and where it happened. */
export interface BugFacts {
  readonly name: string;
  /** `function file:line:column`, the innermost first. */
  readonly frames: readonly string[];
}

/** A bug's message may hold somebody's words and is never told. */
export function factsOf(bug: unknown): BugFacts {
  if (!(bug instanceof Error)) return { name: 'unknown', frames: [] };
  // Met by the vault's worker, which has told its place (src/app/call.ts).
  if ('frames' in bug && Array.isArray(bug.frames)) {
    return { name: bug.name, frames: bug.frames.filter((each) => typeof each === 'string') };
  }
  return { name: isUnfetched(bug) ? 'Unfetched' : bug.name, frames: framesOf(bug) };
}

const MOST_FRAMES = 20;
/** The file's name alone: no more of its address. */
const PLACE = String.raw`(?:[a-z-]+:\/\/)?[^\s()@]*\/([\w.-]{1,80})(?:\?[\w=&.-]*)?:(\d+):(\d+)`;
const NAME = String.raw`[\w$.<>#/*[\]]{1,80}`;
/** V8: `    at async Journal.append (https://…/assets/main-x.js:1:2)`. */
const V8 = new RegExp(
  String.raw`^ +at (?:async )?(?:new )?(?:(${NAME})(?: \[as [\w$]+\])? \(${PLACE}\)|${PLACE})$`,
);
/** Firefox and Safari: `append@https://…/assets/main-x.js:1:2`. */
const GECKO = new RegExp(`^(${NAME})?@${PLACE}$`);

/**
 * The lines of a stack that are frames, without the message. Only V8 puts the message in front of them, and a message
 * may have lines that look like frames: so it is cut off whole where it stands, and a stack that begins otherwise (its
 * message was changed afterwards) tells nothing.
 */
export function framesOf({ stack = '', message }: Error): readonly string[] {
  const lines = stack.split('\n').filter((line) => line.trim() !== '');
  if (lines.every((line) => GECKO.test(line))) {
    return lines.flatMap((line) => frame(line, GECKO)).slice(0, MOST_FRAMES);
  }
  const at = stack.indexOf(message);
  if (at < 0 || stack.slice(0, at).includes('\n')) return [];
  // What follows on the message's last line is not a frame.
  return stack
    .slice(at + message.length)
    .split('\n')
    .slice(1)
    .flatMap((line) => frame(line, V8))
    .slice(0, MOST_FRAMES);
}

function frame(line: string, form: RegExp): string[] {
  const found = form.exec(line);
  if (!found) return [];
  const [name = '', ...place] = [found[1], ...found.slice(2).filter((part) => part !== undefined)];
  const [file, row, column] = place;
  return [`${name || '–'} ${file}:${row}:${column}`];
}
