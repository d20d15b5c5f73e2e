/**
 * The limit: 2 KB sealed with AES-GCM and put into a bare IndexedDB with strict durability, nothing around it.
 * It runs in the page, so it uses nothing from outside itself.
 */
export async function rawPuts(rounds: number): Promise<number[]> {
  const asked = indexedDB.open('bench-raw', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
  });
  const algorithm = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt']);
  const plain = crypto.getRandomValues(new Uint8Array(2048));
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
    await new Promise<void>((resolve, reject) => {
      const put = database.transaction('rows', 'readwrite', { durability: 'strict' });
      put.objectStore('rows').put(new Uint8Array(sealed), round);
      put.oncomplete = () => resolve();
      put.onerror = () => reject(put.error ?? new Error('not kept'));
    });
    took.push(performance.now() - begun);
  }
  database.close();
  indexedDB.deleteDatabase('bench-raw');
  return took;
}
