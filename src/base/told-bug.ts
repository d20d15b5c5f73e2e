/** A bug that somebody else met, in the vault's worker: its name and where it happened, and never its message. */
export class ToldBug extends Error {
  readonly frames: readonly string[];
  constructor(name: string, frames: readonly string[]) {
    super();
    this.name = name;
    this.frames = frames;
  }
}
