import type { Check, Report, Schemas } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { inTitles } from './in-titles.ts';

type Remedy = Schemas['Remedy'];

/** Another column, or another dataset, is for the reader to choose and for nobody to grant. */
const choices: Check['id'][] = ['D3', 'D5', 'E3'];

/**
 * Everything for the colleague who can mend it, as one message that stands by itself: what was tried, what is missing,
 * what to run, and why. Undefined where nobody else has to do anything.
 */
export function letter(
  { checks, remedy }: Pick<Report, 'checks' | 'remedy'>,
  account: string,
): string | undefined {
  const words = strings.report.letter;
  const about = concerning(checks);
  const whole = remedy ?? combined(about);
  if (!whole) return undefined;
  const found = about.map(({ title, detail }) => `- ${title}: ${inTitles(detail)}`);
  const failed = about.some(({ outcome }) => outcome === 'failed');
  return [
    words.opening(account),
    `${failed ? words.failed : words.warned}\n${found.join('\n')}`,
    `${words.please}\n${asRequest(whole.text)}`,
    ...commands(whole),
    words.why,
    words.closing,
  ].join('\n\n');
}

/** What failed; where nothing did, what was warned of. */
function concerning(checks: Check[]): Check[] {
  const others = checks.filter(({ id }) => !choices.includes(id));
  const failed = others.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) return failed;
  return others.filter(({ outcome, remedy }) => outcome === 'warning' && remedy !== undefined);
}

function combined(checks: Check[]): Remedy | undefined {
  const remedies = checks.flatMap(({ remedy }) => remedy ?? []);
  const [first] = remedies;
  if (!first || remedies.length === 1) return first;
  return { text: remedies.map(({ text }, index) => `${String(index + 1)}. ${text}`).join('\n') };
}

function commands({ gcloud, bq, terraform, consoleUrl }: Remedy): string[] {
  const words = strings.report.letter;
  const lines = [gcloud, bq].filter((line) => line !== undefined).join('\n');
  return [
    ...(lines === '' ? [] : [`${words.commands}\n${lines}`]),
    ...(terraform === undefined ? [] : [`${words.terraform}\n${terraform}`]),
    ...(consoleUrl === undefined ? [] : [`${words.console} ${consoleUrl}`]),
  ];
}

/** A remedy tells the reader whom to ask; a letter asks. */
function asRequest(text: string): string {
  return text
    .replace(/\bask (whoever administers .+?) to (?=[a-z])/gi, strings.report.letter.request)
    .replace(/(^|\n|\. )whoever/g, '$1Whoever');
}
