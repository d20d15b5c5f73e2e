/* The page's side: sends names and texts to the vault worker and hands back its answers. */
const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' });
let last = 0;
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

worker.addEventListener(
  'message',
  (event: MessageEvent<{ id: number; value?: unknown; error?: string }>) => {
    const { id, value, error } = event.data;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  },
);

export function call(name: string, ...args: string[]): Promise<unknown> {
  last += 1;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, name, args });
  });
}

/** Types a text key by key, and says after every flush how much of it is on disk. */
export async function type(
  stream: string,
  key: string,
  text: string,
  pauseMs: number,
): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    void call('draft', stream, key, text.slice(0, length)).then(() => {
      console.info(`flushed ${length}`);
    });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

Object.assign(globalThis, { call, type });
document.documentElement.dataset['ready'] = 'true';
