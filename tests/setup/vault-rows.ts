import type { VaultId } from '../../src/base/ids.ts';
import type { Device } from './vault.ts';

/** The database as it lies on disk, opened beside the vault. */
export function storedRows(
  device: Device,
  vault: VaultId,
  table: string,
): Promise<Record<string, unknown>[]> {
  return new Promise((resolve, reject) => {
    const database = table === 'slices' ? 'sound' : 'vault';
    const request = device.indexedDB.open(`${database}-${vault}`);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const all = request.result.transaction(table).objectStore(table).getAll();
      all.addEventListener('success', () => {
        request.result.close();
        resolve(all.result);
      });
    });
  });
}

export function changeRow(
  device: Device,
  vault: VaultId,
  id: string,
  to?: (row: Record<string, unknown>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = device.indexedDB.open(`vault-${vault}`);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('rows', 'readwrite');
      const rows = transaction.objectStore('rows');
      const found = rows.get(id);
      found.addEventListener('success', () => {
        if (!to) rows.delete(id);
        else {
          to(found.result);
          rows.put(found.result);
        }
      });
      transaction.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
    });
  });
}
