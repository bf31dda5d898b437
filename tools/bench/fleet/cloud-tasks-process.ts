import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCloudTasks } from '../../../sandbox/cloud-tasks/cloud-tasks.ts';
import { cloudTasksListener } from '../../../sandbox/cloud-tasks/rest-front.ts';

/** The stand-in for Cloud Tasks as a process of its own, each answer as late as is said; tells its port, and is then asked. */
const [queue = '', delayMs = '0'] = process.argv.slice(2);
const cloudTasks = createCloudTasks([queue]);
const answer = cloudTasksListener(cloudTasks);
const server = http.createServer((request, response) => {
  setTimeout(() => {
    answer(request, response);
  }, Number(delayMs));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
