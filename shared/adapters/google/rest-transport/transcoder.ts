import type { FindMessage, MethodDescriptor } from './descriptors.ts';
import { decodeMessage } from './decode-message.ts';
import { encodeMessage } from './encode-message.ts';
import type { Incoming, Outgoing } from './exchange.ts';
import { type GoogleError, googleError } from './google-error.ts';
import { httpRules } from './http-rule.ts';
import { isRecord } from './is-record.ts';
import { refusalOfAnswer } from './refusal-of-answer.ts';
import { Status } from './status.ts';
import { transcode } from './transcode.ts';

/** A method of a service, between the objects of the client's callers and HTTP. */
export interface Transcoder {
  encode: (request: unknown) => Outgoing;
  /** One message; of a streaming method all of them, and what ended the stream before its time. */
  decode: (answer: Incoming) => Decoded;
}

export interface Decoded {
  messages: Record<string, unknown>[];
  failure?: GoogleError;
}

export function transcoder(
  name: string,
  scope: string,
  method: MethodDescriptor,
  find: FindMessage,
): Transcoder {
  const rules = httpRules(method);
  const answerType = find(method.responseType, scope);
  const { responseStream: streams = false } = method;
  return {
    encode(request) {
      const json = encodeMessage(request, find(method.requestType, scope));
      const outgoing = isRecord(json) ? transcode(json, rules) : undefined;
      if (!outgoing)
        throw googleError(Status.INVALID_ARGUMENT, `${name}: the request names no resource`);
      return { ...outgoing, headers: {} };
    },
    decode({ httpStatus, text }) {
      const body = parse(text);
      if (httpStatus < 200 || httpStatus > 299) throw refusalOfAnswer(name, httpStatus, body);
      if (body === undefined && text !== '') throw unreadable(name);
      if (!streams) return { messages: [read(name, body ?? {}, answerType)] };
      if (!Array.isArray(body)) throw unreadable(name);
      const end = body.findIndex((element) => isRecord(element) && isRecord(element.error));
      const messages = body.slice(0, end < 0 ? undefined : end);
      return {
        messages: messages.map((message) => read(name, message, answerType)),
        ...(end >= 0 && { failure: refusalOfAnswer(name, httpStatus, body) }),
      };
    },
  };
}

function read(name: string, body: unknown, type: ReturnType<FindMessage>) {
  try {
    return decodeMessage(body, type);
  } catch {
    throw unreadable(name);
  }
}

/** The answer stays out of the error: it may hold a secret's payload, and JSON.parse would quote it. */
function unreadable(name: string): GoogleError {
  return googleError(Status.INTERNAL, `${name}: the answer is not what the method gives`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
