import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withoutTerraform } from './terraform-here.ts';
import { terraform, workingCopy } from './working-copy.ts';

interface Refusal {
  run: string;
  variable: string;
  /** Where the validation stands that refused, `file:line`. */
  validation: string;
  summary: string;
  sentence: string;
}

describe.skipIf(withoutTerraform())('with Terraform: a value that will not do', () => {
  const expected = withoutTerraform() ? [] : expectedRefusals();
  const met = withoutTerraform() ? [] : refusals();

  test('is refused when it is planned, each by one sentence of its variable', () => {
    const told = met.map(({ run, variable, summary }) => ({ run, variable, summary }));

    const summary = 'Invalid value for variable';
    expect(told).toEqual(expected.map((each) => ({ ...each, summary })));
  });

  test('is told in a sentence', () => {
    for (const { sentence } of met) expect(sentence).toMatch(/^[A-Za-z].* .*[.]$/s);
  });

  test('is tried for every validation that there is', () => {
    const tried = [...new Set(met.map(({ validation }) => validation))];

    expect(tried.toSorted()).toEqual([...validations().keys()].toSorted());
  });
});

/** What terraform/tests/refused-*.tftest.hcl say, run by run. */
function expectedRefusals(): { run: string; variable: string }[] {
  return runs().map(({ run, text }) => {
    const variable = /expect_failures = \[var\.(\w+)\]/.exec(text)?.[1];
    return { run, variable: variable ?? 'none' };
  });
}

function runs(): { run: string; text: string; head: string }[] {
  return globSync('terraform/tests/refused-*.tftest.hcl')
    .toSorted()
    .flatMap((path) => {
      const [whole = '', ...each] = readFileSync(path, 'utf8').split(/^(?=run ")/m);
      const head = whole.replace(/^mock_provider .*$/m, '');
      return each.map((text) => {
        const name = /^run "(\w+)"/.exec(text)?.[1] ?? 'none';
        return { run: name, text, head };
      });
    });
}

/** The same runs, each in a file of its own and expecting nothing, so that Terraform tells what it has against them. */
function refusals(): Refusal[] {
  const folder = workingCopy(variablesAlone);
  for (const { run, text, head } of runs()) {
    const unexpected = text.replace(/^ *expect_failures.*$/m, '');
    writeFileSync(join(folder, 'tests', `${run}.tftest.hcl`), head + unexpected);
  }
  const { stdout } = terraform(folder, 'test', '-json');
  const told = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => refusalIn(JSON.parse(line) as Message));
  const order = runs().map(({ run }) => run);
  return told.toSorted((one, other) => order.indexOf(one.run) - order.indexOf(other.run));
}

/** With all that it does not take to refuse a value, a hundred runs would load the provider a hundred times. */
function variablesAlone(folder: string): void {
  for (const path of globSync(join(folder, '{*.tf,tests/*.tftest.hcl}'))) {
    if (!/(variables.*|locations|functions)\.tf$/.test(path)) rmSync(path);
  }
  const map = join(folder, 'functions.tf');
  writeFileSync(map, readFileSync(map, 'utf8').replace(/^module [^]*/m, ''));
}

interface Message {
  '@testrun'?: string;
  diagnostic?: { severity: string; summary: string; detail: string };
}

function refusalIn({ '@testrun': run = 'none', diagnostic }: Message): Refusal[] {
  if (diagnostic?.severity !== 'error') return [];
  const { summary, detail } = diagnostic;
  const [sentence = '', by = ''] = detail.split('\n\nThis was checked by the validation rule at ');
  const validation = by.replace(/,.*$/s, '');
  return [
    { run, variable: validations().get(validation) ?? 'none', validation, summary, sentence },
  ];
}

/** Each validation by where it stands, as Terraform tells it, with its variable. */
function validations(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync('terraform/*.tf')) {
    let variable = 'none';
    for (const [place, line] of readFileSync(path, 'utf8').split('\n').entries()) {
      variable = /^variable "(\w+)"/.exec(line)?.[1] ?? variable;
      if (line === '  validation {') found.set(`${basename(path)}:${String(place + 1)}`, variable);
    }
  }
  return found;
}
