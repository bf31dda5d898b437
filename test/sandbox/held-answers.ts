import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerChecker, type AnswerChecker } from './answer-checker.ts';
import { cloudSdk } from './cloud-sdk.ts';
import { readDiscoveryDocument } from './discovery-document.ts';

export interface HeldAnswers {
  /** Reads the answer as it leaves. */
  watch(httpRequest: IncomingMessage, httpResponse: ServerResponse): void;
  /** Refuses with what was not as Google describes it. */
  settle(): void;
}

let checker: AnswerChecker | undefined;

/** Holds all that a sandbox answers for BigQuery to Google's description; without the Cloud SDK to nothing. */
export function heldAnswers(): HeldAnswers {
  const sdk = cloudSdk();
  const check = sdk && (checker ??= answerChecker(readDiscoveryDocument(sdk.discoveryDocument)));
  const faults = new Set<string>();
  return {
    watch({ method = '', url = '' }, httpResponse) {
      if (!check || !/^(\/upload)?\/bigquery\//.test(url)) return;
      const end = httpResponse.end.bind(httpResponse) as (...given: unknown[]) => ServerResponse;
      httpResponse.end = ((...given: unknown[]) => {
        const [body] = given;
        const { statusCode: status } = httpResponse;
        const fault = check({ method, url, status, body: typeof body === 'string' ? body : '' });
        if (fault !== undefined) faults.add(fault);
        return end(...given);
      }) as typeof httpResponse.end;
    },
    settle() {
      const found = [...faults];
      faults.clear();
      if (found.length > 0) throw new Error(`Not as Google describes it:\n${found.join('\n')}`);
    },
  };
}
