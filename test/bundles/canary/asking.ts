import { type Answered, ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { Seen } from '../../support/canary/scanner.ts';
import type { DeployedPlatform, Given } from '../deployed-platform.ts';

export interface Answer extends Seen {
  workspace: string;
  status: number;
}

export type Ask = (name: string, line: string, given?: Told) => Promise<Answered>;
export type Told = Given & { headers?: Record<string, string>; raw?: string };

/** Asks the functions, and keeps every answer with its headers. */
export function asking(platform: DeployedPlatform, of: (name: string) => DeployedFunction) {
  const answers: Answer[] = [];
  const as = (workspace: string): Ask => {
    return async (name, line, { headers, raw, ...given } = {}) => {
      const call = await platform.request(workspace, line, given);
      const answered = await ask(of(name).port, {
        ...call,
        headers: { ...call.headers, ...headers },
        ...(raw !== undefined && { body: raw }),
      });
      const head = JSON.stringify(answered.headers);
      answers.push({
        workspace,
        status: answered.status,
        where: `the answer ${String(answered.status)} of ${name} to ${line.slice(0, 60)}`,
        content: `${head}\n${answered.text}`,
      });
      return answered;
    };
  };
  return { as, answers };
}
