import type { Remedy } from '../../schemas/report.ts';
import { type Cure, type RoleGrant, asRemedy } from './cure.ts';
import { type Grantee, grant, placeOf, roleName } from './grant.ts';

/**
 * One remedy in place of many: each step that is no grant, and the least set of grants that has all that the others ask
 * for. Undefined where there is nothing to send.
 */
export function combine(
  cures: Cure[],
  foreseen: RoleGrant[],
  clientEmail: string,
): Remedy | undefined {
  const steps = distinct(cures.filter(({ grants }) => grants === undefined).map(asRemedy));
  const grants = least([...cures.flatMap((cure) => cure.grants ?? []), ...foreseen]);
  const [only] = cures;
  if (only && cures.length === 1 && foreseen.length === 0) return asRemedy(only);
  const granted = grants.map(({ role, on }) => grant(role, clientEmail, on));
  const texts = [...steps.map(({ text }) => text), ...askFor(grants, clientEmail)];
  if (texts.length === 0) return undefined;
  const all = [...steps, ...granted].map(withOwnName);
  return {
    text: texts.length === 1 ? String(texts[0]) : texts.map(numbered).join('\n'),
    ...joined('gcloud', all, '\n'),
    ...joined('bq', all, '\n'),
    ...joined('terraform', all, '\n\n'),
  };
}

/**
 * No two blocks of Terraform bear one name, though each remedy alone calls its own `connector`. What stands in quotes is
 * the customer's: a project of old may be called `connector.com:shop`.
 */
function withOwnName(remedy: Remedy, index: number): Remedy {
  if (index === 0 || remedy.terraform === undefined) return remedy;
  const name = `connector_${String(index + 1)}`;
  const terraform = remedy.terraform
    .replace(/^(resource "\w+" )"connector"/gm, `$1"${name}"`)
    .replace(/^( +\w+ += \w+\.)connector\./gm, `$1${name}.`);
  return { ...remedy, terraform };
}

const numbered = (text: string, index: number) => `${String(index + 1)}. ${text}`;

function askFor(grants: RoleGrant[], clientEmail: string): string[] {
  return grants.map(
    ({ role, on }) =>
      `Ask whoever administers ${placeOf(on)} to grant ${roleName(role)} to ${clientEmail}.`,
  );
}

function distinct(steps: Remedy[]): Remedy[] {
  return steps.filter(({ text }, index) => steps.findIndex((each) => each.text === text) === index);
}

function joined(way: 'gcloud' | 'bq' | 'terraform', all: Remedy[], between: string) {
  const lines = all.map((each) => each[way]).filter((each) => each !== undefined);
  return lines.length > 0 ? { [way]: lines.join(between) } : {};
}

/** Predefined roles of BigQuery that have all that others have (https://cloud.google.com/bigquery/docs/access-control). */
const includes: Record<string, string[]> = {
  'roles/bigquery.dataEditor': ['roles/bigquery.dataViewer', 'roles/bigquery.metadataViewer'],
  'roles/bigquery.dataViewer': ['roles/bigquery.metadataViewer'],
};

/** Without those that another of them covers; of equal ones the first stays. */
export function least(grants: RoleGrant[]): RoleGrant[] {
  return grants.filter(
    (each, index) =>
      !grants.some(
        (other, at) => at !== index && covers(other, each) && (at < index || !covers(each, other)),
      ),
  );
}

function covers(one: RoleGrant, other: RoleGrant): boolean {
  const role = one.role === other.role || (includes[one.role] ?? []).includes(other.role);
  return role && contains(one.on, other.on);
}

function contains(outer: Grantee, inner: Grantee): boolean {
  return (
    outer.project === inner.project &&
    (outer.dataset === undefined || outer.dataset === inner.dataset) &&
    (outer.table === undefined || outer.table === inner.table)
  );
}
