import type { Reply, WorkerApi, WorkerNews } from './worker/api.ts';
import { scriptUrl } from './trusted.ts';
import workerUrl from './worker/main.ts?worker&url';

type Method = keyof WorkerApi;
type Out<M extends Method> = Awaited<ReturnType<WorkerApi[M]>>;

/** The page's end of the line to the vault worker. */
export interface VaultLine {
  call<M extends Method>(method: M, ...args: Parameters<WorkerApi[M]>): Promise<Out<M>>;
  onNews(listener: (news: WorkerNews) => void): () => void;
  /**
   * Resolves when every word is on disk or refused. While a field's words are being kept, its newer ones wait in the
   * page: closing the vault before they have gone as well would lose them.
   */
  landed(): Promise<void>;
  end(): void;
}

/** A bug that the worker met: its name and where it happened, and never its message. */
export class ToldBug extends Error {
  readonly frames: readonly string[];
  constructor(name: string, frames: readonly string[]) {
    super();
    this.name = name;
    this.frames = frames;
  }
}

/** Starts the worker. Its answers come in any order; each goes to the call that asked. */
export function openVaultLine(): VaultLine {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(news: WorkerNews) => void>();
  const words = new Set<Promise<unknown>>();
  let count = 0;
  /** The vault is being let go: what is asked of it now finds it closed, and nobody is left to hear of that. */
  let closing = false;
  let isUp = false;
  worker.onmessage = (message: MessageEvent<Reply | { readonly news: WorkerNews }>) => {
    const { data } = message;
    isUp = true;
    if ('news' in data) {
      for (const listener of listeners) listener(data.news);
      return;
    }
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    // A worker that can't even start answers nobody: every call would wait for ever. One that has answered before goes
    // on answering. What it said may hold words.
    if (isUp) return reportError(new ToldBug('worker', []));
    for (const [id, answer] of waiting) answer({ id, failed: 'worker', frames: [] });
    waiting.clear();
  };
  return {
    call: (method, ...args) => {
      count += 1;
      const id = count;
      closing ||= method === 'close';
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      waiting.set(id, (reply) => {
        if (!('failed' in reply)) settle(resolve, reply);
        else if (!closing || method === 'close') reject(new ToldBug(reply.failed, reply.frames));
      });
      worker.postMessage({ id, method, args });
      if (method === 'draft' || method === 'append') {
        words.add(promise);
        const forget = () => words.delete(promise);
        promise.then(forget, forget);
      }
      return promise;
    },
    landed: async () => {
      while (words.size > 0) {
        await Promise.allSettled(words);
        // Who waited for an answer sends the words that waited behind it before this comes back.
        await nextTask();
      }
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => worker.terminate(),
  };
}

/** Not by a timer: in a tab that nobody sees it would come a second later. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** The worker is our own code, built from the same `WorkerApi`: what it answers has the method's type. */
function settle(resolve: (value: never) => void, reply: { readonly value: unknown }): void {
  Reflect.apply(resolve, undefined, [reply.value]);
}
