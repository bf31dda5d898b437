import type { Answered } from '../send.ts';
import type { Stage } from '../stage.ts';
import type { Words } from '../table.ts';
import { ofConnectors } from './after/of-connectors.ts';
import { ofGoogle } from './after/of-google.ts';
import { ofKeys } from './after/of-keys.ts';
import { ofPage } from './after/of-page.ts';
import { ofStrangers } from './after/of-strangers.ts';
import { ofWords } from './after/of-words.ts';

/** What has to be so after a case's requests, where no single answer shows it. */
export type Afterwards = Record<
  string,
  (stage: Stage, answers: Answered[], words: Words) => void | Promise<void>
>;

export const afterwards: Afterwards = {
  ...ofConnectors,
  ...ofGoogle,
  ...ofKeys,
  ...ofPage,
  ...ofStrangers,
  ...ofWords,
};
