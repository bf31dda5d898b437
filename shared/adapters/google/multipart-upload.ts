import { randomUUID } from 'node:crypto';

export interface Upload {
  /** The job. */
  metadata: object;
  /** What it loads. */
  media: string;
}

/** https://cloud.google.com/bigquery/docs/reference/api-uploads#multipart */
export function uploading({ metadata, media }: Upload, uri: string, qs: object): object {
  const boundary = randomUUID();
  const part = (type: string, content: string) =>
    `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
  const parts = [
    part('application/json; charset=UTF-8', JSON.stringify(metadata)),
    part('application/octet-stream', media),
    `--${boundary}--\r\n`,
  ];
  return {
    uri,
    qs: { ...qs, uploadType: 'multipart' },
    body: parts.join(''),
    headers: { 'content-type': `multipart/related; boundary=${boundary}` },
  };
}
