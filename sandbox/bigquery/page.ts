import { invalid } from '../http/google-refusal.ts';
import { createHash } from 'node:crypto';

export interface Page<Item> {
  items: Item[];
  nextPageToken?: string;
}

export interface Wanted {
  maxResults: number;
  pageToken?: string | null;
  startIndex?: number | undefined;
}

/** A slice of the list, and a token that means something for this very list only. */
export function pageOf<Item>(list: Item[], about: string, wanted: Wanted): Page<Item> {
  const { maxResults, pageToken, startIndex = 0 } = wanted;
  const start = pageToken ? readToken(pageToken, about) : startIndex;
  const end = start + maxResults;
  const items = list.slice(start, end);
  return end < list.length ? { items, nextPageToken: tokenOf(end, about) } : { items };
}

function tokenOf(index: number, about: string): string {
  return Buffer.from(`${String(index)}.${mark(about)}`).toString('base64url');
}

function readToken(token: string, about: string): number {
  const [index = '', marked] = Buffer.from(token, 'base64url').toString().split('.');
  if (!/^\d{1,9}$/.test(index) || marked !== mark(about)) {
    throw invalid('Invalid page token', 'invalid');
  }
  return Number(index);
}

const mark = (about: string) => createHash('sha256').update(about).digest('hex').slice(0, 12);
