import type { CollectionReference, Firestore } from '@google-cloud/firestore';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Seen } from '../../support/canary/scanner.ts';
import { type DeployedPlatform, dist } from '../deployed-platform.ts';

/** What lies about where a secret might be: by its kind, how many there are, and what stands in them. */
export type Collected = Record<string, { count: number; seen: Seen[] }>;

export const counted = (seen: Seen[]) => ({ count: seen.length, seen });

export async function collected(platform: DeployedPlatform): Promise<Collected> {
  const { machines, firestore, secretManager, projectId } = platform;
  const secrets = await secretManager.ask('listSecrets', { parent: `projects/${projectId}` });
  const { secrets: listed } = secrets as { secrets: object[] };
  const messages = machines.pubSub.messages();
  return {
    'log lines': written(platform),
    documents: counted(await documentsIn(firestore)),
    messages: counted(
      messages.map(({ data, attributes, messageId }) => ({
        where: `Pub/Sub message ${messageId}`,
        content: `${JSON.stringify(attributes)}\n${data.toString()}`,
      })),
    ),
    'labels of secrets': counted(
      listed.map((secret) => ({ where: 'Secret Manager', content: JSON.stringify(secret) })),
    ),
  };
}

/** What all instances wrote; as a whole, since a secret may stand in several lines. */
function written({ logs }: Pick<DeployedPlatform, 'logs'>): Collected[string] {
  const seen = logs().map(({ where, content }) => ({ where: `the log of ${where}`, content }));
  const lines = seen.map(({ content }) => content.split('\n').length - 1);
  return { seen, count: lines.reduce((sum, each) => sum + each, 0) };
}

/** Every document of every collection, whoever made it. */
async function documentsIn(firestore: Firestore): Promise<Seen[]> {
  const within = async (collection: CollectionReference): Promise<Seen[]> => {
    const documents = await collection.listDocuments(); // also those that only have collections below them
    const read = await Promise.all(
      documents.map(async (document) => {
        const content = JSON.stringify((await document.get()).data() ?? {});
        const below = await Promise.all((await document.listCollections()).map(within));
        return [
          { where: `Firestore ${document.path.replaceAll(/\w{26}/g, '…')}`, content },
          ...below.flat(),
        ];
      }),
    );
    return read.flat();
  };
  return (await Promise.all((await firestore.listCollections()).map(within))).flat();
}

/** Every file of every archive that would be deployed, and the maps of their sources beside them. */
export function filesOfArchives(): Seen[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/]+\.zip$|source-maps\/.*\.map$/.test(path))
    .flatMap((path) => {
      const content = readFileSync(join(dist, path));
      if (!path.endsWith('.zip')) return [{ where: path, content }];
      return Object.entries(unzipSync(content)).map(([name, bytes]) => ({
        where: `${path}: ${name}`,
        content: bytes,
      }));
    });
}
