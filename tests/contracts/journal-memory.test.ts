import { test } from 'vitest';
import { systemClock, systemRandom } from '../../src/base/deps.ts';
import { openMemoryJournal } from '../../src/journal/memory.ts';
import { runJournalContract } from './journal.contract.ts';

const deps = { clock: systemClock(), random: systemRandom };

runJournalContract('memory', async (writer) => openMemoryJournal(writer, deps), test);
