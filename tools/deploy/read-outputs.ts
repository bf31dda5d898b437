/** What a smoke test needs of `terraform output -json`. */
export interface Outputs {
  pageUrl: string;
  /** The name of a function → its URL. */
  functionUrls: Map<string, string>;
  /** Whether Google's network hides the functions of machines, beside IAM that shuts them. */
  hidden: boolean;
  schedule: Schedule;
}

export interface Schedule {
  /** Full name of the job. */
  job: string;
  /** In which state it is to be: `ENABLED`, or `PAUSED`. */
  state: string;
}

export function readOutputs(text: string): Outputs {
  const outputs = recordOf(JSON.parse(text));
  const value = (name: string): unknown => recordOf(outputs[name]).value;
  const said = (name: string, told: unknown): string => {
    if (typeof told === 'string') return told;
    throw new Error(`These are not the outputs: ${name} is missing.`);
  };
  const functionUrls = Object.entries(recordOf(value('function_urls'))).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (functionUrls.length === 0) said('function_urls', undefined);
  const expected = recordOf(value('smoke_expects'));
  return {
    pageUrl: said('page_url', value('page_url')).replace(/\/$/, ''),
    functionUrls: new Map(functionUrls),
    hidden: said('smoke_expects', expected.machine_ingress) === 'internal',
    schedule: {
      job: said('schedule_job', value('schedule_job')),
      state: said('smoke_expects', expected.schedule),
    },
  };
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
