import { expect, it } from 'vitest';
import { fromUtf8 } from '../../base/bytes.ts';
import { INTERVIEW, memoryJournal, started, written } from '../../interview/fixture.ts';
import { takingBackSegments } from '../../interview/model/transcript-acts.ts';
import {
  heard,
  machine,
  said,
  seg,
  stateOf,
  transcribed,
} from '../../interview/transcript-fixture.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { transcriptPart } from './contents-transcript.ts';

async function page(events: readonly JournalEvent[]): Promise<string> {
  const journal = memoryJournal();
  await journal.append(INTERVIEW, 'interview', [started()], null);
  const parts = await transcriptPart(journal, events);
  expect(parts.map(({ path }) => path)).toEqual(['transcript.md']);
  return parts.map(({ bytes }) => fromUtf8(bytes)).join('');
}

it('reads as the talk did: times, speakers, words as quotes, remarks apart, and what is not checked', async () => {
  const imported = transcribed([
    said(1, 'Hur var det?', { clock: '14:05' }),
    machine(2, 'Vi målade staketet', { remark: 'ler' }),
    machine(3, 'Och *sen*?'),
    said(4, ''),
  ]);
  const text = await page(transcribed([heard(2, imported)], imported));
  expect(text).toContain('# Utskrift');
  expect(text).toContain('K-017');
  expect(text).toMatch(/### 1\\?\. 14:05 Intervjuare\n\n\*Skriven för hand\*\n\n> Hur var det\?/);
  expect(text).toMatch(
    /0:02 Deltagare\n\n\*Kontrollerad\*\n\n> Vi målade staketet\n\n\*Din anmärkning/,
  );
  expect(text).toMatch(/0:03 Intervjuare\n\n\*Ej kontrollerad\*\n\n> Och \\\*sen\\\*\?/);
  expect(text).not.toContain('### 4');
});

it('holds nothing of what was taken back but that it was', async () => {
  const events = transcribed([said(1, 'Öppet'), said(2, 'hemligt')]);
  const text = await page(written(takingBackSegments(stateOf(events), events, [seg(2)]), events));
  expect(text).not.toContain('hemligt');
  expect(text).toContain('Stycken som deltagaren har tagit tillbaka: 1');
});

it('is nothing when the events begin no transcript', async () => {
  expect(await transcriptPart(memoryJournal(), [])).toEqual([]);
});
