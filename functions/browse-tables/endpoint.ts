import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { nextPageToken } from '../../shared/http/page.ts';
import { browseTables } from './browse-tables.ts';
import type { BrowseTablesPorts } from './open-with-key.ts';
import { browseCursor, browseTablesQuery } from './request.ts';

const text = (example: string) => z.string().meta({ examples: [example] });

const column = z
  .strictObject({
    column: z.string(),
    type: z.string(),
    mode: z.string(),
    description: z.string().optional(),
    contactKeys: z
      .array(z.enum(['email', 'phone', 'externalId', 'contactId', 'additionalField']))
      .meta({ description: 'What the column can be; none if it cannot be a contact key.' }),
    reason: z.string().optional().meta({ description: 'Why it cannot be any.' }),
  })
  .meta({
    id: 'Column',
    examples: [
      {
        column: 'score',
        type: 'FLOAT',
        mode: 'NULLABLE',
        contactKeys: [],
        reason: 'numbers with a fraction are not exact enough for a key',
      },
    ],
  });

export const browseTablesEndpoint: Endpoint<BrowseTablesPorts> = {
  name: 'browse-tables',
  description: 'Finds the unique contact field: datasets, then tables, then columns.',
  calls: [
    call({
      method: 'GET',
      path: '/',
      summary: 'Browse datasets, tables or columns',
      description:
        'Datasets without `dataset`, its tables with it, the columns of a table with `table` as well.',
      role: 'editor',
      request: { query: browseTablesQuery, cursor: browseCursor },
      status: 200,
      answer: z
        .strictObject({
          project: text('acme-analytics'),
          datasets: z.array(z.strictObject({ dataset: text('crm') })).optional(),
          tables: z
            .array(z.strictObject({ table: text('subscribers'), kind: text('TABLE') }))
            .optional(),
          columns: z.array(column).optional(),
          nextPageToken,
        })
        .meta({ id: 'BrowsedPage' }),
      problems: [
        'key-not-found',
        'connector-not-found',
        'dataset-not-found',
        'table-not-found',
        'rate-limited',
        'warehouse-refused',
        'warehouse-unavailable',
      ],
      handle: browseTables,
    }),
  ],
};
