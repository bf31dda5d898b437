import { writeFileSync } from 'node:fs';
import { rightsDocument } from './rights/rights-document.ts';

writeFileSync('docs/rights.md', await rightsDocument());
