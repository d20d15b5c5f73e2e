import { ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';

/** What the screen may say about safety: "saved" only when all that is shown is flushed to disk. */
export type SaveState =
  | { readonly type: 'saved'; readonly where: Saved }
  | { readonly type: 'saving' }
  | { readonly type: 'failed'; readonly problem: StoreProblem };

/** Listens until the returned function is called. */
export function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Counts the writes of one session that are under way, and remembers what could not be kept. */
export class Saves {
  /** By what was to be kept: another field's luck does not make this one saved. */
  #problems = new Map<string, StoreProblem>();
  #where: Saved = 'both';
  #underWay = 0;
  #state: SaveState = { type: 'saved', where: 'both' };
  #listeners = new Set<() => void>();

  state = (): SaveState => this.#state;
  subscribe = (listener: () => void): (() => void) => listen(this.#listeners, listener);

  begin(): void {
    this.#underWay += 1;
    this.#publish();
  }

  /** A write of this came back; the screen hears of it when the whole of it has ended. */
  note(what: string, result: Result<Saved, StoreProblem>): void {
    if (result.ok) {
      this.#where = result.value;
      this.#problems.delete(what);
    } else {
      this.#problems.set(what, result.error);
    }
  }

  /** It lies in something else by now. */
  settled(what: string): void {
    this.#problems.delete(what);
  }

  end(): void {
    this.#underWay -= 1;
    this.#publish();
  }

  /** What a write of nothing comes to. */
  unchanged = (): Result<Saved, StoreProblem> => ok(this.#where);

  #publish(): void {
    const [problem] = this.#problems.values();
    const next: SaveState = problem
      ? { type: 'failed', problem }
      : this.#underWay > 0
        ? { type: 'saving' }
        : { type: 'saved', where: this.#where };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
