import type { StreamId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import type { VaultLine } from './call.ts';

/** The sealed journal, over the line to the vault worker. */
export function journalOver(line: VaultLine): Journal {
  return {
    list: (kind) => line.call('list', kind),
    open: (stream) => line.call('open', stream),
    append: (...args) => line.call('append', ...args),
    draft: (...args) => line.call('draft', ...args),
    take: (...args) => line.call('take', ...args),
    erase: (stream) => line.call('erase', stream),
    subscribe: (listener: (stream: StreamId) => void) =>
      line.onNews((news) => {
        if (news.type === 'stream') listener(news.stream);
      }),
  };
}
