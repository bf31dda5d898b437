import fc from 'fast-check';
import { keyFile, newPrivateKeyPem } from '../../support/make-key.ts';
import type { Corrupted } from './corrupted.ts';

const other = keyFile({
  private_key: newPrivateKeyPem(),
  project_id: 'acme-staging',
  private_key_id: 'fedcba9876543210fedcba9876543210fedcba98',
  client_email: 'writer@acme-staging.iam.gserviceaccount.com',
  client_x509_cert_url:
    'https://www.googleapis.com/robot/v1/metadata/x509/writer%40acme-staging.iam.gserviceaccount.com',
});

/** The private keys that an accepted file may hold. */
export const privateKeys = [keyFile().private_key, other.private_key].map((pem) => pem.trim());

type Member = keyof typeof other;
const member = fc.constantFrom(...(Object.keys(other) as Member[]));
const strangeValue = fc.constantFrom<unknown>(42, true, [], ['x'], {}, { type: 'x' });

function edited(name: Member, value: unknown, causes: string[]): Corrupted {
  const file = Buffer.from(`${JSON.stringify(keyFile({ [name]: value }), undefined, 2)}\n`);
  if (causes.length === 0) return { file, causes };
  return {
    file,
    causes,
    least: causes[0]?.includes('differ') ? 'warning' : 'failed',
    member: name,
  };
}

const required: Member[] = ['project_id', 'private_key_id', 'private_key', 'client_email'];

/** Which cause it is depends on what the field is for. */
function causes(name: Member, of: { type: string; required: string; url: string[] }): string[] {
  if (name === 'type') return [`A2 ${of.type}`];
  if (required.includes(name)) return [`A3 ${of.required}`];
  return name === 'client_id' ? [] : of.url;
}

const lost = { type: 'type-missing', required: 'field-missing', url: [] };
const emptied = { type: 'type-missing', required: 'field-missing', url: ['A3 field-ill-formed'] };
const strange = { type: 'type-unknown', required: 'field-ill-formed', url: ['A3 url-foreign'] };
const differs = /^client_(?:email|x509)/;

/** What an editor does to the fields. */
export const corruptedMembers: Record<string, fc.Arbitrary<Corrupted>> = {
  'a field is lost': member.map((name) => edited(name, undefined, causes(name, lost))),
  'a field is emptied': fc
    .tuple(member, fc.constantFrom('', ' ', '\n', null))
    .map(([name, value]) => edited(name, value, causes(name, emptied))),
  'a field is of another type': fc
    .tuple(member, strangeValue)
    .map(([name, value]) => edited(name, value, causes(name, strange))),
  'a field is of another key': member.map((name) =>
    edited(name, other[name], differs.test(name) ? ['A3 accounts-differ'] : []),
  ),
};
