import { writeFileSync } from 'node:fs';
import { apiTypes } from './page/api-types.ts';

const { file, text } = await apiTypes();
writeFileSync(file, text);
