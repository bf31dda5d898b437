import { useMemo } from 'preact/hooks';
import { CallFailed } from '../../api/call-failed.ts';
import type { Schemas } from '../../api/client.ts';
import { useInPage } from '../../in-page.ts';
import { isProject, type Subject } from '../asked.ts';
import type { AskNames, Named } from '../pick/use-names.ts';

export type ColumnNamed = Named & Pick<Schemas['Column'], 'contactKeys'>;

export interface Browse {
  datasets: AskNames<Named>;
  tables: (dataset: string) => AskNames<Named>;
  columns: (dataset: string, table: string) => AskNames<ColumnNamed>;
}

interface Where {
  dataset?: string;
  table?: string;
}

const pageSize = 50;

/** What the key can see of a project, as names to choose from. */
export function useBrowse(subject: Subject, project: string): Browse {
  const { api } = useInPage();
  const { keyId, connectorId } = { keyId: undefined, connectorId: undefined, ...subject };
  return useMemo(() => {
    const page = async (
      where: Where,
      query: string,
      pageToken: string | undefined,
      signal: AbortSignal,
    ) => {
      const { data } = await api.GET('/browse-tables', {
        params: {
          query: {
            ...(keyId !== undefined && { keyId }),
            ...(connectorId !== undefined && { connectorId }),
            ...(isProject(project.trim()) && { project: project.trim() }),
            ...where,
            ...(query !== '' && { query: query.slice(0, 100) }),
            ...(pageToken !== undefined && { pageToken }),
            pageSize,
          },
        },
        signal,
      });
      if (!data) throw new CallFailed(undefined);
      return data;
    };
    return {
      datasets: async (...asked) => {
        const { datasets = [], nextPageToken } = await page({}, ...asked);
        return { items: datasets.map(({ dataset }) => ({ name: dataset })), nextPageToken };
      },
      tables:
        (dataset) =>
        async (...asked) => {
          const { tables = [], nextPageToken } = await page({ dataset }, ...asked);
          return {
            items: tables.map(({ table, kind }) => ({ name: table, ...kindOf(kind) })),
            nextPageToken,
          };
        },
      columns:
        (dataset, table) =>
        async (...asked) => {
          const { columns = [], nextPageToken } = await page({ dataset, table }, ...asked);
          return { items: columns.map(named), nextPageToken };
        },
    };
  }, [api, keyId, connectorId, project]);
}

function named({ column, type, description, contactKeys, reason }: Schemas['Column']): ColumnNamed {
  return {
    name: column,
    kind: type.toLowerCase(),
    contactKeys,
    ...(description !== undefined && { about: description }),
    ...(reason !== undefined && { refused: reason }),
  };
}

/** `MATERIALIZED_VIEW` as people write it; a plain table needs no word. */
function kindOf(kind: string): Pick<Named, 'kind'> {
  return kind === 'TABLE' ? {} : { kind: kind.toLowerCase().replaceAll('_', ' ') };
}
