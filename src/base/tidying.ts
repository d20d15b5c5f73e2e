import { release } from './bytes.ts';

/** So much untouched room is asked for and given back that a browser thinks of tidying up; it costs no memory. */
const MUCH = 64 * 1024 * 1024;

/** With 4 MiB, packing ninety minutes of sound came to 152 MB at its highest instead of 143. */
const TIDY_EVERY = 1024 * 1024;

/**
 * Asks the browser to tidy up when so much has passed. What its own objects hold, as the copy of a value that was put
 * into the database or of a request that was sent, is not counted when it decides whether to, and goes only then.
 * @returns to be told how many bytes have passed.
 */
export function tidying(): (bytes: number) => void {
  let unseen = 0;
  return (bytes) => {
    unseen += bytes;
    if (unseen < TIDY_EVERY) return;
    unseen = 0;
    try {
      release(new Uint8Array(MUCH));
    } catch {
      // There is no such room: then it tidies up by itself.
    }
  };
}
