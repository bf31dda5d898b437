import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { credentials } from '@grpc/grpc-js';
import { createCloudTasks } from '../../../sandbox/cloud-tasks/cloud-tasks.ts';
import { serveSecretManagerOverGrpc } from '../../../sandbox/secret-manager/grpc-front.ts';
import { createSecretManager } from '../../../sandbox/secret-manager/secret-manager.ts';
import { cloudTasksQueue } from '../../../shared/adapters/google/cloud-tasks-queue.ts';
import { firestoreConnectorStore } from '../../../shared/adapters/google/firestore-connector-store.ts';
import { secretManagerKeyVault } from '../../../shared/adapters/google/secret-manager-key-vault.ts';
import { localAnnouncer } from '../../../shared/adapters/local/local-announcer.ts';
import type { Announcer } from '../../../shared/ports/announcer.ts';
import type { Note } from '../../../shared/ports/note.ts';
import type { CheckTask } from '../../../shared/ports/task-queue.ts';
import type { Counts, CountedFirestore } from './emulated-firestore.ts';

/** What some work asked of Google's services, each as its price list counts it. */
export interface Usage extends Counts {
  /** Keys read from Secret Manager; what else is asked of it is free. */
  accesses: number;
  /** What else is asked of Secret Manager, which is free and has a quota. */
  secretReads: number;
  secretWrites: number;
  tasksAdded: number;
  published: number;
  logBytes: number;
}

const projectId = 'demo-connectors';
const queueName = `projects/${projectId}/locations/us-central1/queues/checks`;
const url = 'https://us-central1-acme-platform.cloudfunctions.net/check-connector';

/** Google's own adapters over the emulator and the stand-ins, all that they ask counted. */
export async function countedStage({ firestore, take }: CountedFirestore, now: () => Date) {
  const secretManager = createSecretManager({ now });
  const grpc = await serveSecretManagerOverGrpc(secretManager);
  const client = new SecretManagerServiceClient({
    projectId,
    apiEndpoint: '127.0.0.1',
    port: grpc.port,
    sslCreds: credentials.createInsecure(),
  });
  const cloudTasks = createCloudTasks([queueName], { now });
  let published = 0;
  let logBytes = 0;
  const topic = localAnnouncer();
  const announcer: Announcer = {
    async announce(event) {
      published += 1;
      await topic.announce(event);
    },
  };
  const note: Note = (message, facts, severity = 'INFO') => {
    logBytes += Buffer.byteLength(JSON.stringify({ severity, message, facts }));
  };
  const asked = (...operations: string[]) =>
    secretManager.asked().filter(({ operation }) => operations.includes(operation)).length;
  const counters = () => ({
    accesses: asked('accessSecretVersion'),
    secretReads: asked('getSecret'),
    secretWrites: asked('createSecret', 'addSecretVersion', 'updateSecret'),
    tasksAdded: cloudTasks.asked(),
    published,
    logBytes,
  });
  let before = counters();
  return {
    keys: secretManagerKeyVault({
      client: async () => client,
      projectId,
      replication: 'automatic',
      now,
    }),
    connectors: firestoreConnectorStore({ firestore, now }),
    announcer,
    note,
    queue: cloudTasksQueue({
      createTask: async (queue, task) => {
        await cloudTasks.createTask(queue, { task });
      },
      queue: queueName,
      checkConnectorUrl: url,
      checkConnectorsUrl: `${url}s`,
      invoker: `check-queue@${projectId}.iam.gserviceaccount.com`,
    }),
    /** What waits on the queue, taken off it. */
    tasks: () => cloudTasks.runAll().map(({ body = '' }) => taskIn(body)),
    /** What was asked since the last time. */
    taken(): Usage {
      const after = counters();
      const usage = {
        ...take(),
        accesses: after.accesses - before.accesses,
        secretReads: after.secretReads - before.secretReads,
        secretWrites: after.secretWrites - before.secretWrites,
        tasksAdded: after.tasksAdded - before.tasksAdded,
        published: after.published - before.published,
        logBytes: after.logBytes - before.logBytes,
      };
      before = after;
      return usage;
    },
    async close() {
      await client.close();
      grpc.close();
    },
  };
}

function taskIn(body: string): Pick<CheckTask, 'workspace' | 'connectorId'> {
  const text = Buffer.from(body, 'base64').toString();
  return JSON.parse(text) as Pick<CheckTask, 'workspace' | 'connectorId'>;
}
