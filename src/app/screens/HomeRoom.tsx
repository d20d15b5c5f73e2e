import { useEffect, useState } from 'react';
import { roomTexts } from '../../i18n/room.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { StoreStatus } from '../../vault/model/port.ts';

type Promised = 'asking' | 'yes' | 'no' | 'refused' | 'given';

/** What the vault gives as the cause when the disk takes no more. */
const FULL: ReadonlySet<string | null> = new Set(['NoFreeSpace', 'QuotaExceededError']);
const isFull = ({ cause }: Pick<StoreStatus, 'cause'>): boolean => FULL.has(cause);

/** Said on the start page, before a talk: afterwards there is little that anyone can do. Nothing when all is well. */
export function HomeRoom(props: {
  readonly status: StoreStatus;
  readonly storage?: Pick<StorageManager, 'persist' | 'persisted'>;
}) {
  const { status, storage = navigator.storage } = props;
  const t = useTexts(roomTexts);
  const [promised, setPromised] = useState<Promised>('asking');
  useEffect(() => {
    let here = true;
    void storage.persisted().then((is) => {
      if (here) setPromised(is ? 'yes' : 'no');
    });
    return () => {
      here = false;
    };
  }, [storage]);
  const ask = async () => setPromised((await storage.persist()) ? 'given' : 'refused');
  return (
    <>
      {isFull(status) && <Notice tone="warn">{t.full}</Notice>}
      {promised === 'given' && <Notice live>{t.promised}</Notice>}
      {(promised === 'no' || promised === 'refused') && (
        <Notice tone="warn">
          <p>{t.notPromised}</p>
          <p>{t.install}</p>
          <div className="row">
            <Button onClick={() => void ask()}>{t.ask}</Button>
            <span role="status">{promised === 'refused' && t.refused}</span>
          </div>
        </Notice>
      )}
    </>
  );
}
