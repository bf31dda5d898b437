import type { Asked } from '../asked.ts';
import type { Cause } from '../refusals/verdict.ts';
import type { Cure } from './cure.ts';

/** What is mended by people and settings that no command line of ours could name: whom to ask, and for what. */
export const byAsking: Partial<Record<Cause, (asked: Asked) => Cure>> = {
  'access-denied': ({ clientEmail, what }) => ({
    text: `Ask whoever administers ${what} whether a policy keeps ${clientEmail} from it: Google did not say which right is missing.`,
  }),
  'connections.use': ({ clientEmail, what }) => ({
    text: `Ask whoever administers the BigQuery connection behind ${what} to grant BigQuery Connection User (roles/bigquery.connectionUser) on that connection to ${clientEmail}.`,
  }),
  location: ({ what }) => ({
    text: `Check the names of what ${what} reads: something of it is not there, or lies in another location.`,
  }),
  'org-policy': ({ project }) => ({
    text: `Ask whoever administers the organisation of project ${project} which of its policies forbids this, and for an exception.`,
  }),
  'org-setup': ({ what }) => ({
    text: `Ask whoever administers ${what} whether its set-up is meant to be so.`,
  }),
  'project-suspended': ({ project }) => ({
    text: `Ask whoever administers project ${project} to clear its suspension with Google Cloud's support.`,
  }),
  'quota-free-tier': ({ jobProject }) => ({
    text: `Wait for the next month, or ask whoever administers project ${jobProject} to link a billing account.`,
  }),
  reservation: ({ jobProject }) => ({
    text: `Ask whoever administers BigQuery's capacity for a reservation that serves project ${jobProject} where the data lies, or to let it query on demand.`,
  }),
  'row-access-policy': ({ clientEmail, what }) => ({
    text: `Ask whoever owns ${what} for a row access policy that shows its rows to ${clientEmail}.`,
  }),
};

/**
 * What a perimeter has to let in (https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules), as its
 * administrator writes it. The number of the project is not known here.
 */
export const ingressRule = ({ clientEmail }: Asked): string =>
  [
    '- ingressFrom:',
    '    identities:',
    `    - serviceAccount:${clientEmail}`,
    '    sources:',
    "    - accessLevel: '*'",
    '  ingressTo:',
    '    operations:',
    '    - serviceName: bigquery.googleapis.com',
    '      methodSelectors:',
    "      - method: '*'",
    '    resources:',
    "    - '*'",
  ].join('\n');
