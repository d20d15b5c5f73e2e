import type { Clock } from '../../base/deps.ts';
import type { WorkerApi } from './api.ts';

/** What the office answers before there is a vault to sign with. */
export function officeDoor(clock: Clock): Pick<WorkerApi, 'officeCard' | 'checkSecret'> {
  const open = async () => {
    const { openHttp } = await import('../../sync/http.ts');
    return openHttp({ baseUrl: self.location.origin, clock });
  };
  return {
    officeCard: async () => (await open()).card(),
    checkSecret: async (secret) => (await open()).checkSecret({ secret }),
  };
}
