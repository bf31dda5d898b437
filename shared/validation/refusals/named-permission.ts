import { knownPermission } from './permissions.ts';
import type { Said } from './said.ts';

/** `service.things.verb`, though no host, e-mail or part of a path. */
const shape = String.raw`[a-z][a-z0-9]{1,30}(?:\.[A-Za-z]{2,50}){2}`;
const anywhere = new RegExp(String.raw`(?<![\w/@.-])${shape}(?![\w@/-]|\.\w)`, 'gi');

/** The sentences in which Google says that a permission is missing; what stands there is one, known or not. */
const quoted = String.raw`[\x60'"]?(${shape})[\x60'"]?`;
const before = '(?:have|has|lacks?|missing|requires?|needs?|perform|without)';
const inSentence = new RegExp(
  [
    String.raw`\bpermission:?\s+${quoted}\s+(?:is\s+)?(?:denied|missing|required)`,
    String.raw`\b${before}\s+(?:the\s+)?(?:permission\s+)?${quoted}(?:\s+(?:permission|access|on\b)|\s*[.,;)]|$)`,
  ].join('|'),
  'i',
);

/**
 * The permission that an answer names, wherever it stands: sentences change, names do not. Structure first, then the
 * sentences, then names that are known, then those that the Storage API shouts, then a verb and a thing.
 */
export function namedPermission({ permission, text }: Said): string | undefined {
  if (new RegExp(`^${shape}$`, 'i').test(permission))
    return knownPermission(permission) ?? permission;
  const groups = inSentence.exec(text)?.slice(1).find(Boolean);
  if (groups !== undefined && !isHost(groups)) return knownPermission(groups) ?? groups;
  for (const [name] of text.matchAll(anywhere)) {
    const known = knownPermission(name);
    if (known !== undefined) return known;
  }
  return shouted(text) ?? described(text);
}

const isHost = (name: string) =>
  /\.(?:com|org|net|dev|app|io)$|googleapis|gserviceaccount/i.test(name);

/** `'TABLES_UPDATE_DATA'` of the Storage Write API is bigquery.tables.updateData. */
function shouted(text: string): string | undefined {
  const [, things, verb] = /\b([A-Z]{3,20}S)_([A-Z]{3,20}(?:_[A-Z]{2,20}){0,3})\b/.exec(text) ?? [];
  if (things === undefined || verb === undefined) return undefined;
  return knownPermission(`bigquery.${things}.${verb.replaceAll('_', '')}`);
}

const verbs: Record<string, string> = {
  query: 'getData',
  read: 'getData',
  access: 'get',
  view: 'get',
  see: 'get',
  invoke: 'get',
  call: 'get',
  modify: 'update',
  write: 'updateData',
  append: 'updateData',
};

/** "does not have permission to delete dataset": older than the names of permissions (google-cloud-node#454). */
function described(text: string): string | undefined {
  if (
    /permission to (?:run|start|create|execute) (?:a |the )?(?:query|queries|jobs?)\b/i.test(text)
  )
    return 'bigquery.jobs.create';
  const [, verb = '', thing = ''] =
    /permission to (\w{2,20}) (?:the |this )?(table|view|dataset|routine|model|job|connection)s?\b/i.exec(
      text,
    ) ?? [];
  const things = thing.toLowerCase() === 'view' ? 'table' : thing.toLowerCase();
  const named = verb.toLowerCase();
  const translated = Object.hasOwn(verbs, named) ? verbs[named] : named;
  return knownPermission(`bigquery.${things}s.${String(translated)}`);
}
