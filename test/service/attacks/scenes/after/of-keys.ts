import { createHash, createPublicKey } from 'node:crypto';
import { expect } from 'vitest';
import type { Answered } from '../../send.ts';
import type { Stage } from '../../stage.ts';
import type { Afterwards } from '../afterwards.ts';

const told = ([answer]: Answered[]): string => JSON.stringify(answer?.json.checks ?? '');

/** Windows from the middle of the secret half, as they stand in the file. */
function piecesOf({ target }: Stage): string[] {
  const { private_key: pem } = JSON.parse(target.keyFile('good.json').toString()) as {
    private_key: string;
  };
  const middle = pem.split('\n').slice(8, -4);
  return middle.map((line) => line.slice(20, 44));
}

function unread(stage: Stage, answers: Answered[]): void {
  for (const { text } of answers)
    for (const piece of piecesOf(stage)) expect(text).not.toContain(piece);
}

export const ofKeys: Afterwards = {
  'kind-external-account-url'(_, answers) {
    expect(told(answers)).toContain('external-account');
  },
  'kind-external-account-base64'(_, answers) {
    expect(told(answers)).toContain('external-account');
  },
  'kind-authorized-user'(_, answers) {
    expect(told(answers)).toMatch(/gcloud|sign-in|user/i);
    expect(told(answers)).toMatch(/service account/i);
  },

  'readback-upload'(stage, answers) {
    unread(stage, answers);
    const { private_key: pem } = JSON.parse(stage.target.keyFile('good.json').toString()) as {
      private_key: string;
    };
    const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    const digest = createHash('sha256').update(spki);
    const fingerprint = String(answers[0]?.json.fingerprint);
    expect(fingerprint.replace(/^sha256:/i, '').toLowerCase()).toBe(digest.digest('hex'));
  },
  'readback-get-history': unread,

  async 'parse-duplicate-private-key'({ known, target }, answers) {
    for (const { status } of answers) expect(status).toBe(422);
    expect((await known.ask('/upload-key/', { file: target.keyFile('good.json') })).status).toBe(
      201,
    );
  },
};
