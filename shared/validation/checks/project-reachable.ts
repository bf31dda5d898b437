import { asked } from '../asked.ts';
import type { CheckOfLadder } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { passed, notAsked } from '../finding.ts';
import { classify } from '../refusals/classify.ts';

/** The job project exists, BigQuery is on in it, and no perimeter stands before it. Listing needs no role. */
export const projectReachable: CheckOfLadder = {
  id: 'C1',
  title: 'The project can be reached',
  needs: ['B2'],
  async judge(subject) {
    const { jobProject } = subject.draft;
    const answer = await subject.facts.datasets();
    if (!answer) return notAsked;
    if ('value' in answer) return passed(`Project ${jobProject} answers.`);
    const about = { ...asked(subject, `project ${jobProject}`), project: jobProject };
    return explainVerdict(classify(answer.refusal), about);
  },
};
