const plural = new Intl.PluralRules('en');
const count = new Intl.NumberFormat('en');

/** `3 rows`, `1 row`: a number with its noun. */
export const counted = (number: number, one: string, other = `${one}s`): string =>
  `${count.format(number)} ${plural.select(number) === 'one' ? one : other}`;

/** All that the page says in English, in one place. What varies is a function of it. */
export const strings = {
  product: 'BigQuery connectors',
  skip: 'Skip to the content',
  errorTitle: 'Error:',
  noScript: 'This page needs JavaScript.',
  title: (screen: string) => `${screen} – BigQuery connectors`,
  nav: { label: 'Sections', connectors: 'Connectors', guide: 'Guide' },
  /** What each address begins with; the names are those of the HTML files. */
  screens: {
    connectors: {
      title: 'Connectors',
      lead: 'A connector lets the platform read contacts from your BigQuery, or export to it.',
    },
    new: {
      title: 'Connect BigQuery',
      lead: 'All it takes is the key file of a Google service account.',
    },
    connector: { title: 'Connector', lead: '' },
    guide: {
      title: 'How to make a key',
      lead: 'For whoever administers your Google Cloud project: a service account that may do what is needed, and no more.',
    },
  },
  signIn: {
    again: 'Sign in again',
    who: (subject: string, role: string, workspace: string) =>
      `${subject}, ${role} of workspace ${workspace}`,
    switch: 'Sign in as',
    cannot: {
      title: 'You could not be signed in.',
      lead: 'Try again; if it happens again, tell whoever runs this service.',
    },
  },
  viewer: 'You can look at everything here. Changing something needs an editor of this workspace.',
  nothingHere: {
    title: 'There is nothing here',
    lead: 'The address may be old, or of another workspace.',
    back: 'To the connectors',
  },
  health: {
    healthy: { word: 'Healthy', means: 'The last check found nothing wrong.' },
    degraded: { word: 'Degraded', means: 'It works, and something about it deserves a look.' },
    broken: { word: 'Broken', means: 'It does not work until somebody mends it.' },
    unknown: {
      word: 'Unknown',
      means: 'Google gave no clear answer lately. It is asked again soon.',
    },
    paused: { word: 'Paused', means: 'It is neither used nor checked until somebody resumes it.' },
  },
  /** The report of a validation, and one that is still at work. */
  report: {
    stages: {
      A: 'Key file',
      B: 'Sign-in',
      C: 'Project',
      D: 'Table',
      E: 'Export',
    },
    outcomes: {
      waiting: 'Waiting',
      passed: 'Passed',
      warning: 'Warning',
      failed: 'Failed',
      inconclusive: 'Unclear',
      skipped: 'Not run',
    },
    /** As the service titles them: the rows are there before it has answered. */
    checks: {
      A1: 'The key file can be read',
      A2: 'It is a service-account key',
      A3: 'The key file is complete',
      A4: 'The private key can be used',
      A5: 'The key is used once',
      B1: 'The key is alive at Google',
      B2: 'Google signs the account in',
      C1: 'The project can be reached',
      C2: 'The account may run queries',
      C3: 'The key can do no more than it needs',
      D1: 'The dataset is there',
      D2: 'The table is there',
      D3: 'The column can be the contact key',
      D4: 'The rows may be read',
      D5: 'The column holds usable keys',
      E1: 'The export dataset is there',
      E2: 'What is exported stays',
      E3: 'The names of the exported tables are free',
      E4: 'The export can be written',
    },
    running: (done: number, all: number) => `Checking: ${String(done)} of ${String(all)} done.`,
    runningLead: 'It takes a few seconds.',
    label: 'What was checked',
    passed: (all: number) => `All ${counted(all, 'check')} passed.`,
    warned: (warnings: number) =>
      `It works. ${counted(warnings, 'thing deserves', 'things deserve')} a look.`,
    failed: (failed: number) =>
      `It does not work yet: ${counted(failed, 'thing has', 'things have')} to be mended.`,
    unclear: (unclear: number) =>
      `Google gave no clear answer to ${counted(unclear, 'check')}. Validate again in a few minutes.`,
    skipped: (skipped: number) =>
      `${counted(skipped, 'check')} could not run before that: more may come to light.`,
    cost: {
      nothing: 'The check cost nothing.',
      some: (bytes: string, price?: string) =>
        price === undefined
          ? `Google bills ${bytes} for the check.`
          : `Google bills ${bytes} for the check: ${price}.`,
    },
    price: {
      hundredth: 'less than a hundredth of a US cent',
      cent: 'less than one US cent',
      about: (amount: string) => `about ${amount}`,
    },
    checked: 'Checked',
    details: { show: 'Show all details', hide: 'Show less' },
    copyAll: 'Copy everything for your administrator',
    copyAllWhat: 'everything for your administrator',
    remedy: {
      label: (title: string) => `What to do about “${title}”`,
      say: 'What to say',
      gcloud: 'gcloud',
      bq: 'bq',
      terraform: 'Terraform',
      console: 'Console',
      open: 'Open the page in Google Cloud console',
      newTab: '(opens a new tab)',
      whats: {
        say: 'what to say',
        gcloud: 'the gcloud command',
        bq: 'the bq command',
        terraform: 'the Terraform block',
        console: 'the link',
      },
      about: (what: string, title: string) => `${what} (${title})`,
    },
    letter: {
      opening: (account: string) =>
        `Hello,\n\nI am connecting our BigQuery to our marketing platform, with a key of the service account ${account}. The platform tried what it will need, and I need your help with the result.`,
      failed: 'This does not work yet:',
      warned: 'It works; this deserves a look:',
      please: 'What helps:',
      request: '$1, please ',
      commands: 'To run, for instance in Cloud Shell:',
      terraform: 'Or, where the project is kept in Terraform:',
      console: 'Or in the console:',
      why: 'Why: the platform works with this account alone. It runs queries, which the job project pays for, and touches the named data only; what is asked for here is the least that suffices, and roles like BigQuery Admin are not needed.',
      closing: 'Tell me when it is done: I then press “Validate again”. Thank you!',
    },
    quality: {
      label: (rows: string) => `Keys in ${rows}`,
      rows: (rows: number) => counted(rows, 'row'),
      sampled: (percent: number) => `a sample of ${String(percent)} %`,
      unique: 'One row a key',
      duplicates: 'Key of another row too',
      malformed: 'Malformed',
      empty: 'Empty',
      none: 'No row was read.',
      share: (name: string, rows: number, percent: string) =>
        `${name}: ${count.format(rows)} (${percent})`,
      explained: {
        duplicates: 'Several rows of one contact are allowed.',
        unusable: 'Malformed and empty rows are left out: they match no contact.',
      },
    },
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failedShort: 'Not copied',
    label: (what: string) => `Copy ${what}`,
    done: (what: string) => `Copied: ${what}`,
    failed: 'It could not be copied. Select the text and copy it by hand.',
  },
  failure: {
    again: 'Try again',
    wait: (seconds: number) => `It is possible again in ${counted(seconds, 'second')}.`,
    noNetwork: {
      title: 'The network did not carry that.',
      detail: 'Nothing was lost. Look at your connection and try again.',
    },
    noAnswer: {
      title: 'The service did not answer as it should.',
      detail: 'Nothing was lost. Try again in a minute.',
    },
    signedOut: {
      title: 'You are signed out.',
      detail: 'What you have entered is kept while you sign in again.',
    },
    defect: {
      title: 'Something on this page went wrong.',
      detail: 'Reload it; what you have entered is kept.',
    },
  },
} as const;
