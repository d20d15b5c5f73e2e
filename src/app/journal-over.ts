import type { StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import type { StreamKind } from '../journal/model/event.ts';
import type { Journal, StreamSummary } from '../journal/model/port.ts';
import type { VaultLine } from './call.ts';
import { sharing } from './events-over.ts';
import type { ListNews } from './worker/lists.ts';

/** The sealed journal, over the line to the vault worker. */
export function journalOver(line: VaultLine): Journal<'real'> {
  const share = sharing();
  const lists = new Map<StreamKind, Listed>();
  const inTurn = turns<StreamKind>();
  return {
    class: 'real',
    // A list crosses once; after that what is new in it, and a summary that has not changed stays the same object. Two
    // who ask at once ask one after the other: thousands of summaries would cross twice.
    list: (kind) =>
      inTurn(kind, async () => {
        const news = await line.call('listSince', kind, lists.get(kind)?.stamp ?? 0);
        const listed = withNews(lists.get(kind) ?? NOTHING, news);
        lists.set(kind, listed);
        return listed.list;
      }),
    open: async (stream) => {
      const opened = await line.call('open', stream);
      return opened && { ...opened, events: opened.events.map(share) };
    },
    append: async (...args) => {
      const kept = await line.call('append', ...args);
      return kept.ok ? ok({ ...kept.value, events: kept.value.events.map(share) }) : kept;
    },
    draft: (...args) => line.call('draft', ...args),
    take: (...args) => line.call('take', ...args),
    erase: (stream) => line.call('erase', stream),
    subscribe: (listener: (stream: StreamId) => void) =>
      line.onNews((news) => {
        if (news.type === 'stream') listener(news.stream);
      }),
  };
}

/** Asks one after the other, each key by itself; one that fails does not stop the next. */
export function turns<K>(): <T>(key: K, ask: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>();
  return (key, ask) => {
    const answer = last.get(key)?.then(ask, ask) ?? ask();
    last.set(key, answer);
    return answer;
  };
}

interface Listed {
  readonly stamp: number;
  readonly list: readonly StreamSummary[];
}

const NOTHING: Listed = { stamp: 0, list: [] };

/** Answers may come in another order than they were asked for: an older one has nothing to add. */
export function withNews(known: Listed, { stamp, changed, gone }: ListNews): Listed {
  if (stamp < known.stamp) return known;
  if (changed.length + gone.length === 0) return { ...known, stamp };
  const away = new Set<StreamId>([...gone, ...changed.map(({ stream }) => stream)]);
  const list = [...changed, ...known.list.filter(({ stream }) => !away.has(stream))];
  return { stamp, list: list.sort((a, b) => b.changed - a.changed) };
}
