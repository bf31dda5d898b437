import type { KeyFacts } from '../draft.ts';
import { strings } from '../../strings.ts';

/** What of a key is no secret: whose it is, and which of the account's keys. */
export function KeyFactsList({ clientEmail, projectId, privateKeyId }: KeyFacts) {
  const words = strings.draft.key.facts;
  return (
    <dl class="facts">
      <dt>{words.clientEmail}</dt>
      <dd>
        <bdi>{clientEmail}</bdi>
      </dd>
      <dt>{words.projectId}</dt>
      <dd>
        <bdi>{projectId}</bdi>
      </dd>
      <dt>{words.privateKeyId}</dt>
      <dd>
        <code>{privateKeyId}</code>
      </dd>
    </dl>
  );
}
