import { asksNothing } from '../stage.ts';
import { type MoreAttack, refusedEach, tryAt, tryJson } from './trying.ts';

export const numbers: MoreAttack[] = [
  {
    threat: 37,
    title: 'a number of a query is written in digits, once',
    async run(stage) {
      const sizes = [
        '0x10',
        '1e1',
        '%2010',
        '10%20',
        '10.0',
        '+10',
        '-1',
        '0',
        '101',
        '',
        '٣',
        '1_0',
      ];
      const others = [
        'pageSize[]=1',
        'pageSize[a]=1',
        'pageSize=1&pageSize=1',
        'pageSize=1&PageSize=2',
        '__proto__[pageSize]=1',
        'constructor=1',
        'query[]=x',
        'query=x&query=y',
        `query=${'x'.repeat(101)}`,
      ];
      const queries = [...sizes.map((size) => `pageSize=${size}`), ...others];
      await refusedEach(queries, [400], async (query) =>
        tryAt(stage, 'list-connectors', { path: `/?${query}` }),
      );
    },
  },
  {
    threat: 43,
    title: 'a price limit is a whole number in range, whatever is written for it',
    async run(stage) {
      const { keyA = '' } = stage.known.words;
      const limits = ['1e308', '1e999', '9007199254740993', '1.5', '"10485760"', '-0', '10485759'];
      const written = [...limits, 'true', '[10485760]', '{}', '1e-7', '10995116277761'];
      await asksNothing(stage, async () =>
        refusedEach(written, [400], async (limit) =>
          tryJson(
            stage,
            'validate-connection',
            `{"keyId":"${keyA}","purposes":["import"],"maximumBytesBilled":${limit}}`,
          ),
        ),
      );
    },
  },
];
