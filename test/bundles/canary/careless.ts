import type { Ask, Told } from './asking.ts';
import type { Kept } from './journey.ts';
import type { Tenant } from './tenant.ts';

const calls = [
  ['upload-key', 'POST /'],
  ['list-connectors', 'GET /caller'],
  ['list-connectors', 'GET /health-summary'],
  ['validate-connection', 'POST /'],
  ['browse-tables', 'GET /'],
  ['save-connector', 'POST /'],
  ['list-connectors', 'GET /'],
  ['delete-connector', 'POST /'],
  ['settings-page', 'GET /'],
] as const;

/** Callers who send their key where it does not belong, and keys to which something happened on their way. */
export async function carelessly(ask: Ask, { file, pem }: Tenant, { keyId }: Kept): Promise<void> {
  const line = pem.split('\n')[12] ?? '';
  const body = pem.replace(/-----.*-----|\s/g, '');
  const word = line.replace(/\W/g, ''); // as some lines are anyhow
  const ofOne = async ([name, call]: (typeof calls)[number]) => {
    const [method = '', path = ''] = call.split(' ');
    // A query is looked at once the body is what the call takes.
    const taken: Told = name === 'upload-key' ? { file } : method === 'POST' ? { body: {} } : {};
    const query = `${encodeURIComponent(line)}=1&${word}=1&${word}=2&pageToken=${encodeURIComponent(line)}`;
    const inNames = { [line]: 1, [word]: 1 };
    const named = { ...inNames, name: pem, validationId: pem, keyId: pem, connectorId: line };
    const mistakes: [string, Told][] = [
      [call, { raw: `{"name":"Shop data","key":${file.slice(0, -3)}` }],
      [call, { body: { key: JSON.parse(file) as object } }],
      [call, { body: named }],
      [call, { raw: pem }],
      [`${method} ${path}?keyId=${encodeURIComponent(line)}&key=${encodeURIComponent(body)}`, {}],
      [`${method} ${path}?${query}`, taken],
      [`${method} /${encodeURIComponent(line)}`, {}],
      [`${method} /${word}`, {}],
      [`${method} /%${line}`, {}],
      [call, { headers: { authorization: `Bearer ${body}` } }],
      [call, { headers: { 'if-match': `"${line}"`, traceparent: line, origin: line } }],
      [call, { headers: { 'content-type': line, 'content-encoding': line, accept: line } }],
      [call, { headers: { 'user-agent': line, 'x-cloud-trace-context': line, cookie: body } }],
      [`${word} ${path}`, {}],
    ];
    // What is no header at all is not sent.
    for (const [told, given] of mistakes) await ask(name, told, given).catch(() => undefined);
  };
  await Promise.all(calls.map(ofOne));
  for (const damaged of damages(file, pem)) await ask('upload-key', 'POST /', { file: damaged });
  await ask('browse-tables', `GET /?keyId=${keyId}&dataset=none&table=none`);
}

const damages = (file: string, pem: string): (string | Buffer)[] => [
  file.slice(0, -20),
  file.slice(0, file.indexOf('END PRIVATE')),
  file.slice(200),
  file.replace('service_account', 'authorized_user'),
  file.replace('"private_key":', '"privateKey":'),
  file.replaceAll('\\n', 'n'),
  file.replaceAll('"', "'"),
  file.replace('MII', 'MIJ'),
  JSON.stringify(file),
  JSON.stringify({ credentials: JSON.parse(file) as object }),
  Buffer.from(file).toString('base64'),
  Buffer.from(file, 'utf16le'),
  file + file,
  pem,
  `<html>${file}</html>`,
  file.padEnd(20_000),
];
