import type { Reply, Request, WorkerApi, WorkerNews } from './api.ts';

type Methods = ReadonlyMap<string, (...args: never[]) => Promise<unknown>>;

/** Answers the page's calls one message each. */
export function serve(api: WorkerApi): void {
  const methods: Methods = new Map(Object.entries(api));
  self.onmessage = async (message: MessageEvent<Request>) => {
    self.postMessage(await answerTo(methods, message.data));
  };
}

/** A bug is told by its name only, since its message may hold words and the page may show or log it. */
export async function answerTo(methods: Methods, { id, method, args }: Request): Promise<Reply> {
  const call = methods.get(method);
  try {
    if (!call) throw new Error('no such method');
    return { id, value: await Reflect.apply(call, undefined, args) };
  } catch (cause) {
    return { id, failed: cause instanceof Error ? cause.name : 'unknown' };
  }
}

/** Tells the page something by itself. */
export function tell(news: WorkerNews): void {
  self.postMessage({ news });
}
