import type { MemberId } from '../../base/ids.ts';
import type { Directory } from '../../sync/model/directory.ts';
import type { Desk } from '../port.ts';

/** A colleague's name by the accepted directory; nothing for someone it does not know. */
export const nameIn =
  (directory: Directory | undefined, desk: Desk) =>
  (member: MemberId): string =>
    member === desk.me.member
      ? desk.me.name
      : (directory?.members.find((each) => each.member === member)?.name ??
        desk.nameOf?.(member) ??
        '');
