import { Ajv } from 'ajv';
import { type DiscoveryDocument, methodFinder } from './discovery-document.ts';
import { errorEnvelope } from './error-envelope.ts';
import { formats, jsonSchema } from './json-schema.ts';

export interface SeenAnswer {
  method: string;
  /** Path and query. */
  url: string;
  status: number;
  body: string;
}

/** Says what is wrong with an answer of BigQuery's API by Google's own description of it; undefined if nothing is. */
export type AnswerChecker = (answer: SeenAnswer) => string | undefined;

export function answerChecker(document: DiscoveryDocument): AnswerChecker {
  const ajv = new Ajv({ strict: true, allErrors: true, formats });
  for (const [id, schema] of Object.entries(document.schemas)) {
    ajv.addSchema({ $id: id, ...jsonSchema(schema) });
  }
  ajv.addSchema(errorEnvelope);
  const find = methodFinder(document);

  const violates = (schema: string, text: string) => {
    const valid = ajv.validate(schema, jsonOf(text));
    if (valid) return undefined;
    const faults = (ajv.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    return `${schema}: ${faults.join('; ')}`;
  };
  const faultOf = ({ method, url, status, body }: SeenAnswer) => {
    if (status >= 400) return violates('ErrorEnvelope', body);
    const { pathname, searchParams } = new URL(url, 'http://sandbox.invalid');
    const found = find(method, pathname);
    if (!found) return 'no method of Google’s has this path';
    const resumable = searchParams.get('uploadType') === 'resumable';
    const partly = resumable && (method === 'POST' || status === 308);
    const schema = partly ? undefined : found.response?.$ref;
    if (schema === undefined) return body === '' ? undefined : 'Google answers nothing here';
    return violates(schema, body);
  };
  return (answer) => {
    const fault = faultOf(answer);
    const { method, url, status } = answer;
    return fault && `${method} ${url} ${String(status)} ${fault}`;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // no schema takes a bare text
  }
}
