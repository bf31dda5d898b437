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
    signedIn: 'Signed in:',
    roles: { editor: 'Editor', viewer: 'Viewer' },
    as: (role: string, workspace: string) => `${role} in ${workspace}`,
    switch: (now: string) => `${now}. Sign in as somebody else`,
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
  /** What a connection is for, in the reader's words; the same in the list and on a connector's own screen. */
  connection: {
    uses: {
      import: 'Reads contacts',
      export: 'Receives exports',
      both: 'Reads contacts and receives exports',
    },
    contactKeys: {
      email: 'e-mail address',
      phone: 'phone number',
      externalId: 'external ID',
      contactId: 'contact ID',
      additionalField: 'additional field',
    },
    contactKey: (name: string, id?: string) => (id === undefined ? name : `${name} ${id}`),
  },
  list: {
    heads: {
      name: 'Connector',
      health: 'Health',
      field: 'Contact field',
      checked: 'Last check',
    },
    label: 'Connectors',
    matchedWith: 'matched with the platform’s',
    exportsTo: 'Exports to',
    failing: 'The last check failed; the next one decides.',
    search: 'Search by name',
    filters: 'Show',
    all: (number: number) => `${count.format(number)} in all`,
    counted: (number: number, word: string) => `${count.format(number)} ${word.toLowerCase()}`,
    deleted: 'Recently deleted',
    words: {
      ask: 'What do these words mean?',
      title: 'What the words mean',
      note: 'Every connector is checked on a schedule, about once an hour.',
    },
    updated: 'Updated',
    upToDate: 'The list is up to date.',
    notUpdated: 'This may be old: it could not be updated.',
    more: 'Show more',
    loading: 'Loading connectors…',
    searching: 'Searching…',
    loadingMore: 'Loading more…',
    found: (number: number, more: boolean) =>
      more
        ? `More than ${counted(number, 'connector')} found.`
        : `${counted(number, 'connector')} found.`,
    shown: (number: number) => `${counted(number, 'connector is', 'connectors are')} shown.`,
    empty: {
      title: 'Connect your first BigQuery',
      lead: 'Once it is connected, the platform reads contacts from a table of yours, or exports to a dataset of yours. It takes about two minutes:',
      steps: [
        'Choose the key file that your Google Cloud administrator gave you.',
        'See in one click whether it works, and what to send to whom if it does not.',
        'Say which column identifies a contact, and save.',
      ],
      guide: 'I have no key file yet',
      viewer: 'Nothing is connected yet. An editor of this workspace can make the first connector.',
    },
    noMatches: {
      search: (query: string) => `No connector has “${query}” in its name.`,
      searchWithin: (query: string, word: string) =>
        `No ${word.toLowerCase()} connector has “${query}” in its name.`,
      health: (word: string) => `No connector is ${word.toLowerCase()}.`,
      clear: 'Clear the search',
      all: 'Show all connectors',
      searchAll: 'Search all connectors',
    },
  },
  deleted: {
    lead: 'A deleted connector can be restored for 7 days. Then it is destroyed together with its key.',
    none: 'Nothing was deleted in the last 7 days.',
    label: 'Deleted connectors',
    by: (subject: string) => `by ${subject}`,
    deleted: 'Deleted',
    until: 'Can be restored until',
    restore: 'Restore',
    restoreOf: (name: string) => `Restore ${name}`,
    all: 'Back to the connectors',
  },
  restore: {
    done: (name: string) => `“${name}” is back.`,
    failed: (name: string) => `“${name}” was not restored`,
    taken: {
      title: 'Under which name?',
      lead: (name: string) =>
        `Another connector is called “${name}” by now. Give this one a new name to bring it back.`,
      name: 'New name',
      restore: 'Restore',
    },
  },
  moment: {
    justNow: 'just now',
    soon: 'in a moment',
    for: (long: string) => `for ${long}`,
    sinceNow: 'since just now',
  },
  nameField: {
    missing: 'Enter a name.',
    tooLong: (over: number) => `${counted(over, 'character')} too many: a name has at most 100.`,
  },
  dialog: { cancel: 'Cancel', close: 'Close' },
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
