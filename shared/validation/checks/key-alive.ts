import { createPublicKey, X509Certificate } from 'node:crypto';
import type { CheckOfLadder, Subject } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { classify } from '../refusals/classify.ts';
import { inconclusive } from '../refusals/verdict.ts';
import { consolePages } from '../remedies/console.ts';
import { asked } from '../asked.ts';

const dayMs = 24 * 60 * 60 * 1000;
const warningDays = 30;

/**
 * Is the key still published, and is its certificate of this private key? The page of certificates is public, so what
 * it tells needs no sign-in (https://cloud.google.com/iam/docs/keys-list-get#get-public-key).
 */
export const keyAlive: CheckOfLadder = {
  id: 'B1',
  title: 'The key is alive at Google',
  needs: ['A3', 'A4'],
  async judge(subject) {
    const answer = await subject.facts.certificates();
    if (!answer) return notAsked;
    if ('refusal' in answer) {
      const verdict = classify(answer.refusal);
      // The page is public: whoever is kept from it is we, and nothing is wrong with the key.
      const ours = verdict.outcome === 'failed' && verdict.cause !== 'account-gone';
      return explainVerdict(
        ours ? inconclusive('our-request', 'operator') : verdict,
        asked(subject, 'the certificates'),
      );
    }
    const pem = Object.hasOwn(answer.value, subject.key.privateKeyId)
      ? answer.value[subject.key.privateKeyId]
      : undefined;
    return pem === undefined ? gone(subject) : judgeCertificate(pem, subject);
  },
};

function judgeCertificate(pem: string, subject: Subject): Finding {
  const certificate = parse(pem);
  if (!certificate) {
    return {
      outcome: 'inconclusive',
      cause: 'unknown-answer',
      detail: 'Google’s list of keys could not be read. Validate again in a few minutes.',
    };
  }
  if (!certificate.publicKey.equals(createPublicKey(subject.key.privateKey))) return mixed(subject);
  const days = Math.floor((certificate.validToDate.getTime() - subject.now.getTime()) / dayMs);
  const evidence = { expires: certificate.validToDate.toISOString() };
  if (days < 0) {
    return {
      ...renew(subject, 'expired', `The key expired on ${date(certificate)}.`),
      outcome: 'failed',
      evidence,
    };
  }
  if (days < warningDays) {
    const detail = `The key expires on ${date(certificate)}, in ${String(days)} days.`;
    return { ...renew(subject, 'expires-soon', detail), outcome: 'warning', evidence };
  }
  return passed('Google lists the key, and it is of this private key.', evidence);
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined; // what is no certificate tells nothing about the key
  }
}

const date = ({ validToDate }: X509Certificate) => validToDate.toISOString().slice(0, 10);

function gone(subject: Subject): Finding {
  const detail = `Google no longer lists this key of ${subject.key.clientEmail}: it was deleted or disabled.`;
  return { ...renew(subject, 'key-gone', detail), outcome: 'failed' };
}

function mixed(subject: Subject): Finding {
  const detail =
    'The private key and the key id in the file are of two different keys: the file was put together by hand.';
  return { ...renew(subject, 'key-mixed', detail), outcome: 'failed' };
}

function renew({ key }: Subject, cause: string, detail: string): Omit<Finding, 'outcome'> {
  return {
    cause,
    detail,
    remedy: {
      text: `Ask the colleague who gave you the key file for a new key of ${key.clientEmail}.`,
      consoleUrl: consolePages.serviceAccounts(key.projectId),
      gcloud: `gcloud iam service-accounts keys create key.json --iam-account=${key.clientEmail} --project=${key.projectId}`,
    },
  };
}
