import { describe, expect, test } from 'vitest';
import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { oneConnector } from '../support/one-connector.ts';

const minuteMs = 60_000;

/** The vault says of what is asked of it beside the key itself: Google allows that 600 times a minute and project. */
async function watchedVault() {
  const { ports, record, clock, destroyKey } = await oneConnector(() => 'fine');
  const asked: string[] = [];
  const keys: KeyVault = {
    ...ports.keys,
    keep: async (...of) => {
      asked.push('keep');
      return ports.keys.keep(...of);
    },
  };
  const { connectorId } = record;
  const circuit = googleCircuit(clock);
  return {
    asked,
    clock,
    destroyKey,
    check: async () => {
      const outcome = await checkConnector(
        { workspace: 'acme', connectorId },
        { ...ports, keys, announcer: localAnnouncer(), circuit },
        { signal: new AbortController().signal, note: () => undefined },
      );
      expect(outcome).toBe('checked');
    },
    stored: async () => ports.connectors.connector('acme', connectorId),
    edit: async (updatedAt: Date) =>
      ports.connectors.transaction('acme', async (drawer) => {
        const now = await drawer.connector(connectorId);
        if (now) drawer.putConnector({ ...now, updatedAt: updatedAt.toISOString() });
      }),
  };
}

describe('how a key is kept is asked', () => {
  test('once a day, not at every check', async () => {
    const { asked, check, clock } = await watchedVault();
    clock.advance(2 * minuteMs);
    const hours = Array.from({ length: 47 }, (_, hour) => hour);
    for (const _ of hours) {
      await check();
      clock.advance(90 * minuteMs);
    }
    expect(asked).toHaveLength(3);
  });

  test('again after each change, once whoever made it has ended', async () => {
    const { asked, check, clock, edit } = await watchedVault();
    clock.advance(2 * minuteMs);
    await check();
    clock.advance(90 * minuteMs);
    await edit(new Date(clock.now().getTime() - minuteMs));
    await check();
    clock.advance(90 * minuteMs);
    await check();
    clock.advance(90 * minuteMs);
    await check();
    expect(asked).toHaveLength(3);
  });

  test('by reading it: one that was destroyed in between is told at the next check', async () => {
    const { check, clock, destroyKey, stored } = await watchedVault();
    clock.advance(2 * minuteMs);
    await check();
    clock.advance(90 * minuteMs);
    await destroyKey();
    await check();
    expect((await stored())?.latestReport.checks).toMatchObject([{ cause: 'key-lost' }]);
  });

  test('and a lost key is no full check', async () => {
    const { check, destroyKey, stored } = await watchedVault();
    await destroyKey();
    await check();
    expect((await stored())?.latestReport.checks).toMatchObject([{ cause: 'key-lost' }]);
    expect((await stored())?.fullyCheckedAt).toBeUndefined();
  });
});
