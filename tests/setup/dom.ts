import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What comes late on a busy machine comes all the same; what does not come fails a little later.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
