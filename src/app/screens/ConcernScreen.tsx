import { useCallback, useEffect, useState } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { concernTexts } from '../../i18n/concern.ts';
import { homeTexts } from '../../i18n/home.ts';
import { ConcernSession } from '../../interview/concern.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { ConcernForm, type ConcernPorts } from '../../interview/ui/ConcernForm.tsx';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { ConcernReading } from '../../review/ui/ConcernReading.tsx';
import type { Desk } from '../port.ts';
import { go, type Route } from '../routes.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

/** A draft for a report: written by the one who began it, read by the others. */
export function ConcernScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly print: () => void;
  /** Where it leads to on leaving, if not by the address, as in practice. */
  readonly goTo?: typeof go;
}) {
  const { stream, desk, clock, goTo = go } = props;
  const t = useTexts(concernTexts);
  const home = useTexts(homeTexts);
  const [session, setSession] = useState<ConcernSession | 'none' | null>(null);
  useEffect(() => {
    let here = true;
    void ConcernSession.open(desk.journal, clock.now, stream).then((opened) => {
      if (here) setSession(opened ?? 'none');
    });
    return () => {
      here = false;
    };
  }, [stream, desk, clock]);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        directory: await desk.directory(),
        interviews: await desk.journal.list('interview'),
      }),
      [desk],
    ),
  );
  if (session === null || !known) return null;
  const nameOf = nameIn(known.directory, desk);
  const toInbox: Route = { name: desk.me.role === 'supervisor' ? 'inbox' : 'home' };
  if (session === 'none' || isGone(session, desk.me.member)) {
    return (
      <Page title={t.missing}>
        <div className="row">
          <Button onClick={() => goTo(toInbox)}>{t.toHome}</Button>
        </div>
      </Page>
    );
  }
  const { author, interview } = session.snapshot();
  if (author !== desk.me.member) {
    return (
      <ConcernReading
        stream={stream}
        journal={desk.journal}
        author={nameOf(author)}
        acknowledge={desk.acknowledge}
        onBack={() => goTo(toInbox)}
      />
    );
  }
  const from = known.interviews.find((each) => each.stream === interview);
  const status = from && InterviewSummary.safeParse(from.data).data?.status;
  const talking = status === 'talking' || status === 'paused';
  const ports: ConcernPorts = {
    clock,
    deliver: async () => {
      // What can't be packed now is offered again in the next round, and stays red on the start page.
      await desk.deliver('concern', stream);
    },
    saveFile: async () => {
      const file = await desk.saveFile('concern', stream);
      if (!file.ok) return 'notMade';
      saveFile(`${stream.slice(0, 8)}.aterblick`, file.value, 'application/zip');
      return 'saved';
    },
    saveFileLabel: home.saveFile,
    print: props.print,
    onBack: () =>
      goTo(
        talking && interview ? { name: 'talk', stream: interview } : { name: 'home' },
        'replace',
      ),
    backTo: talking ? 'talk' : 'home',
    author: desk.me.name,
  };
  return <ConcernForm session={session} ports={ports} />;
}

/** My own that I removed; a colleague's is read as what it was. */
const isGone = (session: ConcernSession, me: MemberId): boolean => {
  const { author, removedAt } = session.snapshot();
  return author === me && removedAt !== undefined;
};
