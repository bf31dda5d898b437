import { refused, notFound } from '../http/google-refusal.ts';
import type { Project, World } from '../world/world.ts';

/** What stands before every call in a project: does it exist, is the API on, is the caller inside its perimeter? */
export function openProject(world: World, id: string): Project {
  const project = world.project(id);
  if (!project || project.trouble === 'deleted') throw notFound(`Project ${id}`);
  if (project.trouble === 'api-disabled') throw apiDisabled(project);
  if (project.trouble === 'perimeter') throw outsidePerimeter();
  return project;
}

function apiDisabled({ number }: Project) {
  const url = `https://console.developers.google.com/apis/api/bigquery.googleapis.com/overview?project=${number}`;
  return refused({
    code: 403,
    reason: 'accessNotConfigured',
    domain: 'usageLimits',
    more: { extendedHelp: 'https://console.developers.google.com' },
    message: `BigQuery API has not been used in project ${number} before or it is disabled. Enable it by visiting ${url} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url }],
      },
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: { service: 'bigquery.googleapis.com', consumer: `projects/${number}` },
      },
    ],
  });
}

function outsidePerimeter() {
  return refused({
    code: 403,
    reason: 'policyViolation',
    message:
      "VPC Service Controls: Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: SaNdBoX0x_Violation-5jaEGNXoCFIRqAUW_k_vKmLcs.",
  });
}

/** Jobs cost money: none runs in a project whose billing account was closed. */
export function requireBilling({ trouble }: Project): void {
  if (trouble !== 'billing-closed') return;
  throw refused({
    code: 403,
    reason: 'billingNotEnabled',
    message:
      'Billing has not been enabled for this project. Enable billing at https://console.cloud.google.com/billing.',
  });
}
