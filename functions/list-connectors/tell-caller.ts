import type { Caller } from '../../shared/schemas/caller.ts';

/** Who is asking, as their token was read: a client need not look into it. */
export async function tellCaller(_request: unknown, caller: Caller): Promise<Caller> {
  return caller;
}
