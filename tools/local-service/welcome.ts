import type { Endpoint } from '../../shared/http/endpoint.ts';

/** What is where, until the page of Settings → Connectors is here. */
export function welcome(origin: string, endpoints: Endpoint<never>[], keysFolder: string): string {
  const rows = endpoints.flatMap(({ name, calls }) =>
    calls.map(
      ({ method, path, summary }) =>
        `<li><code>${method} /${name}${path}</code> ${text(summary)}</li>`,
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>BigQuery connector service</title>
<h1>BigQuery connector service</h1>
<p>It runs on this machine, with a stand-in for Google. A token for curl:</p>
<pre>TOKEN=$(npm run --silent token -- --workspace demo --role editor)
curl -H "Authorization: Bearer $TOKEN" ${origin}/list-connectors/</pre>
<p>Sample keys to upload, each with its own story, lie in <code>${text(keysFolder)}</code>.
The calls, described in <a href="/openapi.json">/openapi.json</a>:</p>
<ul>
${rows.join('\n')}
</ul>
<p>What the stand-in was asked: <a href="/sandbox/requests">/sandbox/requests</a></p>
</html>
`;
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
