/** What a smoke test needs of `terraform output -json`. */
export interface Outputs {
  pageUrl: string;
  /** The name of a function → its URL. */
  functionUrls: Map<string, string>;
}

export function readOutputs(text: string): Outputs {
  const outputs = recordOf(JSON.parse(text));
  const value = (name: string): unknown => recordOf(outputs[name]).value;
  const pageUrl = value('page_url');
  const functionUrls = Object.entries(recordOf(value('function_urls'))).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (typeof pageUrl !== 'string' || functionUrls.length === 0) {
    throw new Error('These are not the outputs: page_url or function_urls is missing.');
  }
  return { pageUrl: pageUrl.replace(/\/$/, ''), functionUrls: new Map(functionUrls) };
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
