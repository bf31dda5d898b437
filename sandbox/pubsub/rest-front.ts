import type { RequestListener } from 'node:http';
import {
  type AskOverRest,
  restListener,
  type RunningRest,
  serveOverRest,
} from '../rpc/rest-front.ts';
import { GoogleStatus } from '../rpc/google-status.ts';
import type { AskablePubSub } from './pubsub.ts';

const publish = /^\/v1\/(projects\/[^/:]+\/topics\/[^/:]+):publish$/;

/** Of Pub/Sub's REST API what a publisher asks; paths begin at Google's root. */
export function pubSubListener(pubSub: AskablePubSub): RequestListener {
  return restListener(askOverRest(pubSub));
}

/** On a free port of this machine alone, without TLS. */
export async function servePubSubOverRest(pubSub: AskablePubSub): Promise<RunningRest> {
  return serveOverRest(askOverRest(pubSub));
}

function askOverRest(pubSub: AskablePubSub): AskOverRest {
  return async (method, url, body) => {
    const topic = publish.exec(url.pathname)?.[1];
    if (method !== 'POST' || topic === undefined || typeof body !== 'object') {
      throw new GoogleStatus('NOT_FOUND', `The sandbox does not know ${method} ${url.pathname}.`);
    }
    return pubSub.ask('publish', { ...body, topic: decodeURIComponent(topic) });
  };
}
