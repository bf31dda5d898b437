import { Problem } from '../problems/problem.ts';
import type { Exchange } from './exchange.ts';
import { namesOf } from './headed.ts';

/** Node takes the first of several and drops the others, where what stands before it may take the last. */
const once = ['host', 'content-type', 'content-length'];

/**
 * Refuses a head that two readers may understand in two ways (RFC 9112, 3.2 and 6.1), and reads no further: where the next
 * request begins is not sure. Refuses a body that would have to be inflated, too: nothing ever is, a kilobyte could become
 * a gigabyte (body-parser#454).
 */
export function requirePlainHead({ httpRequest, httpResponse }: Exchange): void {
  const { headers, rawHeaders } = httpRequest;
  const names = namesOf(rawHeaders);
  const twice = once.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const transfer = headers['transfer-encoding'];
  const isCoded = transfer !== undefined && !/^chunked$/i.test(transfer);
  if (twice !== undefined || isCoded) httpResponse.setHeader('connection', 'close');
  if (twice !== undefined) throw new Problem('head-unreadable', `Send ${twice} once.`);
  if (isCoded) throw encoded('another Transfer-Encoding than chunked');
  if (headers['content-encoding'] !== undefined) throw encoded('Content-Encoding');
}

function encoded(by: string): Problem {
  return new Problem('encoding-unsupported', `Send the body as it is, without ${by}.`);
}
