import { strings } from '../../strings.ts';

const titles: Record<string, string> = strings.report.checks;

/** The service names a check by its id, `D1 (dataset)`, and a field by its name; the page’s reader knows their titles. */
export function inTitles(detail: string): string {
  const told = detail.replaceAll('maximumBytesBilled', strings.report.costLimit);
  return told.replace(/\b([A-E]\d) \([a-z-]+\)/g, (named, id: string) => {
    const title = titles[id];
    return title === undefined ? named : `“${title}”`;
  });
}
