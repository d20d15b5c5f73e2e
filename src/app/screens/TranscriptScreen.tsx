import { useEffect, useMemo, useState } from 'react';
import type { Deps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { homeTexts } from '../../i18n/home.ts';
import { InterviewSession } from '../../interview/session.ts';
import type { TranscriptPorts } from '../../interview/ui/transcript/transcript-ports.ts';
import { TranscriptPage } from '../../interview/ui/transcript/TranscriptPage.tsx';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { Opening } from '../Opening.tsx';
import type { Delivery, Desk } from '../port.ts';
import { go } from '../routes.ts';
import { DeliveryTag } from './HomeItems.tsx';
import { useAsked } from './use-desk.ts';

/** An interview on this device, written out word for word. */
export function TranscriptScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly deps: Deps;
  /** Where it leads to on leaving, if not by the address, as in practice. */
  readonly goTo?: typeof go;
}) {
  const { stream, desk, deps, goTo = go } = props;
  const t = useTexts(homeTexts);
  const [interview, setInterview] = useState<InterviewSession | null | 'none'>(null);
  useEffect(() => {
    let here = true;
    const ports = { journal: desk.journal, clock: deps.clock };
    void InterviewSession.open(ports, stream, desk.guide).then((opened) => {
      if (here) setInterview(opened ?? 'none');
    });
    return () => {
      here = false;
    };
  }, [stream, desk, deps]);
  const ports = useMemo(() => portsOf(desk, deps, stream, goTo), [desk, deps, stream, goTo]);
  const deliveries = useAsked(desk, desk.deliveries);
  if (interview === null) return <Opening />;
  if (interview === 'none') {
    return (
      <Page title={t.notOnTablet}>
        <Button onClick={() => goTo({ name: 'home' })}>{t.toHome}</Button>
      </Page>
    );
  }
  const tag = (delivery: Delivery | undefined) => delivery && <DeliveryTag delivery={delivery} />;
  return (
    <TranscriptPage
      interview={interview}
      ports={ports}
      delivery={(transcript) => tag(deliveries?.get(transcript))}
    />
  );
}

function portsOf(desk: Desk, deps: Deps, stream: StreamId, goTo: typeof go): TranscriptPorts {
  return {
    journal: desk.journal,
    deps,
    sound: desk.sound,
    deliver: async (transcript) => (await desk.deliver('transcript', transcript)).ok,
    saveFile: async (transcript) => {
      const file = await desk.saveFile('transcript', transcript);
      if (!file.ok) return 'notMade';
      saveFile(`${transcript.slice(0, 8)}.aterblick`, file.value, 'application/zip');
      return 'saved';
    },
    onBack: () => goTo({ name: 'after', stream }, 'replace'),
  };
}
