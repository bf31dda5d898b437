/**
 * Who may import what. Data goes down and never back up: functions → shared → adapters. A room that is not named here
 * may import nothing; a package is named where it may be used and nowhere else.
 */
const rooms = {
  'shared/schemas': ['^shared/schemas/', 'zod'],
  'shared/problems': ['^shared/problems/'],
  'shared/ports': ['^shared/ports/', '^shared/schemas/'],
  'shared/limits': ['^shared/limits/', '^shared/(ports|problems|schemas)/'],
  'shared/connectors': ['^shared/connectors/', '^shared/(ports|problems|schemas)/'],
  'shared/announcing': ['^shared/announcing/', '^shared/(connectors|ports|problems|schemas)/'],
  'shared/validation': [
    '^shared/validation/',
    '^shared/(ports|problems|schemas)/',
    'node:crypto',
    'jsonc-parser',
  ],
  'shared/http': [
    '^shared/http/',
    '^shared/ports/note\\.ts$',
    '^shared/(problems|schemas)/',
    'zod',
    'zod-openapi',
    'jose',
    'node:(http|https|crypto|zlib)',
  ],
  'shared/adapters/system': ['^shared/ports/', 'node:(crypto|fs|path)'],
  'shared/adapters/local': [
    '^shared/adapters/local/',
    '^shared/(ports|problems|schemas)/',
    'zod',
    'node:(sqlite|fs|path|crypto)',
  ],
  'shared/adapters/google': [
    '^shared/adapters/google/',
    '^shared/(ports|problems|schemas)/',
    '^shared/limits/limits\\.ts$',
    'zod',
    'jose',
    'google-auth-library',
    '@google-cloud/[a-z-]+',
    'node:(http|https|crypto|stream|querystring|timers/promises)',
  ],
  'functions/settings-page/page': [
    '^functions/settings-page/page/',
    '^shared/schemas/', // types alone, see below
    '^shared/validation/', // its remedies, see below
    'preact',
    'preact-iso',
    '@zag-js/(combobox|preact)',
    'oidc-client-ts',
    'eventsource-parser',
    'openapi-fetch',
  ],
  sandbox: [
    '^sandbox/',
    'zod',
    'jose',
    '@grpc/.+',
    '@fivetrandevelopers/zetasql',
    '@google-cloud/(secret-manager|pubsub-api)/build/protos',
    '@peculiar/x509',
    'node:.+',
  ],
};

const room = (path, allowed) => ({
  name: `room ${path}`,
  severity: 'error',
  from: { path: `^${path}/` },
  to: { pathNot: allowed.map(target) },
});

/** A path of ours as it is; a package by its folder; a module of Node by its name. */
function target(allowed) {
  if (allowed.startsWith('^')) return allowed;
  if (allowed.startsWith('node:')) return `^(node:)?${allowed.slice('node:'.length)}$`;
  return `^node_modules/${allowed}/`;
}

const below = '^shared/(announcing|connectors|limits|ports|problems|schemas|validation)/';

export default {
  forbidden: [
    ...Object.entries(rooms).map(([path, allowed]) => room(path, allowed)),
    {
      name: 'a use case knows no network, no adapter, and no other function',
      severity: 'error',
      from: {
        path: '^functions/([^/]+)/',
        pathNot: ['/(endpoint|request|index)\\.ts$', '^functions/settings-page/'],
      },
      to: { pathNot: ['^functions/$1/', below] },
    },
    {
      name: 'a promise knows its use cases, the schemas and shared/http',
      severity: 'error',
      from: { path: '^functions/([^/]+)/(endpoint|request)\\.ts$' },
      to: { pathNot: ['^functions/$1/', '^shared/(http|schemas)/', target('zod')] },
    },
    {
      name: 'what serves the page knows HTTP and nothing that a workspace has',
      severity: 'error',
      from: { path: '^functions/settings-page/[^/]+\\.ts$', pathNot: '/index\\.ts$' },
      to: {
        pathNot: [
          '^functions/settings-page/[^/]+\\.ts$',
          '^shared/(http|problems)/',
          target('node:(http|zlib|crypto)'),
        ],
      },
    },
    {
      name: 'the page takes types alone from what is shared, and of names and remedies what is text: no zod is sent to a browser',
      severity: 'error',
      from: { path: '^functions/settings-page/page/' },
      to: {
        path: '^shared/',
        pathNot:
          '^shared/(schemas/name-text|validation/remedies/(console|grant|needed-grants))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'an entry picks adapters, nothing else',
      severity: 'error',
      from: { path: '^functions/([^/]+)/index\\.ts$' },
      to: {
        pathNot: [
          '^functions/$1/(endpoint|settings-page|site)\\.ts$',
          '^shared/(http|limits|adapters/(google|system))/',
        ],
      },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every import is found',
      severity: 'error',
      from: { pathNot: '^tools/bundle/deployed/' }, // what they load lies beside them once they are deployed
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
