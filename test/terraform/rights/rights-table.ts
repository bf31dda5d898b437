import { mockedPlan } from '../mocked-plan.ts';
import { functionsIn } from './functions-in.ts';
import { type Grant, grantsIn } from './grants-in.ts';
import { type Needs, needsOfFunctions } from './needs-of.ts';

const project = 'acme-connectors';
const deployer = `deployer@${project}.iam.gserviceaccount.com`;

const preface = `# Who may do what

Written by \`npm run rights\` from the code and from a plan of \`terraform/\` as it is by default, for a project \`${project}\`
with the number \`123456789012\` and a \`deployer\`; a test holds it to both. Accounts are told without
\`@${project}.iam.gserviceaccount.com\`.

Each function runs as an account of its own, and may do what stands here and nothing else: its code is followed from its
entry to the methods of the ports that it can reach, and their adapters of Google's name what each call needs. What is asked
of a customer's BigQuery is asked with the customer's own key, and needs no right in this project.
`;

/** The whole document, as Markdown before it is formatted. */
export function rightsTable(): string {
  const plan = mockedPlan({ deployer });
  const grants = grantsIn(plan);
  const accounts = new Map(
    functionsIn(plan).map((each) => [each.name, `serviceAccount:${each.account}`]),
  );
  const functions = needsOfFunctions().flatMap((needs) => {
    const own = grants.filter(({ member }) => member === accounts.get(needs.name));
    const rows = own.flatMap((grant) => rowsOf(needs, grant)).toSorted();
    const nothing = row(needs.name, nameOf(accounts.get(needs.name) ?? ''), 'none', '', '');
    return rows.length > 0 ? rows : [nothing];
  });
  const others = grants.filter(({ member }) => ![...accounts.values()].includes(member));
  return [
    preface,
    '## Functions\n',
    table(['Function', 'Identity', 'On', 'Permission', 'For'], functions),
    '## What the conditions say\n',
    table(['On', 'Condition'], conditionsOf(grants)),
    '## Who may call\n',
    'By `roles/run.invoker` on the function. Where everybody may, the function itself asks for a token of the issuer; the page\nis open.\n',
    table(['Function', 'Identity'], others.filter(calls).map(callerRow).toSorted()),
    '## Who builds and deploys\n',
    'What the deployer needs beside this it is given before there is anything: [operating.md](operating.md).\n',
    table(
      ['Identity', 'On', 'Role'],
      others
        .filter((each) => !calls(each))
        .map(otherRow)
        .toSorted(),
    ),
  ].join('\n');
}

const code = (text: string) => `\`${text}\``;
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const calls = ({ on }: Grant) => on.startsWith('function ');

function table(head: string[], rows: string[]): string {
  return [row(...head), row(...head.map(() => '---')), ...rows, ''].join('\n');
}

function nameOf(member: string): string {
  return code(short(member.replace(/^serviceAccount:/, '')));
}

function short(email: string): string {
  return email.replace(`@${project}.iam.gserviceaccount.com`, '');
}

/** As \`database\` \`connectors\`. */
function placeOf({ on }: Grant): string {
  return short(on).replace(/ (.*)$/, ' `$1`');
}

function rowsOf({ name, permissions }: Needs, grant: Grant): string[] {
  const identity = nameOf(grant.member);
  return grant.permissions.map((permission) => {
    const methods = (permissions.get(permission) ?? []).map(code).join(', ');
    const why = grant.on.startsWith('secret ') ? 'page tokens, which it seals' : methods;
    return row(name, identity, placeOf(grant), code(permission), why);
  });
}

function conditionsOf(grants: Grant[]): string[] {
  const narrowed = grants.filter(({ condition }) => condition !== undefined);
  const rows = narrowed.map((each) => row(placeOf(each), code(each.condition ?? '')));
  return [...new Set(rows)].toSorted();
}

function callerRow({ on, member }: Grant): string {
  return row(on.replace('function ', ''), nameOf(member));
}

function otherRow(grant: Grant): string {
  return row(nameOf(grant.member), placeOf(grant), code(grant.role));
}
