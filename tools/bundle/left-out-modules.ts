/** Parts of Google's clients that no function of ours runs; what is called of them says so. */
interface LeftOutModule {
  filter: RegExp;
  contents: string;
}

const refuse = `
  const leftOut = (name) => function () {
    throw new Error(name + ' was left out of this bundle: see tools/bundle/left-out-modules.ts');
  };
`;

const refusing = (...names: string[]) =>
  refuse + names.map((name) => `exports.${name} = leftOut('${name}');`).join('\n');

const at = (path: string) =>
  new RegExp(`/@google-cloud/firestore/build/${path.replaceAll('.', '\\.')}$`);

export const leftOutModules: LeftOutModule[] = [
  {
    // The serializer reads it for pipelines' options, and bundles of data for web pages are made with it.
    filter: at('protos/firestore_v1_proto_api.js'),
    contents: `${refuse}
      const nothing = { fromObject: leftOut('protobuf.js') };
      exports.google = { firestore: { v1: { Value: nothing } } };
      exports.firestore = { BundleElement: nothing };
    `,
  },
  {
    // It is made by default, and does nothing where no tracer is registered: that is here always.
    filter: at('src/telemetry/enabled-trace-util.js'),
    contents: `exports.EnabledTraceUtil = require('./disabled-trace-util').DisabledTraceUtil;`,
  },
  {
    // Others ask `instanceof` of the first: nothing is one.
    filter: at('src/pipelines/index.js'),
    contents: refusing(
      ...['Pipeline', 'PipelineSource', 'PipelineSnapshot', 'Ordering', 'field'],
      ...['and', 'count', 'countAll', 'average', 'sum'],
    ),
  },
  {
    // The serializer takes one small thing from it, for references to documents.
    filter: at('src/pipelines/pipeline-util.js'),
    contents: `${refusing('toPipelineBooleanExpr', 'reverseOrderings', 'whereConditionsFromCursor')}
      exports.isString = (value) => typeof value === 'string';
    `,
  },
  {
    // BigQuery's client makes messages of its errors with it; ours are made of the answer itself.
    filter: /\/html-entities\/.*index\.js$/,
    contents: 'exports.decode = (text) => text;',
  },
  {
    filter: /\/duplexify\/index\.js$/,
    contents: `${refuse} module.exports = leftOut('duplexify');`,
  },
  { filter: at('src/bulk-writer.js'), contents: refusing('BulkWriter') },
  { filter: at('src/recursive-delete.js'), contents: refusing('RecursiveDelete') },
  { filter: at('src/bundle.js'), contents: refusing('BundleBuilder') },
  { filter: at('src/watch.js'), contents: refusing('DocumentWatch', 'QueryWatch') },
];
