import { localTaskQueue } from '../../../shared/adapters/local/local-task-queue.ts';
import { type Asked, taskQueueContract } from '../../contracts/task-queue.contract.ts';
import { virtualTimer } from '../../support/virtual-timer.ts';

taskQueueContract('The queue of a laptop', () => {
  const timer = virtualTimer();
  let asked: Asked[] = [];
  const queue = localTaskQueue({
    timer,
    log: () => undefined,
    policy: { burst: 1000 },
    handlers: {
      async checkConnector({ workspace, connectorId }) {
        asked.push({ of: 'check-connector', told: { workspace, connectorId } });
      },
      async checkConnectors({ after }) {
        asked.push({ of: 'check-connectors', told: { after } });
      },
    },
  });
  return {
    queue,
    pass: timer.pass,
    async run() {
      await timer.pass(0);
      const since = asked;
      asked = [];
      return since;
    },
  };
});
