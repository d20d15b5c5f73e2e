import { useEffect, useState } from 'react';
import { systemClock, systemRandom } from '../../base/deps.ts';
import { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { Talk } from '../../interview/ui/Talk.tsx';
import { openBench, seedBench } from './bench-vault.ts';

const deps = { clock: systemClock(), random: systemRandom };

/**
 * The bench entry (performance.md), only when the server was started with --bench: `?bench=seed&n=200&state=half`
 * puts a generated guide and a half-filled interview into a throw-away sealed vault, `?bench=1&…` opens it straight
 * in question 1, sealing and saving as users have them. `dataset.benchReady` says when.
 */
export function BenchPage() {
  const query = new URLSearchParams(location.search);
  const seeding = query.get('bench') === 'seed';
  const n = Number(query.get('n') ?? 40);
  const half = query.get('state') === 'half';
  const [opened, setOpened] = useState<{ session: InterviewSession; ports: InterviewPorts } | null>(
    null,
  );
  useEffect(() => {
    if (seeding) void seedBench(n, half, deps).then(ready);
    else void openBench(n, half, deps).then(setOpened);
  }, [seeding, n, half]);
  useEffect(() => {
    if (opened) requestAnimationFrame(ready);
  }, [opened]);
  if (!opened) return null;
  return <Talk session={opened.session} ports={opened.ports} saveFileLabel="" />;
}

function ready(): void {
  document.documentElement.dataset['benchReady'] = 'true';
}
