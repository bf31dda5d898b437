import { ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import { keyText } from '../../support/make-key.ts';
import { interrupted, type Kill, type Theatre } from './interrupted.ts';
import { kept, type Kept } from './kept.ts';
import type { Stage } from './stage.ts';

/** An upload, killed where it is told to, and again: whatever is left of the first one goes by itself. */
export async function rehearseUpload(
  theatre: Theatre,
  stage: Stage,
  instance: DeployedFunction,
  kill: Kill,
): Promise<{ changes: string[]; wrong: string[] }> {
  const { platform, others } = theatre;
  const call = await stage.request('POST /', { file: keyText() });

  const { changes, answered } = await interrupted(theatre, instance, call, kill);
  const left = await kept(platform, stage.workspace);
  const again = await ask(others.get('upload-key')?.port ?? 0, call);
  const atLast = await kept(platform, stage.workspace);

  const uploaded = String(again.json.keyId);
  const found: [boolean, string][] = [
    [answered?.status !== (kill ? undefined : 201), `the answer was ${answered?.text ?? 'none'}`],
    [again.status !== 201, `the retry was answered with ${again.text}`],
    [!atLast.keys.has(uploaded) || !atLast.secrets.has(uploaded), 'the retry left no key'],
  ];
  const wrong = found.filter(([is]) => is).map(([, sentence]) => sentence);
  return { changes, wrong: [...wrong, ...lasting(left), ...lasting(atLast)] };
}

/** All of it that would stay. */
function lasting({ keys, secrets }: Kept): string[] {
  const day = Date.now() + 24 * 60 * 60 * 1000;
  const goes = (expiry: number | undefined) => expiry !== undefined && expiry <= day;
  return [
    ...[...secrets].filter(([, { expiry }]) => !goes(expiry)).map(([id]) => `the secret of ${id}`),
    ...[...secrets].filter(([id]) => !keys.has(id)).map(([id]) => `${id} without its record`),
    ...[...keys.values()]
      .filter(({ expiresAt = '' }) => !goes(Date.parse(expiresAt)))
      .map(({ keyId }) => `the record of ${keyId}`),
  ];
}
