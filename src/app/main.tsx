import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/kit.css';
import './shell.css';
import { App } from './App.tsx';
import { startUpdates } from './update.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
// React would log a bug with its message, which may hold words; ErrorScreen logs where it happened.
const page = createRoot(root, { onCaughtError: () => undefined });
if (new URLSearchParams(location.search).has('bench')) {
  // Fetched only when the address asks for it; a person's chunks are not behind a waiting line either.
  void import('./bench/BenchPage.tsx').then(({ BenchPage }) =>
    page.render(<App instead={<BenchPage />} />),
  );
} else {
  page.render(<App />);
}
void startUpdates();
