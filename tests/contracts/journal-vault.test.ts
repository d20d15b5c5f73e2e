import { test } from 'vitest';
import { createVault, memoryDevice } from '../setup/vault.ts';
import { runJournalContract } from './journal.contract.ts';

runJournalContract(
  'sealed vault on files in memory',
  async (writer) => (await createVault(memoryDevice().start(), writer)).journal,
  test,
);
