import type { Readable } from 'node:stream';
import * as z from 'zod/mini';
import { fromUtf8 } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { ApiProblemCode } from '../sync/model/protocol.ts';

export type Answer =
  | { readonly type: 'json'; readonly status: number; readonly text: string }
  | { readonly type: 'object'; readonly length: number; readonly bytes: Readable };

export type Answered = Result<Answer, ApiProblemCode>;

export const json = (value: unknown, status = 200): Answered =>
  jsonText(JSON.stringify(value), status);

/** For what must go out byte for byte as it was written. */
export const jsonText = (text: string, status = 200): Answered =>
  ok({ type: 'json', status, text });

/** The border: bytes to a typed value, or badRequest. What was wrong with them is not repeated anywhere. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: Uint8Array): Result<T, 'badRequest'> {
  try {
    const parsed = schema.safeParse(JSON.parse(fromUtf8(body)));
    return parsed.success ? ok(parsed.data) : err('badRequest');
  } catch (error) {
    // Not UTF-8 (TypeError) or not JSON (SyntaxError).
    if (error instanceof TypeError || error instanceof SyntaxError) return err('badRequest');
    throw error;
  }
}

/** An id in the path; one that can't exist is simply not found. */
export function parseId<T>(schema: z.ZodMiniType<T>, text: string): Result<T, 'notFound'> {
  const parsed = schema.safeParse(text);
  return parsed.success ? ok(parsed.data) : err('notFound');
}
