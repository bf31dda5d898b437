import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import type { Retired } from '../../shared/schemas/retired-key.ts';
import { classify } from '../../shared/validation/refusals/classify.ts';
import type { Published, WatchedCertificates } from './watch-certificates.ts';

const watchedMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether the key that was put out of use is still there at Google, and whether the one in use has proven itself by now:
 * by the first good check after the hour in which it is watched. Of the account that the check asks about anyhow it is
 * known without a call; of another one Google is asked once a day.
 */
export async function lookForRetired(
  { retired }: ConnectorRecord,
  { outcome }: Report,
  certificates: WatchedCertificates,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<{ retired?: Retired }> {
  if (!retired) return {};
  const at = now.toISOString();
  const works = outcome === 'passed' || outcome === 'warning';
  const proves = works && now.getTime() - Date.parse(retired.since) > watchedMs;
  const provenAt = retired.provenAt ?? (proves ? at : undefined);
  const { clientEmail } = retired.key;
  const asks = outcome !== 'inconclusive' && isDaysOld(retired, now);
  const answer =
    certificates.seen(clientEmail) ??
    (asks ? await certificates.identity.certificates(clientEmail, signal) : undefined);
  const listed = answer && isListed(retired, answer);
  const goneAt = listed === false ? (retired.goneAt ?? at) : undefined;
  return {
    retired: {
      ...retired,
      provenAt,
      ...(answer && { lookedAt: at }),
      ...(listed !== undefined && { goneAt }),
    },
  };
}

function isDaysOld({ lookedAt }: Retired, now: Date): boolean {
  return lookedAt === undefined || Math.abs(now.getTime() - Date.parse(lookedAt)) >= dayMs;
}

/** Undefined where Google's answer tells nothing of it. An account that is gone has no keys. */
function isListed({ key }: Retired, answer: Published): boolean | undefined {
  if ('value' in answer) return Object.hasOwn(answer.value, key.privateKeyId);
  return classify(answer.refusal).cause === 'account-gone' ? false : undefined;
}

/** For the connector's history: that it is gone is told once, and again only if it had come back. */
export function noteGone(
  drawer: Drawer,
  { connectorId, retired: before }: ConnectorRecord,
  after: Retired | undefined,
  stamps: Stamps,
): void {
  if (after?.goneAt === undefined || before?.goneAt !== undefined) return;
  const { privateKeyId, clientEmail } = after.key;
  const change = changeOf(stamps, 'service', 'old-key-gone', `${privateKeyId} of ${clientEmail}`);
  drawer.addChange(connectorId, change, changeExpiry(change));
}
