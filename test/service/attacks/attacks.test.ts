import { localTarget } from './local-target.ts';
import { runAttacks } from './run-attacks.ts';

runAttacks('npm start', localTarget);
