import { afterEach } from 'vitest';
import { subscribersEmail } from '../../support/subscribers-email.ts';
import { type Answer, type Init, type RunningService, withService } from '../running-service.ts';

export interface Check {
  id: string;
  /** A warning of an upload has none. */
  outcome?: string;
  cause?: string;
  detail: string;
  remedy?: { text: string; gcloud?: string; bq?: string; terraform?: string };
  evidence?: Record<string, unknown>;
}

export const brief = ({ id, outcome = 'warning', cause }: Check) =>
  [id, outcome, cause].filter(Boolean).join(' ');

/** What the tests of the list of checks ask a service of their own. */
export function asking() {
  let service: RunningService;
  let ask: (path: string, init?: Init) => Promise<Answer>;
  withService(async (started) => {
    service = started;
    ask = await service.asker('demo');
  });
  afterEach(async () => {
    await service.fetch('/sandbox/faults', { method: 'DELETE' });
  });
  return {
    asker: async (workspace: string) => service.asker(workspace),
    ask: async (path: string, init?: Init) => ask(path, init),
    keyFile: (name: string) => service.keyFile(name),
    fault: async (body: object) => service.fetch('/sandbox/faults', { method: 'POST', body }),

    /** What an upload says: `A1 failed pem`, or `A4 warning lost-line-breaks-repaired`. */
    uploadSays: async (content: string | Uint8Array): Promise<string> => {
      const file = typeof content === 'string' ? Buffer.from(content) : content;
      const { json } = await ask('/upload-key/', { file });
      const checks = (json.checks ?? json.warnings) as Check[];
      const told = checks.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped');
      return told.map(brief).join('; ');
    },

    /** What a validation with that sample key says of that check. */
    says: async (key: string, id: string, more: object = {}): Promise<Check> => {
      const { keyId } = (await ask('/upload-key/', { file: service.keyFile(`${key}.json`) })).json;
      const usual = { purposes: ['import'], uniqueContactField: subscribersEmail };
      const body = { keyId, ...usual, ...more };
      const { json: report } = await ask('/validate-connection/', { body });
      const found = (report.checks as Check[]).find((check) => check.id === id);
      if (!found) throw new Error(`no ${id} in ${JSON.stringify(report)}`);
      return found;
    },
  };
}

export function column(path: string): object {
  const [project = '', dataset = '', table = '', name = ''] = path.split('.');
  const contactKey = { type: 'email' };
  return { uniqueContactField: { project, dataset, table, column: name, contactKey } };
}

export function exportTo(path: string): object {
  const [project = '', dataset = ''] = path.split('.');
  return {
    purposes: ['export'],
    uniqueContactField: undefined,
    exportDataset: { project, dataset },
  };
}

export const denied = (message: string, reason = 'accessDenied') => ({
  status: 403,
  body: {
    error: { code: 403, message, errors: [{ reason, message }], status: 'PERMISSION_DENIED' },
  },
});
