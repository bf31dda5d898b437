import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { der, integer, sequence } from '../identity/der.ts';
import { audience } from '../identity/token-endpoint.ts';
import { sampleKeys } from '../sample-keys.ts';
import type { SampleKey } from './sample-key.ts';
import type { KeyRing, RingKey } from './key-ring.ts';
import { asDownloaded, type ForeignParts, type KeyFile } from './shapes.ts';

/** Writes each sample key file, and a table of their stories beside them. */
export async function writeSampleKeys(folder: string, ring: KeyRing): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const foreign = foreignParts();
  const written = sampleKeys.map(async (sample) => {
    const keys = ring.get(sample.file);
    if (!keys) throw new Error(`No key was made for ${sample.file}.`);
    const content = (sample.shape ?? asDownloaded)(keyFile(sample, keys.key), foreign);
    await writeFile(join(folder, sample.file), content, { mode: 0o600 });
  });
  await Promise.all([...written, writeFile(join(folder, 'README.md'), tableOfStories())]);
}

function keyFile({ file, holder }: SampleKey, { keyId, privateKey }: RingKey): KeyFile {
  const name = file.replace(/\..*$/, '');
  const project = holder?.projectId ?? 'acme-analytics';
  const email = holder?.email ?? `${name}@${project}.iam.gserviceaccount.com`;
  return {
    type: 'service_account',
    project_id: project,
    private_key_id: keyId,
    private_key: privateKey,
    client_email: email,
    client_id: '100000000000000000001',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: audience,
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(email)}`,
    universe_domain: 'googleapis.com',
  };
}

/** Made anew at each start: nothing has to remember what is refused anyway. */
function foreignParts(): ForeignParts {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    ellipticKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    // The frame of RFC 7292 around noise: version 3, then content that nobody opens.
    pkcs12: sequence(integer('03'), sequence(der(0x04, randomBytes(900)))),
  };
}

function tableOfStories(): string {
  const rows = sampleKeys.map(
    ({ file, story, at, purpose = 'import', outcome, check = '' }) =>
      `| ${file} | ${story} | ${at} | ${purpose} | ${outcome} | ${check} |`,
  );
  return [
    '# Sample keys',
    '',
    'Made for this machine; they open the sandbox and nothing else. Outcomes are those of a validation for import with the',
    'unique contact field `crm.subscribers.email` ↔ `email`, or for export into the dataset `exports`.',
    '',
    '| file | story | told by | for | outcome | check |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
