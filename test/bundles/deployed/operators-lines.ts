import type { DeployedPlatform } from '../deployed-platform.ts';

/** What was logged as an error about a workspace: where an operator is told to look. */
export function operatorsLines({ logs }: Pick<DeployedPlatform, 'logs'>, workspace: string) {
  return logs()
    .flatMap(({ content }) => content.split('\n'))
    .filter((line) => line.includes('"severity":"ERROR"') && line.includes(`"${workspace}"`))
    .map((line) => {
      const { facts } = JSON.parse(line) as { facts: Record<string, string> };
      return { error: facts.error, permission: facts.permission, resource: facts.resource };
    });
}
