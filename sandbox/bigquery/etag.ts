import { createHash } from 'node:crypto';

/** The same content, the same tag. */
export function etagOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64').slice(0, 24);
}

/** Links are Google's own, wherever the sandbox is mounted; clients do not follow them. */
export function selfLink(path: string): string {
  return `https://bigquery.googleapis.com/bigquery/v2/${path}`;
}
