import type { Difference } from '../../schemas/drift.ts';
import type { Comparison, Found } from './aspects.ts';

/** What was proven when the connector was saved, and is refused by name now. Of what was not asked nothing changes. */
export const compareRights: Comparison = {
  aspects: ['permissions-reduced'],
  compare({ saved, seen, key, known }) {
    if (!saved.rights || !seen.rights) return undefined;
    const held = new Set(seen.rights.held);
    const lacking = new Set(seen.rights.lacking);
    const before = new Set(known.map(({ is }) => is));
    return saved.rights.held
      .filter((right) => lacking.has(right) || (!held.has(right) && before.has(lost(right))))
      .map((right) => ({
        aspect: 'permissions-reduced' as const,
        was: right,
        is: lost(right),
        detail: `The account ${key.clientEmail} had ${right} when the connector was saved, and has it no more.`,
        remedyText: `Ask whoever administers it to give ${key.clientEmail} the role back that contains it, or look whether the ${thing(right)} is still there.`,
      }));
  },
};

const lost = (right: string) => `no ${right}`;

const thing = (right: string) => / on (project|dataset|table) /.exec(right)?.[1] ?? 'thing';

const mostNamed = 3;

const grownIs = (powers: string[], project: string) =>
  `also ${powers.join(', ')} on project ${project}`;

/** Whether one difference names nothing but powers that another one of the same project names. */
export function isLess(now: Difference, than: Difference): boolean {
  const [some, all] = [grownOf(now), grownOf(than)];
  if (!some || some.project !== all?.project) return false;
  return some.powers.every((each) => all.powers.includes(each));
}

function grownOf({ is }: Difference): { powers: string[]; project: string } | undefined {
  const [, powers, project] = /^also (.+) on project (.+)$/.exec(is) ?? [];
  return powers === undefined || project === undefined
    ? undefined
    : { powers: powers.split(', '), project };
}

/** Of each project, what the key can do that it could not when the connector was saved and that no connector needs. */
export const comparePowers: Comparison = {
  aspects: ['permissions-grown'],
  compare({ saved, seen, key }) {
    if (!saved.powers || !seen.powers) return undefined;
    const now = new Map(seen.powers.map((each) => [each.project, each.permissions]));
    if (!saved.powers.every(({ project }) => now.has(project))) return undefined;
    return saved.powers.flatMap(({ project, permissions: before }): Found[] => {
      const grown = (now.get(project) ?? []).filter((each) => !before.includes(each)).toSorted();
      if (grown.length === 0) return [];
      const { clientEmail } = key;
      const some = `${grown.slice(0, mostNamed).join(', ')}${grown.length > mostNamed ? ' and more' : ''}`;
      return [
        {
          aspect: 'permissions-grown',
          was: `${before.length === 0 ? 'nothing' : before.toSorted().join(', ')} on project ${project}`,
          is: grownIs(grown, project),
          detail: `The account ${clientEmail} can do more in project ${project} than when the connector was saved, and than it needs: ${some}.`,
          remedyText: `Ask whoever administers project ${project} to take from ${clientEmail} what was granted since then, unless something else needs it.`,
        },
      ];
    });
  },
};
