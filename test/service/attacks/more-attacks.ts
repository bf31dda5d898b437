import { bodies } from './more/bodies.ts';
import { browsing } from './more/browsing.ts';
import { claims } from './more/claims.ts';
import { editions } from './more/editions.ts';
import { hostileFiles } from './more/hostile-files.ts';
import { requests } from './more/http.ts';
import { identifiers } from './more/identifiers.ts';
import { keyFiles } from './more/key-files.ts';
import { machineDoors } from './more/machines.ts';
import { members } from './more/members.ts';
import { neighbours } from './more/neighbours.ts';
import { numbers } from './more/numbers.ts';
import { places } from './more/places.ts';
import { streams } from './more/streams.ts';
import { tokens } from './more/tokens.ts';
import type { MoreAttack } from './more/trying.ts';
import { texts } from './more/words.ts';

/** Each tries many spellings of one thought; what falls is named with its spelling. */
export const moreAttacks: MoreAttack[] = [
  ...tokens,
  ...claims,
  ...bodies,
  ...numbers,
  ...keyFiles,
  ...hostileFiles,
  ...requests,
  ...places,
  ...neighbours,
  ...editions,
  ...members,
  ...identifiers,
  ...browsing,
  ...texts,
  ...streams,
  ...machineDoors,
];
