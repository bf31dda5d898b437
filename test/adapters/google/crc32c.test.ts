import { expect, test } from 'vitest';
import { crc32c } from '../../../shared/adapters/google/crc32c.ts';

/** RFC 3720, appendix B.4; its bytes stand there in the order of the wire. */
const readCommand = Buffer.from(
  '01c000000000000000000000000000001400000000000400000000140000001828000000000000000200000000000000',
  'hex',
);

test.each([
  ['nothing', Buffer.of(), 0x00000000],
  ['32 zeros', Buffer.alloc(32, 0x00), 0x8a9136aa],
  ['32 ones', Buffer.alloc(32, 0xff), 0x62a8ab43],
  ['32 rising bytes', Buffer.from(Array.from({ length: 32 }, (_, n) => n)), 0x46dd794e],
  ['32 falling bytes', Buffer.from(Array.from({ length: 32 }, (_, n) => 31 - n)), 0x113fdb5c],
  ['an iSCSI read command', readCommand, 0xd9963a56],
  ['the digits', Buffer.from('123456789'), 0xe3069283],
])('the checksum of %s is the one of the RFC', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});
