import { describe, expect, test } from 'vitest';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { Announcement } from '../../shared/schemas/announcement.ts';
import { sampleDriftEvent, sampleEvent } from '../support/sample-events.ts';
import { globex, sampleId } from '../support/sample-records.ts';

export interface AnnouncerUnderTest {
  announcer: Announcer;
  /** What the receiver holds, in the order in which it came. */
  told: () => unknown[];
}

/** What every Announcer owes, whoever hands its events on. */
export function announcerContract(
  name: string,
  make: () => AnnouncerUnderTest | Promise<AnnouncerUnderTest>,
): void {
  describe(`${name} is an Announcer`, () => {
    test('an event that was announced is with the receiver, whole', async () => {
      const { announcer, told } = await make();
      const event = sampleEvent(1, { name: 'Zoë’s “data” 👩‍💻 שלום', cause: undefined });

      await announcer.announce(event);

      expect(told()).toEqual([JSON.parse(JSON.stringify(event))]);
    });

    test('what drifted is told as a change of health is', async () => {
      const { announcer, told } = await make();

      await announcer.announce(sampleDriftEvent());

      expect(told()).toEqual([sampleDriftEvent()]);
    });

    test('events arrive in the order in which they were announced', async () => {
      const { announcer, told } = await make();
      const second = { workspace: globex, connectorId: sampleId('connector', 2) };
      const events = [sampleEvent(2), sampleEvent(1), sampleEvent(3, second)];

      for (const event of events) await announcer.announce(event);

      expect(told()).toEqual(events);
    });

    test('an event that is announced again bears the same id', async () => {
      const { announcer, told } = await make();

      await announcer.announce(sampleEvent());
      await announcer.announce(sampleEvent());

      const ids = told().map((event) => (event as Announcement).id);
      expect(new Set(ids)).toEqual(new Set([sampleEvent().id]));
    });

    test('what becomes of the event afterwards is not told', async () => {
      const { announcer, told } = await make();
      const event = sampleEvent();

      await announcer.announce(event);
      event.data.name = 'Renamed too late';

      expect(told()).toEqual([sampleEvent()]);
    });
  });
}
