import { expect, test } from 'vitest';
import { applyingFile, provingFile, readBuildFile, stepOf } from './build-file.ts';
import { deployPlace } from './deploy-place.ts';

const proving = readBuildFile(provingFile);
const applying = readBuildFile(applyingFile);
const variables = {
  _STATE_BUCKET: 'acme-state',
  _RELEASES_BUCKET: 'acme-releases',
  _VARIABLES: 'terraform.tfvars',
  COMMIT_SHA: 'c0ffee',
  PROJECT_ID: 'acme-connectors',
};

/** Terraform and gcloud as far as the steps go: a plan says what `world` says, a bucket is a folder. */
function installation() {
  const place = deployPlace();
  place.write('world', '2 to add');
  place.write('open', '');
  place.program(
    'terraform',
    `
case "$1" in -chdir=*) cd "\${1#-chdir=}"; shift ;; esac
echo "$@" >> "$FOLDER/calls"
case "$1" in
  init) echo providers > .terraform.lock.hcl ;;
  plan) cp "$FOLDER/world" release.tfplan ;;
  show) cat release.tfplan ;;
  apply) if [ -f "$FOLDER/busy" ]; then rm "$FOLDER/busy"; exit 1; fi ;;
  output) case "$*" in *open_commands) cat "$FOLDER/open" ;; *) echo '{}' ;; esac ;;
esac`,
  );
  place.program(
    'gcloud',
    `
if [ "$1" = run ]; then echo "gcloud $*" >> "$FOLDER/calls"; [ ! -f "$FOLDER/forbidden" ]; exit; fi
where() { case "$1" in gs://*) echo "$FOLDER/buckets/\${1#gs://}" ;; *) echo "$1" ;; esac; }
from=$(where "$3"); to=$(where "$4")
[ -d "$from" ] || exit 1
mkdir -p "$to" && cp -r "$from"/* "$to/"`,
  );
  place.archive('upload-key', 'one');
  place.write('dist/sbom/upload-key.cdx.json', '{}');
  const take = (build: typeof proving, id: string) => place.run(stepOf(build, id), variables);
  /** What the two builds do after their tests and before anything is applied; each step's end. */
  return {
    ...place,
    take,
    prove: () =>
      ['list-archives', 'compare-archives', 'plan', 'keep'].map((id) => take(proving, id).status),
    calls: () => place.read('calls').trim().split('\n'),
  };
}

test('what was planned, tested and approved is applied', () => {
  const place = installation();

  expect(place.prove()).toEqual([0, 0, 0, 0]);
  const ends = ['fetch', 'compare-archives', 'plan', 'apply'].map((id) => place.take(applying, id));

  expect(ends.map(({ status, stderr }) => (status === 0 ? '' : stderr))).toEqual(['', '', '', '']);
  expect(place.calls()).toContain('apply -input=false -no-color release.tfplan');
});

/** Applied and approved, where these commands open what IAM may not. */
function opened(commands: string, more: Record<string, string> = {}) {
  const place = installation();
  place.prove();
  place.write('open', commands);
  for (const [path, text] of Object.entries(more)) place.write(path, text);
  for (const id of ['fetch', 'plan', 'apply']) place.take(applying, id);
  const { status } = place.take(applying, 'open');
  return { status, calls: place.calls().filter((call) => call.startsWith('gcloud')) };
}

test('public functions that IAM may not open are opened after each apply, and by default none is', () => {
  const open = (name: string) => `gcloud run services update ${name} --no-invoker-iam-check`;

  expect(opened('')).toEqual({ status: 0, calls: [] });
  expect(opened(`${open('settings-page')}\n${open('upload-key')}`)).toEqual({
    status: 0,
    calls: [open('settings-page'), open('upload-key')],
  });
  expect(opened(`${open('settings-page')}\n${open('upload-key')}`, { forbidden: '' })).toEqual({
    status: 1,
    calls: [open('settings-page')],
  });
});

test('each installation has its own state in the bucket', () => {
  const place = installation();

  place.prove();

  expect(place.calls()[0]).toBe(
    'init -input=false -no-color -backend-config=bucket=acme-state -backend-config=prefix=connectors/acme-connectors',
  );
});

test('who may only read takes no lock, who applies does', () => {
  const place = installation();

  place.prove();
  place.take(applying, 'fetch');
  place.take(applying, 'plan');

  const plans = place.calls().filter((call) => call.startsWith('plan'));
  expect(plans.map((call) => /-lock=(\w+)/.exec(call)?.[1])).toEqual(['false', 'true']);
});

test('a plan that reads otherwise than the approved one is not applied', () => {
  const place = installation();
  place.prove();
  place.write('world', '2 to add, 1 to destroy');

  place.take(applying, 'fetch');
  const { status, stdout, stderr } = place.take(applying, 'plan');

  expect(status).not.toBe(0);
  expect(stdout).toContain('> 2 to add, 1 to destroy');
  expect(stderr).toContain('The plan is not the one that was approved');
});

test('a commit that was not proven is not applied', () => {
  const { status, stderr } = installation().take(applying, 'fetch');

  expect(status).not.toBe(0);
  expect(stderr).toContain('There is no release of this commit');
});

test('an archive that was changed in the bucket is not applied', () => {
  const place = installation();
  place.prove();
  const archive = place.archive('upload-key', 'one').replace('dist/', '');
  place.write(`buckets/acme-releases/c0ffee/${archive}`, 'tampered with');

  place.take(applying, 'fetch');

  expect(place.take(applying, 'compare-archives').status).not.toBe(0);
});

test('what Google refuses once is planned and tried once more', () => {
  const place = installation();
  place.prove();
  place.take(applying, 'fetch');
  place.take(applying, 'plan');
  place.write('busy', '');

  const script = 'sh tools/deploy/apply.sh acme-state acme-connectors terraform.tfvars 0';
  const { status } = place.run({ script });

  expect(status).toBe(0);
  expect(
    place
      .calls()
      .slice(-4)
      .map((call) => call.split(' ')[0]),
  ).toEqual(['apply', 'init', 'plan', 'apply']);
});

test('an installation without variables is told where to write them', () => {
  const place = installation();

  const { status, stderr } = place.run(
    { script: stepOf(proving, 'plan').script },
    { ...variables, _VARIABLES: 'elsewhere.tfvars' },
  );

  expect(status).not.toBe(0);
  expect(stderr).toContain('terraform/elsewhere.tfvars is missing');
});

test('Terraform is lent to the step that has Node', () => {
  const place = installation();

  const { status } = place.take(proving, 'lend-terraform');

  expect(status).toBe(0);
  expect(place.read('.tools/terraform')).toBe(place.read('bin/terraform'));
});
