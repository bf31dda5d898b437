/** GoogleSQL packs civil times into bits; nanoseconds of a DATETIME travel beside them (its civil_time.h). */
export function packTime(text: string): bigint {
  const { hour, minute, second, nanos } = clockOf(text);
  return (BigInt(hour) << 42n) | (BigInt(minute) << 36n) | (BigInt(second) << 30n) | BigInt(nanos);
}

export function unpackTime(packed: bigint): string {
  return clock(
    Number((packed >> 42n) & 31n),
    Number((packed >> 36n) & 63n),
    Number((packed >> 30n) & 63n),
    Number(packed & 0x3fffffffn),
  );
}

export function packDatetime(text: string): { seconds: bigint; nanos: number } {
  const [date = '', time = '00:00:00'] = text.split(/[T ]/);
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const { hour, minute, second, nanos } = clockOf(time);
  const seconds =
    (BigInt(year) << 26n) |
    (BigInt(month) << 22n) |
    (BigInt(day) << 17n) |
    BigInt((hour << 12) | (minute << 6) | second);
  return { seconds, nanos };
}

export function unpackDatetime(packed: bigint, nanos: number): string {
  const year = String(packed >> 26n).padStart(4, '0');
  const month = two(Number((packed >> 22n) & 15n));
  const day = two(Number((packed >> 17n) & 31n));
  const time = clock(
    Number((packed >> 12n) & 31n),
    Number((packed >> 6n) & 63n),
    Number(packed & 63n),
    nanos,
  );
  return `${year}-${month}-${day}T${time}`;
}

const dayMs = 86_400_000;

export function daysSince1970(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

export function dateOfDays(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

function clockOf(text: string) {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const [second = '0', fraction = ''] = (text.split(':')[2] ?? '0').split('.');
  return { hour, minute, second: Number(second), nanos: Number(fraction.padEnd(9, '0')) };
}

function clock(hour: number, minute: number, second: number, nanos: number): string {
  const fraction = nanos === 0 ? '' : `.${String(Math.floor(nanos / 1000)).padStart(6, '0')}`;
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
}

const two = (value: number) => String(value).padStart(2, '0');
