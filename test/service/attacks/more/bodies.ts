import { expect } from 'vitest';
import { type MoreAttack, keyFileWith, refusedEach, tryFile, tryJson } from './trying.ts';

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Texts that one parser reads in one way and another one in another way, or not at all. */
export const bodies: MoreAttack[] = [
  {
    threat: 37,
    title: 'JSON that two parsers read in two ways is refused',
    async run(stage) {
      const { validationA = '', keyA = '' } = stage.known.words;
      const name = `"name":"Twice","validationId":"${validationA}"`;
      const texts = [
        `{${name},"name":"Other"}`,
        `{${name},"n\\u0061me":"Other"}`,
        `{"keyId":"${keyA}","keyId":"${keyA}",${name}}`,
        `{${name}} {}`,
        `{${name},}`,
        `{${name}/* */}`,
        `{${name}}\0`,
        `{'name':'Twice'}`,
        `{${name},"__proto__":{"paused":true}}`,
        `{"__proto__":{${name}}}`,
        `{"constructor":{"prototype":{${name}}}}`,
        `[{${name}}]`,
        `{${name},"a":${nested(17)}}`,
        nested(100_000).slice(0, 60_000),
        '['.repeat(60_000),
      ].map((text) => Buffer.from(text));
      const bytes = [
        Buffer.concat([Buffer.from(`{"name":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
        Buffer.from(`{"name":"Twice"}`, 'utf16le'),
        Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
        Buffer.concat([
          Buffer.from('{"name":"'),
          Buffer.from([0xed, 0xa0, 0x80]),
          Buffer.from('"}'),
        ]),
      ];
      await refusedEach([...texts, ...bytes], [400, 413], async (body) =>
        tryJson(stage, 'save-connector', body),
      );
    },
  },
  {
    threat: 37,
    title:
      'duplicate members are refused however deep they lie, and names are compared as they are read',
    async run(stage) {
      const field = '"dataset":"crm","table":"subscribers","column":"email"';
      const key = '"contactKey":{"type":"email"';
      const { keyA = '' } = stage.known.words;
      const whole = (inner: string) =>
        `{"keyId":"${keyA}","purposes":["import"],"uniqueContactField":{${inner}}}`;
      await refusedEach(
        [
          whole(`${field},"column":"phone",${key}}`),
          whole(`${field},${key},"type":"phone"}`),
          whole(`${field},"\\u0063olumn":"phone",${key}}`),
        ],
        [400],
        async (body) => tryJson(stage, 'validate-connection', body),
      );
      const strings = whole(`${field},${key}}`); // the same words as values are no members
      expect((await tryJson(stage, 'validate-connection', strings)).status).toBe(200);
    },
  },
  {
    threat: 37,
    title: 'JSON under another name is not JSON',
    async run(stage) {
      const types = [
        'application/json; charset=utf-16',
        'application/json; charset=utf-8; charset=utf-7',
        'application/json, text/plain',
        'application/json; boundary=x',
        'text/json',
        'application/x-www-form-urlencoded',
        'application/problem+json',
        'application/json\t;charset="utf-7"',
        '',
      ];
      await refusedEach(types, [400, 415], async (type) =>
        tryJson(stage, 'save-connector', '{}', { headers: { 'content-type': type } }),
      );
    },
  },
  {
    threat: 24,
    title: 'a key file that can be read in two ways is no key file',
    async run(stage) {
      const good = stage.target.keyFile('good.json').toString().trim();
      const inside = good.slice(1, -1);
      await refusedEach(
        [
          `{${inside},"client_\\u0065mail":"x@y.iam.gserviceaccount.com"}`,
          `{"type":"authorized_user",${inside}}`,
          `{"constructor":{${inside}}}`,
          `[${good},${good}]`,
          `${good}${good}`,
          `{"a":${nested(8000).slice(0, 8000)}}`,
          Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from([0xff]), Buffer.from('}')]),
          keyFileWith(stage, { client_email: 'reader@\ud800.iam.gserviceaccount.com' }),
        ],
        [422],
        async (file) => tryFile(stage, file),
      );
    },
  },
];
