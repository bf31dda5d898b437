import { strings } from '../../functions/settings-page/page/strings.ts';

export interface Built {
  icon: string;
  style: string;
  /** The page's script, and those that it needs. */
  app: string[];
  /** What tells that the page could not be left. */
  stayed: string;
  /** By screen, the scripts that it needs beside. */
  screens: Record<string, string[]>;
  /** What only some screen or step needs. */
  later: string[];
  /** Scripts that stand in the HTML: of every screen, and of where the issuer leads back to. */
  leave: string;
  arrive: string;
}

/**
 * The HTML that each screen begins with: its heading and its frame, so that something true is there to see before any
 * script has been fetched. `%base%` is the page's folder and `%config%` its deployment, which its function fills in.
 */
export function shells(built: Built): Map<string, string> {
  const screens = Object.entries(strings.screens).map(
    ([name, { title, lead }]): [string, string] => [
      `${name}.html`,
      screenShell(built, { name, title, lead }),
    ],
  );
  return new Map([...screens, ['signed-in.html', stationShell(built)]]);
}

/**
 * Who comes to a screen is led to the issuer at once, before the style sheet, for which a script would wait; what the
 * page needs after that is fetched meanwhile, not run.
 */
function screenShell(
  { icon, style, app, stayed, screens, leave }: Built,
  { name, title, lead }: Record<'name' | 'title' | 'lead', string>,
): string {
  const needed = [...app, ...(screens[name] ?? [])];
  const told = { heading: [title, lead], stayed: `%base%/${stayed}` };
  return html({
    title,
    head: [
      `<script type="application/json" id="config">%config%</script>`,
      `<script type="application/json" id="shell">${json(told)}</script>`,
      `<script>${leave}</script>`,
      ...styleAndIcon(style, icon),
      ...needed.map(preload),
    ],
    body: frame(title, lead),
  });
}

/** Where the issuer leads back to: the page itself. */
function stationShell({ icon, style, app, later, arrive }: Built): string {
  const [main = '', ...others] = app;
  const title = strings.signIn.underWay;
  const notLoaded = `${strings.notLoaded.title}. ${strings.notLoaded.lead}`;
  return html({
    title,
    head: [
      `<script type="module" src="%base%/${main}"></script>`,
      ...others.map(preload),
      ...styleAndIcon(style, icon),
      `<script type="application/json" id="config">%config%</script>`,
      `<script type="application/json" id="shell">${json({ notLoaded, later: later.map((path) => `%base%/${path}`) })}</script>`,
    ],
    body: `${frame(title, ' ')}\n<script>${arrive}</script>`,
  });
}

const styleAndIcon = (style: string, icon: string): string[] => [
  `<link rel="stylesheet" href="%base%/${style}">`,
  `<link rel="icon" href="%base%/${icon}">`,
];

const preload = (path: string): string => `<link rel="modulepreload" href="%base%/${path}">`;

function html({ title, head, body }: { title: string; head: string[]; body: string }): string {
  const { product, noScript } = strings;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)} – ${text(product)}</title>
${head.join('\n')}
</head>
<body>
<div id="live" class="visually-hidden" role="status"></div>
<div id="app">
${body}
</div>
<noscript><p class="page">${text(noScript)}</p></noscript>
</body>
</html>
`;
}

/** As the page draws it, with nothing in it yet: what comes in its place moves nothing. */
function frame(title: string, lead: string): string {
  const { product, nav } = strings;
  return `<header class="bar bar-waiting">
<p class="bar-title"><a href="%base%/connectors">${text(product)}</a></p>
<nav aria-label="${text(nav.label)}"><a href="%base%/connectors">${text(nav.connectors)}</a><a href="%base%/guide">${text(nav.guide)}</a></nav>
<p class="who">&nbsp;</p>
</header>
<main class="page" id="main">
<div class="stack-small">
<div class="heading"><h1 tabindex="-1"><bdi>${text(title)}</bdi></h1></div>
<p class="lead"${lead === '' ? ' hidden' : ''}>${text(lead)}</p>
</div>
</main>`;
}

const text = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
