import { asked } from '../asked.ts';
import type { CheckOfLadder } from '../check.ts';
import { explainVerdict } from '../explain-verdict.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import { valueOf } from '../fact.ts';
import { classify } from '../refusals/classify.ts';

/** A dry run, then a real query of no cost: a green dry run does not prove that queries run (custom quotas). */
export const mayRunJobs: CheckOfLadder = {
  id: 'C2',
  title: 'The account may run queries',
  needs: ['C1'],
  async judge(subject) {
    const { jobProject } = subject.draft;
    const price = await subject.facts.jobPrice();
    const answer = price && 'refusal' in price ? price : await subject.facts.job();
    if (!answer) return notAsked;
    if (valueOf(answer)) return mayRun(jobProject, await subject.facts.location());
    const about = { ...asked(subject, `project ${jobProject}`), project: jobProject };
    return 'refusal' in answer ? explainVerdict(classify(answer.refusal), about) : notAsked;
  },
};

function mayRun(jobProject: string, location: string | undefined): Finding {
  return location === undefined
    ? passed(`Queries run in project ${jobProject}.`)
    : passed(`Queries run in project ${jobProject}, location ${location}.`, { location });
}
