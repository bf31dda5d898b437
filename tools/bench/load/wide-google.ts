import type { RequestListener } from 'node:http';
import { masked, readMask } from '../../../sandbox/http/field-mask.ts';

/** A table as wide as BigQuery allows, whose columns have names, descriptions and policy tags of such lengths. */
export interface WideTable {
  nameLength: number;
  descriptionLength: number;
  tagged: boolean;
}

export const mostColumns = 10_000;

export interface WideGoogle {
  around: (host: string, listener: RequestListener) => RequestListener;
  /** From now on the table `wide` of every dataset is this one. */
  is: (table: WideTable) => void;
  /** Bytes of the last answer about it. */
  bytes: () => number;
}

/** Stands around BigQuery and knows one more table; everything else is as ever. */
export function wideGoogle(): WideGoogle {
  let resource: object = {};
  let texts = new Map<string, string>();
  let bytes = 0;
  return {
    around: (host, listener) =>
      host !== 'bigquery.googleapis.com'
        ? listener
        : (httpRequest, httpResponse) => {
            const { pathname, searchParams } = new URL(httpRequest.url ?? '/', 'http://google');
            if (!pathname.endsWith('/tables/wide')) {
              listener(httpRequest, httpResponse);
              return;
            }
            const fields = searchParams.get('fields') ?? '';
            const mask = fields === '' ? true : readMask(fields);
            const text = texts.get(fields) ?? JSON.stringify(masked(resource, mask ?? true));
            texts.set(fields, text);
            bytes = Buffer.byteLength(text);
            httpResponse.writeHead(200, { 'content-type': 'application/json' }).end(text);
          },
    is(table) {
      resource = resourceOf(table);
      texts = new Map();
    },
    bytes: () => bytes,
  };
}

function resourceOf({ nameLength, descriptionLength, tagged }: WideTable): object {
  const tag = 'projects/acme-analytics/locations/eu/taxonomies/1234567890123456789/policyTags/';
  const fields = Array.from({ length: mostColumns }, (_, place) => ({
    name: `c${String(place)}_`.padEnd(nameLength, 'n'),
    type: 'STRING',
    mode: 'NULLABLE',
    description: 'd'.repeat(descriptionLength),
    ...(tagged && { policyTags: { names: [`${tag}${String(place).padStart(19, '1')}`] } }),
  }));
  return {
    kind: 'bigquery#table',
    type: 'TABLE',
    numRows: '1',
    numBytes: '1',
    location: 'EU',
    schema: { fields },
  };
}
