import type { Reply, Request, WorkerApi, WorkerNews } from './api.ts';

/** Answers the page's calls one message each; a bug is told by its name only, since its message may hold words. */
export function serve(api: WorkerApi): void {
  const methods = new Map<string, (...args: never[]) => Promise<unknown>>(Object.entries(api));
  self.onmessage = async (message: MessageEvent<Request>) => {
    const { id, method, args } = message.data;
    const call = methods.get(method);
    let reply: Reply;
    try {
      if (!call) throw new Error(`no method ${method}`);
      reply = { id, value: await Reflect.apply(call, undefined, args) };
    } catch (cause) {
      reply = { id, failed: cause instanceof Error ? `${cause.name}: ${cause.message}` : 'unknown' };
    }
    self.postMessage(reply);
  };
}

/** Tells the page something by itself. */
export function tell(news: WorkerNews): void {
  self.postMessage({ news });
}
