import { strings } from '../../strings.ts';

const titles: Record<string, string> = strings.report.checks;

/** The service names a check by its id, `D1 (dataset)`; who reads the page knows it by its title. */
export function inTitles(detail: string): string {
  return detail.replace(/\b([A-E]\d) \([a-z-]+\)/g, (named, id: string) => {
    const title = titles[id];
    return title === undefined ? named : `“${title}”`;
  });
}
