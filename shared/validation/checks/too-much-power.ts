import type { CheckOfLadder, Subject } from '../check.ts';
import { asked } from '../asked.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, passed, skipped } from '../finding.ts';
import { dangerousPermissions } from '../powers.ts';
import { classify } from '../refusals/classify.ts';
import { neededGrants } from '../remedies/needed-grants.ts';
import { consolePages } from '../remedies/console.ts';
import { line, placeOf, roleName } from '../remedies/grant.ts';

/** A key that can do less is worth less to a thief. Resource Manager is asked, which an import or export never needs. */
export const tooMuchPower: CheckOfLadder = {
  id: 'C3',
  title: 'The key can do no more than it needs',
  needs: ['B2'],
  async judge(subject) {
    const answers = await subject.facts.powers();
    const found = answers.flatMap(([project, answer]) => {
      const permissions = 'value' in answer ? answer.value.filter((name) => known.has(name)) : [];
      return permissions.length > 0 ? [{ project, permissions }] : [];
    });
    const [first] = found;
    if (first)
      return tooMuch(
        subject,
        first,
        found.map(({ project }) => project),
      );
    const refused = answers.flatMap(([project, answer]) =>
      'refusal' in answer ? [{ project, verdict: classify(answer.refusal) }] : [],
    );
    const undecided = refused.find(({ verdict }) => verdict.outcome === 'inconclusive');
    if (undecided) {
      const { project, verdict } = undecided;
      return explainVerdict(verdict, { ...asked(subject, `project ${project}`), project });
    }
    if (refused.length > 0) {
      return skipped('Google does not tell this account what it may do beyond BigQuery.');
    }
    const count = String(dangerousPermissions.length);
    return passed(`The key can do none of ${count} dangerous things that were asked about.`);
  },
};

const known = new Set(dangerousPermissions);

function tooMuch(
  { draft, key: { clientEmail } }: Subject,
  { project, permissions }: { project: string; permissions: string[] },
  projects: string[],
): Finding {
  const enough = neededGrants(draft).map(({ role, on }) => `${roleName(role)} on ${placeOf(on)}`);
  return {
    outcome: 'warning',
    cause: 'too-much-power',
    detail: `The account ${clientEmail} can do in project ${project} what a connector never needs, as ${permissions.slice(0, 3).join(', ')}. Whoever gets hold of the key can do it too.`,
    remedy: {
      text: `Ask whoever administers project ${project} to take the other roles from ${clientEmail}. These are enough: ${enough.join('; ')}.`,
      consoleUrl: consolePages.iam(project),
      gcloud: line(
        'gcloud',
        'projects',
        'get-iam-policy',
        project,
        '--flatten=bindings[].members',
        `--filter=bindings.members:serviceAccount:${clientEmail}`,
        '--format=value(bindings.role)',
      ),
    },
    evidence: { permissions, projects },
  };
}
