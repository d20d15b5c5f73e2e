import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import '../kit/kit.css';
import './shell.css';
import { App } from './App.tsx';
import { startUpdates } from './update.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');
createRoot(root).render(<App />);
void startUpdates();
