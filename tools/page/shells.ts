import { strings } from '../../functions/settings-page/page/strings.ts';

/**
 * The HTML that each screen begins with: its heading and its frame, so that something true is there to see before any
 * script has run. `%base%` is the page's folder, which its function fills in.
 */
export function shells(assets: Record<'script' | 'style' | 'icon', string>): Map<string, string> {
  const { screens } = strings;
  return new Map(
    Object.entries(screens).map(([name, { title, lead }]) => [
      `${name}.html`,
      shell({ ...assets, title, lead }),
    ]),
  );
}

function shell({
  script,
  style,
  icon,
  title,
  lead,
}: Record<'script' | 'style' | 'icon' | 'title' | 'lead', string>): string {
  const { product, noScript } = strings;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="%base%/${icon}">
<meta name="color-scheme" content="light dark">
<title>${text(title)} – ${text(product)}</title>
<link rel="stylesheet" href="%base%/${style}">
<link rel="preload" href="%base%/config.json" as="fetch" crossorigin>
<script type="module" src="%base%/${script}"></script>
</head>
<body>
<div id="live" class="visually-hidden" role="status"></div>
<div id="app">
<header class="bar"><p class="bar-title">${text(product)}</p></header>
<main class="page" id="main"><h1>${text(title)}</h1><p class="lead">${text(lead)}</p></main>
</div>
<noscript><p class="page">${text(noScript)}</p></noscript>
</body>
</html>
`;
}

const text = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
