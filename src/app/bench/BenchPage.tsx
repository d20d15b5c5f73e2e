import { lazy, startTransition, useEffect, useState } from 'react';
import { systemClock, systemRandom } from '../../base/deps.ts';
import type { QuestionId } from '../../base/ids.ts';
import { benchTexts } from '../../i18n/bench.ts';
import { Talk } from '../../interview/ui/Talk.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { timePuts } from './bench-put.ts';
import { readBenchQuery } from './bench-query.ts';
import { openBench, seedBench, type Opened } from './bench-vault.ts';

/** Apart, so that what question 1 loads is counted without it. */
const loadInbox = () => import('./bench-inbox.ts');
const loadRegister = () => import('./bench-register.ts');
const loadShell = () => import('../Shell.tsx');
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));
const deps = { clock: systemClock(), random: systemRandom };

type Stage =
  | { readonly type: 'working' }
  | { readonly type: 'refused' }
  | { readonly type: 'notSeeded' }
  | { readonly type: 'seeded' }
  | ({ readonly type: 'open' } & Opened)
  | { readonly type: 'inbox'; readonly desk: Desk }
  | { readonly type: 'broken'; readonly cause: unknown };

/**
 * The bench entry (performance.md), only when the server was started with --bench: `?bench=seed&n=200&state=half`
 * puts a generated guide and a half-filled interview into a throw-away sealed vault, `?bench=1&…` opens it straight
 * in question 1, sealing and saving as users have them. `dataset.benchReady` says when that is done: after seeding,
 * and when question 1 can be typed in. `?bench=seedInbox&n=5000` and `?bench=inbox` do the same for a supervisor with
 * `n` delivered interviews, `?bench=seedRegister&n=2000` for one with `n` people. `?bench=put&…` times keeping 2 KB into `dataset.benchPut`.
 */
export function BenchPage() {
  const t = useTexts(benchTexts);
  const [stage, setStage] = useState<Stage>({ type: 'working' });
  // Begun with the first drawing, as the entrance starts the worker.
  const [work] = useState(begin);
  useEffect(() => {
    work.then(
      // As the app does it: what is on the screen stays until the next is fetched.
      (made) => startTransition(() => setStage(made)),
      (cause: unknown) => setStage({ type: 'broken', cause }),
    );
  }, [work]);
  useEffect(() => {
    if (stage.type === 'seeded') markReady();
    if (stage.type === 'open') whenTypable(stage.first, markReady);
  }, [stage]);
  switch (stage.type) {
    case 'working':
      return <p role="status">{t.working}</p>;
    case 'refused':
      return <p role="alert">{t.refused}</p>;
    case 'notSeeded':
      return <p role="alert">{t.notSeeded}</p>;
    case 'seeded':
      return <p role="status">{t.seeded}</p>;
    case 'open':
      return <Talk session={stage.session} ports={stage.ports} saveFileLabel="" />;
    case 'inbox':
      return <Shell desk={stage.desk} onDesk={() => undefined} onLeave={() => undefined} />;
    case 'broken':
      throw stage.cause;
  }
}

async function begin(): Promise<Stage> {
  const query = readBenchQuery(location.search);
  switch (query.task) {
    case 'seed':
      return seedBench(query, deps);
    case 'put':
      return put(await openBench(query, deps));
    case 'open':
      return openBench(query, deps);
    case 'seedInbox': {
      const { seedInbox } = await loadInbox();
      return seedInbox(query.n, deps, (done) => {
        document.documentElement.dataset['benchSeeded'] = String(done);
      });
    }
    case 'seedRegister': {
      const { seedRegister } = await loadRegister();
      return seedRegister(query.n, deps, (done) => {
        document.documentElement.dataset['benchSeeded'] = String(done);
      });
    }
    case 'inbox': {
      const { openInbox } = await loadInbox();
      // On the lock screen too, they are there before anyone has typed a passphrase.
      const { inboxDoor } = await loadShell();
      await inboxDoor.prepare();
      const opened = await openInbox(deps);
      if (opened.type !== 'inbox') return opened;
      go({ name: 'inbox' }, 'replace');
      return opened;
    }
  }
}

/** Instead of showing question 1: how long 2 KB take to be safe. */
async function put(stage: Stage): Promise<Stage> {
  if (stage.type !== 'open') return stage;
  const times = await timePuts(stage.session, stage.first, () => performance.now());
  document.documentElement.dataset['benchPut'] = JSON.stringify(times);
  return { type: 'seeded' };
}

/** A field that waits for a chunk is in the document already, but not on the screen. */
function whenTypable(first: QuestionId, then: () => void): void {
  const field = document.querySelector<HTMLElement>(`[data-qid="${first}"]`);
  if (field?.checkVisibility()) then();
  else requestAnimationFrame(() => whenTypable(first, then));
}

function markReady(): void {
  document.documentElement.dataset['benchReady'] = 'true';
}
