interface TextElsewhere {
  /** A copy of what stands at the source. */
  file: string;
  source: string;
  /** Where the text names nobody, who does: as the package's own files begin. */
  copyright?: string;
}

const google = {
  file: 'LICENSE',
  source: 'https://www.apache.org/licenses/LICENSE-2.0.txt',
  copyright: 'Copyright 2026 Google LLC',
};

/** Packages that were published without the text of their licence. */
export const textsElsewhere: Record<string, TextElsewhere> = {
  '@google-cloud/pubsub-api': google,
  '@google-cloud/secret-manager': google,
  'stream-events': {
    file: 'tools/bundle/licence-texts/stream-events.txt',
    source:
      'https://github.com/stephenplusplus/stream-events/blob/3cfd35ab1a68c9fd41c992428e839ad54dcf8017/LICENSE',
  },
  stubs: {
    file: 'tools/bundle/licence-texts/stubs.txt',
    source:
      'https://github.com/stephenplusplus/stubs/blob/580b4d8b3a34c1193d5ec10e0db0d6ea4b4c0ec5/LICENSE',
  },
};
