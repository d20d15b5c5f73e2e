import { scriptUrl } from './trusted.ts';

const EVERY_HOUR = 60 * 60_000;
const listeners = new Set<() => void>();
let accept: (() => void) | null = null;

/**
 * Registers the service worker. A new version waits until someone accepts it; it never takes over by itself
 * (toolchain notes, pitfall 4: the plugin's own client misses the first update, so the registration is ours).
 */
export async function startUpdates(): Promise<void> {
  // The development server has no service worker.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After what is needed to write: the first start is not made to wait for the second.
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(scriptUrl('/sw.js'), { scope: '/', updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => {
    accept = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
        once: true,
      });
      workbox.messageSkipWaiting();
    };
    for (const listener of listeners) listener();
  });
  void workbox.register();
  setInterval(() => void workbox.update(), EVERY_HOUR);
}

/** The function that takes the waiting version into use, or null. */
export const waitingUpdate = (): (() => void) | null => accept;

export function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
