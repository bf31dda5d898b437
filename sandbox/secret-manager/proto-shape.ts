/** Where JSON and the messages of gRPC differ in Secret Manager: times, durations, masks and bytes, by their names. */
const isTime = (field: string) => field.endsWith('Time');

/** A request as it came over gRPC, in the JSON of the REST reference. */
export function toJson(message: unknown, field = ''): unknown {
  if (message instanceof Uint8Array) return Buffer.from(message).toString('base64');
  if (Array.isArray(message)) return message.map((each) => toJson(each, field));
  if (typeof message !== 'object' || message === null) return message;
  const members = message as Record<string, unknown>;
  if (isTime(field)) return new Date(millisecondsIn(members)).toISOString();
  if (field === 'ttl') return `${String(millisecondsIn(members) / 1000)}s`;
  if (field === 'updateMask') return ((members.paths ?? []) as string[]).join(',');
  return mapped(members, toJson);
}

/** An answer in JSON, as the messages of gRPC have it. */
export function fromJson(json: unknown, field = ''): unknown {
  if (typeof json === 'string' && isTime(field)) {
    const milliseconds = Date.parse(json);
    const seconds = Math.floor(milliseconds / 1000);
    return { seconds, nanos: (milliseconds - seconds * 1000) * 1_000_000 };
  }
  if (typeof json === 'string' && field === 'data') return Buffer.from(json, 'base64');
  if (Array.isArray(json)) return json.map((each) => fromJson(each, field));
  if (typeof json !== 'object' || json === null) return json;
  return mapped(json as Record<string, unknown>, fromJson);
}

/** Labels and annotations are the customer's words: `expireTime` there is no time. */
const maps = ['labels', 'annotations', 'versionAliases'];

function mapped(
  members: Record<string, unknown>,
  convert: (value: unknown, field: string) => unknown,
): object {
  return Object.fromEntries(
    Object.entries(members).map(([field, value]) => [
      field,
      maps.includes(field) ? value : convert(value, field),
    ]),
  );
}

function millisecondsIn({ seconds = 0, nanos = 0 }: Record<string, unknown>): number {
  return Number(seconds) * 1000 + Math.floor(Number(nanos) / 1_000_000);
}
