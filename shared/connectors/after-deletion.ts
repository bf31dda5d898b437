const dayMs = 24 * 60 * 60 * 1000;
const recordKeptMs = 7 * dayMs;
const keyKeptMs = 8 * dayMs;

/** Until when a deleted connector is kept; its key a day longer, so that whatever is restored has its key. */
export function afterDeletion(deletedAt: Date): { recordUntil: Date; keyUntil: Date } {
  return {
    recordUntil: new Date(deletedAt.getTime() + recordKeptMs),
    keyUntil: new Date(deletedAt.getTime() + keyKeptMs),
  };
}
