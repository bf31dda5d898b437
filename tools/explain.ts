import { text } from 'node:stream/consumers';
import { BadInput } from './explain/bad-input.ts';
import { explain } from './explain/explain.ts';
import { inLines } from './explain/print.ts';
import { readAnswer } from './explain/read-answer.ts';
import { readOptions } from './explain/read-options.ts';

/**
 * Reads an answer of Google from standard input and prints what it means, never what it says:
 * `npm run --silent explain -- --operation tables.get --table contacts < answer.json`
 */
try {
  const options = readOptions(process.argv.slice(2));
  if (process.stdin.isTTY) console.error('Paste the answer of Google, then press Ctrl-D.');
  const explained = explain(readAnswer(await text(process.stdin), options), options);
  console.log(options.json ? JSON.stringify(explained, null, 2) : inLines(explained));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
