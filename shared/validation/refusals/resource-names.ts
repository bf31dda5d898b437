import type { Verdict } from './verdict.ts';

type NamedTable = NonNullable<Verdict['named']>;

const project = String.raw`(?:[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}:)?[\w-]{1,100}`;
const dataset = String.raw`\w{1,1024}`;
const table = String.raw`[\p{L}\p{M}\p{N}\p{Pc}\p{Pd} ]{1,1024}?`;
const end = String.raw`(?=[\x60'"]?(?:[.:,;)]?(?:\s|$)))`;

const quote = String.raw`[\x60'"]?`;

/** The ways in which Google writes a table's name; P may be `domain:project`. */
const forms = [
  // projects/P/datasets/D/tables/T
  new RegExp(`projects/(${project})/datasets/(${dataset})/tables/(${table})${end}`, 'u'),
  // P:D.T, P.D.T and `P`.`D`.`T`, after the word that says what it is
  new RegExp(
    String.raw`\b(?:table|view|for|on)\s+${quote}(${project})${quote}[:.]` +
      String.raw`${quote}(${dataset})${quote}\.${quote}(${table})${end}`,
    'iu',
  ),
];

/** The table that a denial names. Wildcards (`D.*`) are no table. */
export function namedTable(text: string): NamedTable | undefined {
  for (const form of forms) {
    const [, named, inDataset, inTable] = form.exec(text) ?? [];
    if (named !== undefined && inDataset !== undefined && inTable !== undefined) {
      return { project: named, dataset: inDataset, table: inTable };
    }
  }
  return undefined;
}

/** "… to query table X", or only "… to query table or perhaps it does not exist". */
export function namesSomeTable(text: string): boolean {
  return /\b(?:table|view)\s+[`'"]?[\p{L}\p{N}_-]+[`'"]?[.:]\S/iu.test(text);
}
