import { build } from './bundle.ts';

process.exitCode = await build();
