import { expect, test } from 'vitest';
import { localAnnouncer } from '../../../shared/adapters/local/local-announcer.ts';
import { announcerContract } from '../../contracts/announcer.contract.ts';
import { sampleEvent } from '../../support/sample-events.ts';

announcerContract('a laptop', () => {
  const announcer = localAnnouncer();
  return { announcer, told: announcer.latest };
});

test('a laptop keeps the last hundred', async () => {
  const announcer = localAnnouncer();

  for (let n = 1; n <= 103; n += 1) await announcer.announce(sampleEvent(n));

  const latest = announcer.latest();
  expect(latest).toHaveLength(100);
  expect([latest.at(0), latest.at(-1)]).toEqual([sampleEvent(4), sampleEvent(103)]);
});
