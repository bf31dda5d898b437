import ts from 'typescript';
import { functionsProgram } from './functions-program.ts';

/** By which parameter of which file a line of the log is given its event. */
const eventParameters: [file: string, parameter: string][] = [
  ['shared/ports/note.ts', 'event'],
  ['shared/http/log.ts', 'message'],
];

/** The events that the functions' code can write in the log: what stands in a call that writes a line, and nowhere else. */
export function loggedEvents(): Set<string> {
  const program = functionsProgram();
  const checker = program.getTypeChecker();
  const events = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) for (const event of eventsOf(node, checker)) events.add(event);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.isDeclarationFile) visit(file);
  return events;
}

function eventsOf(call: ts.CallExpression, checker: ts.TypeChecker): string[] {
  const parameters = checker.getResolvedSignature(call)?.getParameters() ?? [];
  const argument = call.arguments[parameters.findIndex(isEvent)];
  if (!argument) return [];
  const type = checker.getTypeAtLocation(argument);
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
}

function isEvent({ name, declarations = [] }: ts.Symbol): boolean {
  return declarations.some((each) =>
    eventParameters.some(
      ([file, parameter]) => name === parameter && each.getSourceFile().fileName.endsWith(file),
    ),
  );
}
