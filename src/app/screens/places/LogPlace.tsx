import { useCallback } from 'react';
import { hex } from '../../../base/bytes.ts';
import { foldLog, logStreamOf, monthOf, type LogFact } from '../../../review/model/access-log.ts';
import { AccessLogView } from '../../../review/ui/AccessLogView.tsx';
import { nameIn } from '../names.ts';
import { useAsked } from '../use-desk.ts';
import { codesIn, editsIn } from './edits.ts';
import type { PlaceProps } from './place.ts';

/** Who has unlocked, read, changed and taken something out, and the monthly check. */
export function LogPlace({ desk, deps, onBack }: PlaceProps) {
  const known = useAsked(
    desk,
    useCallback(async () => {
      const { journal } = desk;
      const logs = await Promise.all(
        (await journal.list('log')).map(({ stream }) => journal.open(stream)),
      );
      return {
        log: foldLog(logs.map((opened) => opened?.events ?? [])),
        codes: await codesIn(journal),
        directory: await desk.directory(),
      };
    }, [desk]),
  );
  const edits = useCallback((month: string) => editsIn(desk.journal, month), [desk]);
  if (!known) return null;
  return (
    <AccessLogView
      log={known.log}
      me={desk.me.member}
      now={deps.clock.now()}
      nameOf={nameIn(known.directory, desk)}
      callOf={(stream) => known.codes.get(stream)}
      editsIn={edits}
      seed={() => hex(deps.random.bytes(16))}
      onBack={onBack}
      onSign={async (data) => {
        const month = monthOf(deps.clock.now());
        const stream = logStreamOf(desk.me.member, month);
        const fact: LogFact = { type: 'LogChecked', version: 1, data };
        const summary = { by: desk.me.member, month };
        const kept = await desk.journal.append(stream, 'log', [fact], summary);
        if (kept.ok) await desk.deliver('log', stream);
        return kept.ok;
      }}
    />
  );
}
