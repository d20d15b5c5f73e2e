import { createServer, request, type IncomingMessage } from 'node:http';

/** What the gate does with a request: hand it on, or let the line be cut by what goes wrong meanwhile. */
export type Decide = (asked: { readonly method: string; readonly path: string }) => Step;

export type Step =
  | { readonly type: 'pass' }
  /** The line breaks before a byte has gone on. */
  | { readonly type: 'cutBefore'; readonly then: () => Promise<void> }
  /** The request has gone on; what happens to it is not waited for. */
  | { readonly type: 'cutDuring'; readonly then: () => Promise<void> }
  /** The office has answered; if `isLost` says so, its answer is lost. */
  | {
      readonly type: 'cutAfter';
      readonly isLost: (answer: string) => boolean;
      readonly then: () => Promise<void>;
    };

/** A line to the office that breaks at chosen moments; the office behind it may die and come back elsewhere. */
export async function openGate(
  port: number,
  officePort: () => number | undefined,
  decide: Decide,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    const step = decide({ method: asked.method ?? '', path: asked.url ?? '' });
    const cut = (then: () => Promise<void>) => {
      answer.destroy();
      void then();
    };
    if (step.type === 'cutBefore') {
      cut(step.then);
      return;
    }
    hand(asked, officePort(), {
      sent: () => {
        if (step.type === 'cutDuring') cut(step.then);
      },
      answered: async (reply) => {
        const body = await bytesOf(reply);
        if (step.type === 'cutAfter' && step.isLost(body.toString())) cut(step.then);
        else if (!answer.destroyed)
          answer.writeHead(reply.statusCode ?? 502, reply.headers).end(body);
      },
      failed: () => answer.destroy(),
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Handing {
  readonly sent: () => void;
  readonly answered: (reply: IncomingMessage) => Promise<void>;
  readonly failed: () => void;
}

function hand(asked: IncomingMessage, port: number | undefined, on: Handing): void {
  if (port === undefined) {
    on.failed();
    return;
  }
  const { method, url: path, headers } = asked;
  const onward = request({ host: '127.0.0.1', port, method, path, headers });
  onward.on('response', (reply) => void on.answered(reply).catch(on.failed));
  onward.on('error', on.failed);
  onward.on('finish', on.sent);
  asked.pipe(onward);
}

async function bytesOf(reply: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of reply) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
