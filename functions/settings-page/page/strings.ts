const plural = new Intl.PluralRules('en');
const count = new Intl.NumberFormat('en');

/** `3 rows`, `1 row`: a number with its noun. */
export const counted = (number: number, one: string, other = `${one}s`): string =>
  `${count.format(number)} ${plural.select(number) === 'one' ? one : other}`;

/** `50 MB`, as files are measured. */
const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${count.format(Math.ceil(bytes / 1000))} KB`
    : `${count.format(Math.round(bytes / 1_000_000))} MB`;

type Outcome = 'passed' | 'warning' | 'failed' | 'inconclusive' | 'skipped';
const spoken: Record<Outcome, string> = {
  passed: 'passed',
  warning: 'passed with a warning',
  failed: 'failed',
  inconclusive: 'no clear answer',
  skipped: 'not run',
};

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
    tryAgain: 'Try again',
    signedIn: 'Signed in:',
    roles: { editor: 'Editor', viewer: 'Viewer' },
    as: (role: string, workspace: string) => `${role} in ${workspace}`,
    switch: (now: string) => `${now}. Sign in as somebody else`,
    underWay: 'Signing you in …',
    cannot: {
      title: 'You are not signed in',
      denied: 'The sign-in was cancelled, or you may not use this page.',
      refused:
        'Your organisation’s sign-in refused. Try again; if it happens again, tell whoever runs this service.',
      strange:
        'This sign-in was begun too long ago, in another tab, or not by this page. Nothing is lost: sign in again.',
      unanswered:
        'Your organisation’s sign-in does not answer. Look at your connection, and try again.',
      otherwise:
        'Something went wrong. Try again; if it happens again, tell whoever runs this service.',
    },
  },
  notLoaded: {
    title: 'This part of the page could not be loaded',
    lead: 'Look at your connection, or reload: there may be a newer version of the page. What you have entered is kept.',
    reload: 'Reload',
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
      later: 'Later',
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
    costLimit: 'the cost limit',
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
      externalId: 'external id',
      contactId: 'contact id',
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
    notUpdated: 'It could not be updated.',
    more: 'Show more',
    loading: 'Loading connectors …',
    searching: 'Searching …',
    loadingMore: 'Loading more …',
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
  /** One connector. */
  connector: {
    all: 'All connectors',
    loading: 'Reading the connector …',
    checked: 'Last check',
    nextCheck: 'Next check',
    rename: {
      open: 'Rename',
      title: 'Rename the connector',
      label: 'Name',
      save: 'Save the name',
    },
    done: {
      rename: (name: string) => `It is called “${name}” now.`,
      pause: 'Paused.',
      resume: 'In use again.',
      rollBack: 'The key before is in use again.',
    },
    /** The same on another screen, where nobody sees of what it is said. */
    doneOf: {
      rename: (name: string) => `The connector is called “${name}” now.`,
      pause: (name: string) => `“${name}” is paused.`,
      resume: (name: string) => `“${name}” is in use again.`,
      rollBack: (name: string) => `“${name}” uses the key before again.`,
    },
    notDone: {
      rename: (name: string) => `“${name}” was not renamed.`,
      pause: (name: string) => `“${name}” was not paused.`,
      resume: (name: string) => `“${name}” was not resumed.`,
      rollBack: (name: string) => `“${name}” did not return to the key before.`,
      remove: (name: string) => `“${name}” was not deleted.`,
    },
    state: {
      toReport: 'See what was found',
      broken:
        'It does not work until somebody mends it. The latest report says what is wrong, and what to send to whom.',
      degraded: 'It works. The latest report says what deserves a look.',
      failing: (failed: string | undefined) =>
        `The last check failed${failed === undefined ? '' : ` (“${failed}”)`}. It is looked at again within minutes, and counts as broken if it fails again.`,
      unknown:
        'Google gave no clear answer at the last check. That passes as a rule: it is asked again soon.',
      unchecked:
        'It has not been checked since somebody returned to the key before: the latest report is of the other key. It is checked within minutes.',
      paused: 'It is paused: neither used nor checked until somebody resumes it.',
    },
    changed: {
      title: 'What changed since it was saved',
      since: 'Seen',
    },
    does: {
      title: 'What it does',
      reads: 'Reads contacts from',
      inProject: 'in project',
      finds: 'A row belongs to the contact whose',
      same: 'is the same as in column',
      exports: 'Exports are written into',
      facts: {
        location: 'Data lies in',
        jobProject: 'Queries are paid by project',
        costLimit: 'Cost limit of one query',
      },
      change: 'Change the field or purpose',
    },
    key: {
      title: 'Key',
      replace: 'Replace the key',
      previous: 'The key before',
      previousLead: (keyId: string) => `Key ${keyId} is kept until`,
      previousWhy: 'Until then you can return to it.',
      rollBack: 'Return to the key before',
    },
    /** The key that was in use before, as Google has it. */
    oldKey: {
      title: (keyId: string) => `The old key ${keyId} at Google`,
      seen: 'Seen',
      command: 'the command that disables the old key',
    },
    report: {
      title: 'Latest report',
      check: 'Check now',
      checking: 'Checking …',
      cancel: 'Cancel',
    },
    stop: {
      title: 'Stop using it',
      pause: 'Pause',
      pauseWhat: 'It is neither used nor checked until you resume it. Nothing is lost.',
      resume: 'Resume',
      resumeWhat: 'It is used again, and checked within minutes.',
      remove: 'Delete',
      removeWhat: 'It is gone at once, and can be restored for 7 days.',
    },
    remove: {
      title: (name: string) => `Delete “${name}”?`,
      what: [
        'It is gone from the list at once, and neither used nor checked any more.',
        'For 7 days anybody who may edit here can restore it, with its key.',
        'After that, connector and key are destroyed for good. Your data in BigQuery is not touched.',
      ],
      yes: 'Delete it',
      no: 'Keep it',
      done: (name: string) => `“${name}” was deleted.`,
      undo: 'Undo',
    },
    rollBack: {
      title: 'Return to the key before?',
      what: [
        'The connector works with the key before again, and with the contact field and purposes of that time.',
        'It is checked within minutes; until then its health is unknown.',
        'The key in use now is kept for 7 days, so that you can come back to it.',
      ],
      now: 'Now',
      after: 'After that',
      yes: 'Return to the key before',
      no: 'Leave it',
    },
    conflict: {
      asSeen: 'As you saw it',
      name: 'Name',
      use: 'In use',
      used: 'yes',
      paused: 'no, paused',
      same: 'Somebody else did the same meanwhile.',
      impossible: 'There is no key before any more to return to.',
      leave: 'Leave it as it is now',
      yes: {
        rename: 'Give it my name',
        pause: 'Pause it all the same',
        resume: 'Resume it all the same',
        remove: 'Delete it all the same',
        rollBack: 'Return to the key before all the same',
      },
    },
    gone: {
      deleted: (name: string) => `“${name}” was deleted`,
      by: 'deleted it',
      until: 'It can be restored until',
      over: 'It was destroyed for good after 7 days.',
    },
  },
  history: {
    title: 'History',
    label: 'Changes, newest first',
    loading: 'Reading the history …',
    earlier: 'Show earlier',
    service: 'The service',
    what: {
      created: 'connected it',
      renamed: 'renamed it',
      'connection-changed': 'changed the contact field or purpose',
      'key-rotated': 'replaced the key',
      'rolled-back': 'returned to the key before',
      paused: 'paused it',
      resumed: 'resumed it',
      deleted: 'deleted it',
      restored: 'restored it',
      'health-changed': 'found it',
      'old-key-gone': 'found that the old key is gone at Google',
      drifted: 'found something changed since it was saved',
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
    sinceNow: 'just now',
  },
  nameField: {
    missing: 'Enter a name.',
    tooLong: (over: number) =>
      `Shorten the name by ${counted(over, 'character')}: it has at most 100.`,
    unseen: 'The name has line breaks or characters that cannot be seen: type it anew.',
  },
  toast: 'What was just done',
  /** Something ended badly after its screen was left. */
  leftBehind: { back: 'Go back to it' },
  dialog: { cancel: 'Cancel', close: 'Close' },
  /** The form: a new connector, another contact field, another key. */
  draft: {
    restored: 'What you entered before is still here; only the key itself is never kept.',
    problems: 'There is a problem',
    projectExample: 'acme-analytics',
    name: {
      title: 'Name',
      hint: 'How you and your colleagues find it in the list.',
      label: 'Name of the connector',
      most: 'For instance “Shop data”. At most 100 characters.',
      left: (left: number) =>
        left < 0
          ? `${counted(-left, 'character')} too many.`
          : `${counted(left, 'character')} left.`,
    },
    key: {
      title: 'Key file',
      label: 'The key',
      hint: 'The JSON file that a colleague made for you in Google Cloud. It goes into a vault, out of which nobody can read it again.',
      noFile: 'No file yet?',
      guide: 'How to make a key',
      drop: 'Drop the key file here, or paste it.',
      choose: 'Choose a file',
      uploading: 'Reading the file …',
      pasteInstead: 'Paste the key instead',
      pasteLabel: 'Text of the key file',
      pasteHint: 'From the first { to the last }. The text is gone from here once it is read.',
      pasteUpload: 'Read the pasted key',
      read: 'The key file could be read.',
      uploaded: (account: string, warnings: number) =>
        `The key file could be read. It is a key of ${account}.${warnings > 0 ? ` ${counted(warnings, 'warning')}.` : ''}`,
      kept: 'Unless you save the connector, the key is destroyed',
      another: 'Use another file',
      facts: {
        clientEmail: 'Service account',
        projectId: 'Project',
        privateKeyId: 'Key id',
      },
      wrong: {
        none: 'There was no file in that. Choose the one whose name ends in .json.',
        folder: 'That is a folder. Open it and choose the one file whose name ends in .json.',
        several: (files: number) =>
          `Those are ${String(files)} files. A connector takes one key: choose the one file whose name ends in .json.`,
        tooLarge: (bytes: number) =>
          `That file has ${size(bytes)}, and a key file some 2 KB. Choose the file whose name ends in .json.`,
        unreadable:
          'The file could not be read. If it is open elsewhere, close it and choose it again.',
        pdf: 'That is a PDF document, not a key file. Choose the file whose name ends in .json.',
        image: 'That is a picture, not a key file. Choose the file whose name ends in .json.',
        archive:
          'That is an archive or an Office document, not a key file. If the key file is packed in it, unpack it first.',
        pasted: 'What you pasted is no key file, and was not sent anywhere.',
      },
    },
    purposes: {
      title: 'What it is for',
      hint: 'It decides which rights are tried, so that the key needs no more than these.',
      import: {
        name: 'Import contacts',
        means:
          'The platform reads a table of yours, to choose contacts by it and to write to them.',
      },
      export: {
        name: 'Export data',
        means:
          'Once a day the platform writes contacts, messages, orders and what came of them into a dataset of yours.',
      },
    },
    exportDataset: {
      label: 'Dataset to export into',
      hint: 'An empty one is best. The platform makes nine tables in it.',
      notYet: 'Once the key file is there, choose the dataset to export into.',
      elsewhere: 'The dataset lies in another project',
      project: 'Project of the dataset',
    },
    advanced: {
      summary: 'Cost limit and who pays',
      costLimit: 'Cost limit of one query',
      gib: 'GiB',
      costLimitHint: 'No query of this connector is allowed to read more.',
      price: (bytes: string, price: string) => `${bytes} cost ${price} at Google’s list price.`,
      jobProject: 'Project that pays for queries',
      jobProjectHint: 'Leave it empty for the project of the key, which is right for most.',
    },
    validate: {
      title: 'Validate connection',
      hint: 'Tries all that the platform will need, says what is missing and who can mend it. Nothing of yours is changed; for an export one row is written and taken away again.',
      validate: 'Validate connection',
      again: 'Validate again',
      running: 'Validating …',
      cancel: 'Cancel',
      first: (missing: string) => `Before that: ${missing}`,
      cancelled: 'Cancelled. Nothing was changed.',
      ended: (title: string, outcome: Outcome) => `${title}: ${spoken[outcome]}.`,
    },
    field: {
      title: 'Unique contact field',
      hint: 'The column by which a row is found to belong to a contact, and what the platform calls the same thing.',
      notYet:
        'It is chosen once the connection was validated: only then can your tables be listed.',
      dataset: 'Dataset',
      datasetHint: 'Type a part of the name to search.',
      table: 'Table',
      column: 'Column',
      datasetFirst: 'First choose a dataset.',
      tableFirst: 'First choose a table.',
      elsewhere: 'The table lies in another project',
      project: 'Project of the table',
      projectHint: (project: string) => `Leave it empty for ${project}, the project of the key.`,
      trying: (done: number, all: number) =>
        `Trying it: ${String(done)} of ${counted(all, 'check')} done.`,
      triedSoon: 'Validate again to try this column.',
      toReport: 'See the report',
    },
    pick: {
      open: (label: string) => `Show: ${label}`,
      waiting: 'Looking …',
      none: 'This account can list nothing here. If you know the name, type it.',
      noMatch: (query: string) => `Nothing has “${query}” in its name.`,
      found: (items: number, more: boolean) =>
        more ? `The first ${counted(items, 'name')}.` : `${counted(items, 'name')}.`,
      more: 'Show more',
      asTyped: (typed: string) => `Use “${typed}” as typed`,
      refused: (reason: string) => `Cannot be used: ${reason}`,
    },
    contactKey: {
      legend: (column: string) => `What “${column}” holds of a contact`,
      types: {
        email: 'E-mail address',
        phone: 'Phone number',
        externalId: 'External id',
        contactId: 'Contact id of the platform',
        additionalField: 'An additional contact field',
      },
      refused: {
        email: 'An e-mail address is text, and this column holds numbers.',
        phone: 'This column cannot hold phone numbers.',
        externalId: 'This column cannot hold ids.',
        contactId: 'This column cannot hold ids.',
        additionalField: 'This column cannot hold it.',
      },
      idLabel: 'Id of the additional field',
      idHint: 'As the platform shows it beside the field: letters, digits, - and _.',
    },
    missing: {
      key: 'Choose the key file.',
      keyGone:
        'The key is destroyed by now, or about to be: it was kept for 24 hours. Choose the file again.',
      purposes: 'Choose what it is for.',
      project: 'Correct the project id: 6 to 30 small letters, digits and hyphens, a letter first.',
      exportDataset: 'Choose the dataset to export into.',
      costLimit: 'Enter a cost limit from 0.01 to 10,240 GiB, or leave it empty.',
      dataset: 'Choose the dataset of the contacts.',
      table: 'Choose the table of the contacts.',
      column: 'Choose the column of the unique contact field.',
      contactKey: 'Say what the column holds.',
      fieldId: 'Enter the id of the additional field.',
      report: 'Validate the connection.',
      reportOld: 'Validate again: something was changed since.',
      reportExpired: 'Validate again: the last time is more than 30 minutes ago.',
      reportFailed: 'Have it mended as the report says, and validate again.',
      reportUnclear: 'Validate again: Google gave no clear answer.',
    },
    save: {
      title: 'Save',
      hint: 'What is saved is exactly what was validated.',
      save: 'Save connector',
      saving: 'Saving …',
      missing: 'Before it can be saved:',
      ready: 'Everything is there.',
      saved: (name: string) => `“${name}” is connected.`,
      notSaved: (name: string) => `“${name}” was not saved.`,
    },
    reading: 'Reading the connector …',
    back: (name: string) => `Back to “${name}”`,
    changeField: {
      title: 'Change the contact field',
      lead: (name: string) =>
        `“${name}” works as before until you save. What you choose here is tried with its key first.`,
      save: 'Save the change',
      saved: (name: string) => `“${name}” was changed.`,
    },
    rotateKey: {
      title: 'Replace the key',
      lead: (name: string) =>
        `“${name}” works with its old key until the new one is proven and saved.`,
      now: 'The key now',
      nowHint: 'It stays in use until you save.',
      next: 'The new key',
      validateHint: 'Tries the new key with everything that this connector does.',
      save: 'Use the new key',
      saveHint:
        'The old key is kept for 7 days more: so long, one press on the connector’s page returns to it. Do not delete it in Google Cloud before that.',
      saved: (name: string) => `“${name}” uses its new key.`,
    },
    conflict: {
      title: 'Somebody else changed this connector meanwhile',
      changed: 'changed it',
      choose:
        'Choose which version stays. What you did not touch, as the name, stays as it is saved now.',
      anew: 'Yours has to be tried again together with that change.',
      mine: 'Yours',
      theirs: 'Saved now',
      takeMine: 'Save mine over it',
      tryMine: 'Take over the change and validate again',
      keepTheirs: 'Keep what is saved',
      none: 'none',
      rows: {
        key: 'Key',
        purposes: 'For',
        column: 'Column',
        contactKey: 'Contact key',
        exportDataset: 'Export into',
        jobProject: 'Paid by project',
        costLimit: 'Cost limit of one query',
      },
    },
    startOver: {
      name: 'Start over',
      title: 'Start over?',
      detail: 'What you entered here is forgotten. An uploaded key is destroyed by itself.',
      yes: 'Forget it',
      no: 'Keep it',
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
  guide: {
    newTab: '(opens in a new tab)',
    inConsole: 'In the console:',
    open: 'Open the page',
    commandFor: (step: string) => `command: ${step}`,
    link: { copy: 'Copy a link for a colleague', what: 'a link for a colleague' },
    tabs: {
      label: 'Ways to do it',
      steps: 'Step by step',
      commands: 'All commands',
      terraform: 'With Terraform',
    },
    commands: {
      lead: 'For Cloud Shell, which the >_ sign at the top of the console opens, or a terminal with the Google Cloud CLI.',
      what: 'all commands',
    },
    wanted: {
      title: 'Fill in your own names',
      purposes: 'What the key is for',
      import: 'Import contacts from a table',
      export: 'Export data into a dataset',
      project: {
        label: 'Google Cloud project',
        hint: 'Its id, as at the top of the console in “Select a project”.',
        fault:
          'A project id has 6 to 30 lower-case letters, digits and hyphens, and begins with a letter.',
      },
      dataset: {
        label: 'Dataset with the contacts',
        hint: 'The folder in BigQuery in which the table of contacts lies.',
        fault:
          'A dataset id has letters, digits and underscores only, without the project in front.',
      },
      exportDataset: {
        label: 'Dataset for the export',
        hint: 'A dataset of its own, in which nothing else is kept.',
        fault:
          'A dataset id has letters, digits and underscores only, without the project in front.',
      },
    },
    steps: {
      project: {
        title: 'Switch BigQuery on in the project',
        why: 'Most projects have it already; then nothing changes.',
        console: () => 'press “Enable”, if it is there.',
      },
      account: {
        title: 'Make a service account for this alone',
        why: 'A service account is a user for programs. With one of its own you see what the connector does, and can end it without hurting anything else.',
        console: () =>
          'name it marketing-connector, press “Create and continue”, and skip the rest with “Done”.',
      },
      queries: {
        title: 'Let it run queries: BigQuery Job User',
        why: 'It may ask questions, which this project pays for, and sees no data by that alone. Each query of a connector has a price limit.',
        console: (email: string) =>
          `press “Grant access”, enter ${email}, and choose the role “BigQuery Job User”.`,
      },
      read: {
        title: 'Let it read the one dataset: BigQuery Data Viewer',
        why: 'On the dataset with the contacts, not on the whole project: everything else stays closed.',
        console: (email: string) =>
          `on the dataset’s page choose “Sharing”, “Permissions”, “Add principal”, enter ${email}, and choose the role “BigQuery Data Viewer”.`,
      },
      write: {
        title: 'Let it write into the one dataset: BigQuery Data Editor',
        why: 'Make the dataset first if it is not there yet. What the platform exports is written into this one dataset and nowhere else.',
        console: (email: string) =>
          `on the dataset’s page choose “Sharing”, “Permissions”, “Add principal”, enter ${email}, and choose the role “BigQuery Data Editor”.`,
      },
      key: {
        title: 'Make the key file',
        why: 'It is the password of the account. Google keeps no copy: whoever has the file can use it. If your organisation forbids making keys, ask its administrator for an exception for this one account.',
        console: () => 'choose “Add key”, “Create new key”, and “JSON”. The file is downloaded.',
      },
      'hand-over': {
        title: 'Hand it over, and delete your copy',
        why: 'Choose the file under “Connect BigQuery” yourself, or give it to the colleague who does: by a password manager or a shared folder that only she can open, never by e-mail or chat. Then delete every copy. The platform keeps it in a vault, out of which nobody can read it again.',
        console: () => '',
      },
    },
    terraform: {
      lead: 'For whoever keeps the project in Terraform. It makes the account with the same rights as step by step.',
      what: 'Terraform blocks',
      key: 'The key itself is better made by hand, by the last steps of the other way: made by Terraform, it would stand readable in the state file.',
    },
    whyNotAdmin: {
      title: 'Why not simply BigQuery Admin?',
      lead: 'Other guides ask for it, because with it nothing is ever missing. But a key file can be copied, lost or stolen, and whoever has such a key could:',
      could: [
        'read every table of the project, also those that have nothing to do with marketing;',
        'change or delete all of it, without a way back after some days;',
        'let strangers in, by giving them rights of their own;',
        'run queries without a limit, on your bill.',
      ],
      here: 'With the rights above it could read one dataset, and write into the one that you made for exports. If a key is stronger than that, “Validate connection” says so.',
    },
    removal: {
      title: 'How to end a key later',
      lead: 'If it was seen by somebody who should not have it, if it is a year old, or if the connector is not used any more. To change a key, make a new one first, replace it on the connector’s page, and end the old one when the new one has proven itself.',
      list: { text: 'See which keys there are, and since when:', what: 'command: list the keys' },
      remove: {
        text: 'End one of them at once: put its id in the place of KEY_ID. The connector’s page shows which key it uses.',
        what: 'command: end a key',
      },
      removeAll: {
        text: 'Or end everything that was made here, rights and account:',
        what: 'commands: end rights and account',
      },
    },
  },
  failure: {
    again: 'Try again',
    wait: (seconds: number) => `It is possible again in ${counted(seconds, 'second')}.`,
    nowAgain: 'It is possible again.',
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
