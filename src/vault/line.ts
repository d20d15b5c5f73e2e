/** Runs one task after the other, in the order they were asked for. A task that throws does not stop the next. */
export type Line = <T>(task: () => Promise<T>) => Promise<T>;

export function makeLine(): Line {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    // The error goes to whoever asked; the line itself only waits.
    last = result.catch(() => undefined);
    return result;
  };
}
