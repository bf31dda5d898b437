import type { Evidence } from '../../schemas/report.ts';
import { expectedLength } from './expected-length.ts';
import type { RepairedPem } from './repair-private-key.ts';

export interface PemFault {
  cause: string;
  /** What is so; the way to a new key follows. */
  detail: string;
  evidence?: Evidence;
}

/** 4,096 bits sign in some 5 ms; a key of 16,384 would take 217. In PKCS#8 PEM it has 3,272 characters. */
const longestPem = 4_000;

/** What is wrong with the text of a private key, before it is parsed. */
export function faultOfPem({ pem, body }: RepairedPem): PemFault | undefined {
  const blocks = pem.match(/BEGIN [A-Z0-9 ]{0,40}-/g) ?? [];
  if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem))
    return { cause: 'encrypted', detail: 'The private key in the file is locked with a password.' };
  if (blocks.length > 1)
    return { cause: 'two-keys', detail: 'The file holds more than one private key.' };
  if (blocks.some((block) => /PUBLIC KEY|CERTIFICATE/.test(block))) {
    const detail = 'The file holds the public half of the key, not the private one.';
    return { cause: 'public-half', detail };
  }
  if (blocks.some((block) => block.includes('OPENSSH')))
    return { cause: 'ssh-key', detail: 'The private key in the file is one of SSH.' };
  if (body === undefined) return faultOfFrame(pem);
  if (pem.length > longestPem)
    return { cause: 'too-long', detail: 'The private key has more than 4096 bits.' };
  return faultOfBody(body);
}

/** The first or the last line cannot be found. */
function faultOfFrame(pem: string): PemFault {
  const begun = /-----BEGIN (?:RSA )?PRIVATE KEY-----/.exec(pem);
  if (/-begin\s[a-z\s]{0,20}private\s/.test(pem)) return caseChanged;
  if (!begun) {
    const start = pem.trim();
    if (firstLines.some((line) => line.startsWith(start))) return cutOff(pem);
    return /^-{1,8} ?(?!END)[A-Z]|BEGIN/.test(start)
      ? frameDamaged('first')
      : { cause: 'no-pem', detail: 'The private key in the file lacks its first line.' };
  }
  const rest = pem.slice(begun.index + begun[0].length).trim();
  const [body = '', ...tail] = rest.split(/(?=-)/);
  const footer = begun[0].replace('BEGIN', 'END');
  return footer.startsWith(tail.join('')) ? cutOff(pem, begun[0], body) : frameDamaged('last');
}

const firstLines = ['-----BEGIN PRIVATE KEY-----', '-----BEGIN RSA PRIVATE KEY-----'];

const frameDamaged = (which: 'first' | 'last'): PemFault => ({
  cause: `${which}-line-damaged`,
  detail: `The ${which} line of the private key in the file is damaged.`,
});
const caseChanged: PemFault = {
  cause: 'case-changed',
  detail: 'The capital and small letters of the private key were changed into one another.',
};

function cutOff(pem: string, header = '', body = ''): PemFault {
  const characters = pem.trimEnd().length;
  const expected = expectedLength(body.replace(/\s/g, ''));
  const lines = Math.ceil((expected ?? 0) / 64) + 2;
  const whole = Math.ceil((expected ?? 0) / 4) * 4 + 2 * header.length - 2 + lines;
  const of = expected === undefined ? '' : ` of about ${whole.toLocaleString('en')}`;
  return {
    cause: 'cut-off',
    detail: `The private key in the file breaks off after ${characters.toLocaleString('en')}${of} characters.`,
    evidence: { characters, ...(expected !== undefined && { expectedCharacters: whole }) },
  };
}

function faultOfBody(body: string): PemFault | undefined {
  // What stands between the hyphens of the first or the last line ends it early.
  if (body.slice(0, 8).includes('-')) return frameDamaged('first');
  if (/--|-[^=]?$/.test(body.slice(-8))) return frameDamaged('last');
  const foreign = body.search(/[^A-Za-z0-9+/=]|=(?!=?$)/);
  if (foreign >= 0) {
    return {
      cause: 'foreign-character',
      detail: `The private key in the file holds a character that no key has, at place ${foreign} of its base64.`,
      evidence: { position: foreign },
    };
  }
  if (body.length > 100 && (!/[a-z]/.test(body) || !/[A-Z]/.test(body))) return caseChanged;
  const characters = body.replace(/=+$/, '').length;
  const expected = expectedLength(body);
  if (expected === undefined || expected === characters) return undefined;
  const lacks = expected > characters;
  return {
    cause: lacks ? 'characters-missing' : 'characters-added',
    detail: lacks
      ? `The private key in the file lacks ${expected - characters} of its ${expected} characters.`
      : `The private key in the file has ${characters - expected} characters more than its ${expected}.`,
    evidence: { characters, expectedCharacters: expected },
  };
}
