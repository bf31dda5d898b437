import type { DeployedPlatform } from '../deployed-platform.ts';

export interface Line {
  severity: string;
  message: string;
  facts: Record<string, unknown>;
}

/** What all instances wrote until now, as the operators read it. */
export function linesOf({ logs }: Pick<DeployedPlatform, 'logs'>): Line[] {
  return logs().flatMap(({ content }) =>
    content
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as Line),
  );
}
