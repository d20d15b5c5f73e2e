import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { DIST } from '../../screens/office.ts';

/** The office as the operator runs it: a process of its own, which can die at any moment. */
export interface Server {
  readonly port: () => number | undefined;
  start(): Promise<void>;
  /** SIGKILL: it gets no chance to finish anything. */
  kill(): Promise<void>;
}

const MAIN = path.join(import.meta.dirname, '../../../src/office/main.ts');

export function openServer(data: string): Server {
  let child: ChildProcess | undefined;
  let port: number | undefined;
  return {
    port: () => port,
    start: async () => {
      const started = spawn(
        process.execPath,
        [MAIN, '--port', '0', '--data', data, '--dist', DIST],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      child = started;
      port = await new Promise<number>((resolve, reject) => {
        let said = '';
        started.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          const address = /http:\/\/localhost:(\d+)/.exec(said);
          if (address) resolve(Number(address[1]));
        });
        started.once('exit', () => reject(new Error(`the server ended: ${said}`)));
      });
    },
    kill: async () => {
      port = undefined;
      const dying = child;
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
      const ended = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await ended;
    },
  };
}
