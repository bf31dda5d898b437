import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect } from 'vitest';
import { subscribersEmail } from '../../../support/subscribers-email.ts';
import { type MoreAttack, keyFileWith, refusedEach, tryFile, tryJson } from './trying.ts';

export const keyFiles: MoreAttack[] = [
  {
    threat: 21,
    title: 'no other kind of credential passes under a changed spelling',
    async run(stage) {
      const types = [
        'Service_Account',
        'service_account ',
        'service_account\0',
        ['service_account'],
        { service_account: true },
        'impersonated_service_account',
        'external_account_authorized_user',
        'gdch_service_account',
      ];
      await refusedEach(types, [422], async (type) => tryFile(stage, keyFileWith(stage, { type })));
    },
  },
  {
    threat: 22,
    title: 'no address in the file is ever asked, whether it is refused or dropped',
    async run(stage) {
      const listener = `127.0.0.1:${stage.known.words.listenerPort ?? ''}`;
      const evil = `http://${listener}/`;
      const files = [
        ...[
          `https://oauth2.googleapis.com:${listener.split(':')[1] ?? ''}/token`,
          'http://oauth2.googleapis.com/token',
          'https://oauth2.googleapis.com.evil.example/token',
          'https://oauth2.googleapis.com/token#@evil.example',
          'https://oauth2.googleapis.com\\@evil.example/token',
          'file:///etc/passwd',
          'http://169.254.169.254/computeMetadata/v1/',
          ['https://oauth2.googleapis.com/token', evil],
          { href: evil },
        ].map((token_uri) => ({ token_uri })),
        ...['googleapis.com.evil.example', 'googleapis.com@evil.example', listener, ''].map(
          (universe_domain) => ({ universe_domain }),
        ),
        { auth_uri: evil },
        { auth_provider_x509_cert_url: evil },
        { client_x509_cert_url: evil },
        {
          token_url: evil,
          service_account_impersonation_url: evil,
          credential_source: { url: evil },
        },
        { quota_project_id: '../../x', audience: evil, endpoint: evil, apiEndpoint: evil },
      ];
      for (const members of files) {
        const { status, json } = await tryFile(stage, keyFileWith(stage, members));
        expect([201, 422]).toContain(status);
        if (status !== 201) continue;
        const body = {
          keyId: json.keyId,
          purposes: ['import'],
          uniqueContactField: subscribersEmail,
        };
        const answer = await tryJson(stage, 'validate-connection', JSON.stringify(body));
        expect(answer.json.readyToSave).toBe(true); // it was signed in where all are
      }
      expect(stage.connections()).toBe(0);
    },
  },
  {
    threat: 23,
    title: 'no string of the file reaches an address unless it is what its name says',
    async run(stage) {
      const email = 'reader@acme-analytics.iam.gserviceaccount.com';
      const files = [
        ...[
          'a@b@c',
          `${email}\nx`,
          `${email}?x=1`,
          `${email}#`,
          `${email}/..`,
          'x@пример.рф',
          '',
        ].map((client_email) => ({ client_email })),
        { client_email: `${'x'.repeat(10_000)}@acme-analytics.iam.gserviceaccount.com` },
        { client_email: [email] },
        ...['../x', 'acme-analytics/..', 'acme?x', 'ACME', 'a', '', 'acme-\nanalytics', 7].map(
          (project_id) => ({ project_id }),
        ),
        ...['../x', 'zz', '', 'abc\n', ['abc'], 'f'.repeat(200)].map((private_key_id) => ({
          private_key_id,
        })),
      ];
      await refusedEach(files, [422], async (members) =>
        tryFile(stage, keyFileWith(stage, members)),
      );
    },
  },
  {
    threat: 25,
    title: 'no other material than one RSA key of usual size is taken',
    async run(stage) {
      const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
      const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const good = pem(rsa.privateKey);
      const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
      const ed = generateKeyPairSync('ed25519').privateKey;
      const encrypted = rsa.privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: 'x',
      });
      await refusedEach(
        [
          pem(pss),
          pem(ed),
          encrypted.toString(),
          good + good,
          rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
          good.replace(/[A-Z]{2}(?=\n-----END)/, 'AA').slice(0, -60),
          '',
          [good],
        ],
        [422],
        async (private_key) => tryFile(stage, keyFileWith(stage, { private_key })),
      );
    },
  },
];
