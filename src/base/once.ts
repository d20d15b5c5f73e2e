/**
 * Makes something when it is first asked for, once for all who ask. A making that failed is not kept: whoever asks next
 * tries again, since a file that could not be fetched may be there a minute later.
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () => {
    making ??= make().catch((cause: unknown) => {
      making = undefined;
      throw cause;
    });
    return making;
  };
}
