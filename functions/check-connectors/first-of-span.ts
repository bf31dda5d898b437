import type { ConnectorStore } from '../../shared/ports/connector-store.ts';

/** A place of the store that is no tenant's: no token can name a workspace so. */
const ofTheService = '_service';

/**
 * Whether this is the first pass of a span of the clock; of two at once, one is. The clocks of two instances differ by
 * less than a span: who is behind by one finds it taken.
 */
export async function firstOfSpan(
  connectors: Pick<ConnectorStore, 'transaction'>,
  { name, spanMs }: { name: string; spanMs: number },
  now: Date,
): Promise<boolean> {
  const spanOf = (moment: number) => Math.floor(moment / spanMs);
  return connectors.transaction(ofTheService, async (drawer) => {
    const [last] = await drawer.turns(name);
    const ahead = last ? spanOf(Date.parse(last.at)) - spanOf(now.getTime()) : NaN;
    if (ahead === 0 || ahead === 1) return false;
    const forgotten = new Date(now.getTime() + 3 * spanMs);
    drawer.putTurns(name, [{ at: now.toISOString() }], forgotten);
    return true;
  });
}
