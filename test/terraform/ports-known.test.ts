import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { needNothing, permissionsOfPorts } from './rights/needs-of.ts';

test('of every port it is known what its methods need of ours', () => {
  const known = [...Object.keys(permissionsOfPorts), ...Object.keys(needNothing)];

  const files = globSync('shared/ports/*.ts');
  expect(files.flatMap(callablesOf).toSorted()).toEqual(known.toSorted());
});

/** What a file declares that can be called, or that has methods. */
function callablesOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (ts.isTypeAliasDeclaration(statement))
      return ts.isFunctionTypeNode(statement.type) ? [statement.name.text] : [];
    if (!ts.isInterfaceDeclaration(statement)) return [];
    return statement.members.some(isCalled) ? [statement.name.text] : [];
  });
}

function isCalled(member: ts.TypeElement): boolean {
  if (ts.isMethodSignature(member) || ts.isCallSignatureDeclaration(member)) return true;
  return ts.isPropertySignature(member) && !!member.type && ts.isFunctionTypeNode(member.type);
}
