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
