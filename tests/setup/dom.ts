import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// What comes late on a busy machine comes all the same; what does not come fails a little later.
configure({ asyncUtilTimeout: 25_000 });
afterEach(cleanup);
// A part of a screen that is still being fetched must not find the document gone.
afterAll(() => vi.dynamicImportSettled());
