import type { BugFacts } from '../../base/bug.ts';
import type { Reply, Request, WorkerApi, WorkerNews } from './api.ts';

type Methods = ReadonlyMap<string, (...args: never[]) => Promise<unknown>>;

/** Answers the page's calls one message each. */
export function serve(api: WorkerApi): void {
  const methods: Methods = new Map(Object.entries(api));
  self.onmessage = async (message: MessageEvent<Request>) => {
    self.postMessage(await answerTo(methods, message.data));
  };
}

/** A bug is told by its name and place, since its message may hold words and the page shows and logs what it is told. */
export async function answerTo(methods: Methods, { id, method, args }: Request): Promise<Reply> {
  const call = methods.get(method);
  try {
    if (!call) throw new Error('no such method');
    return { id, value: await Reflect.apply(call, undefined, args) };
  } catch (cause) {
    const { name, frames } = await bugFacts(cause);
    return { id, failed: name, frames };
  }
}

/** Loaded when there is a bug to tell. If even that cannot be fetched, its name has to do. */
const bugFacts = (cause: unknown): Promise<BugFacts> =>
  import('../../base/bug.ts').then(
    ({ factsOf }) => factsOf(cause),
    () => ({ name: cause instanceof Error ? cause.name : 'unknown', frames: [] }),
  );

/** Tells the page something by itself. */
export function tell(news: WorkerNews): void {
  self.postMessage({ news });
}

/** A bug in the background: told by its name and place only, since its message may hold words. */
export const tellBroken = (cause: unknown): void =>
  void bugFacts(cause).then((facts) => tell({ type: 'broke', ...facts }));
