/** Whole processes, servers and real key derivation: `npm test` runs these, and `npm run check` says that it does not. */
export const SLOW = [
  'scripts/{demo,go}.test.ts',
  'src/app/worker/{contents-sound,sound-way}.test.ts',
  'src/office/killed.test.ts',
  'src/office/routes/mail.test.ts',
  'src/sync/http.test.ts',
  'src/vault/{breaker,outbox,reseal,sound-store,streams,two-copies,unlock}.test.ts',
  'tests/contracts/{age,journal-vault}.test.ts',
  'tests/scenarios/**/*.test.ts',
];

/** Whole screens used key by key: left out there too. Their parts have tests of their own. */
export const SLOW_SCREENS = [
  'src/app/screens/{Lock,SetUpOffice}.test.tsx',
  'src/interview/ui/{AfterTalk,AgeChoice,ConsentGate,ReadBack,SupportCards,Talk,Talk-leaving,TimelineTool,TurnedView}.test.tsx',
  'src/interview/ui/transcript/TranscriptPage.test.tsx',
  'src/review/ui/{DecisionPanel,Reading}.test.tsx',
];

/** They read the house's own code or papers as files, so a change can reach them without an import that shows it. */
export const READING = [
  'tests/architecture.test.ts',
  'tests/question-kinds.test.ts',
  'src/i18n/catalogues.test.ts',
];
