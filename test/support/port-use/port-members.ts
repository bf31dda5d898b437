import ts from 'typescript';

/** A member of one of our ports, as `KeyVault.read`. */
export type PortMember = string;

/** Which members of ports a property is, wherever its type was picked, spread or joined together from. */
export function membersOf(symbol: ts.Symbol | undefined, isPort: IsPort): PortMember[] {
  return (symbol?.declarations ?? []).flatMap((declaration) => {
    const owner = ownerOf(declaration);
    const ours = owner && isPort(declaration.getSourceFile().fileName);
    return ours ? [`${owner}.${symbol?.name ?? ''}`] : [];
  });
}

/** And all that was left out when the property was picked: what is there when it runs is the whole port. */
function wholePortsOf(symbol: ts.Symbol, isPort: IsPort): PortMember[] {
  if (membersOf(symbol, isPort).length === 0) return [];
  return (symbol.declarations ?? []).flatMap((declaration) => {
    const owner = ownerOf(declaration) ?? '';
    const { parent } = declaration;
    const beside = ts.isInterfaceDeclaration(parent) || ts.isTypeLiteralNode(parent);
    const names = beside ? parent.members.map(({ name }) => name?.getText() ?? '') : [];
    return names.map((name) => `${owner}.${name}`);
  });
}

export type IsPort = (fileName: string) => boolean;

function ownerOf({ parent }: ts.Declaration): string | undefined {
  if (ts.isInterfaceDeclaration(parent)) return parent.name.text;
  const named = ts.isTypeLiteralNode(parent) && ts.isTypeAliasDeclaration(parent.parent);
  return named ? parent.parent.name.text : undefined;
}

/**
 * Which members of ports are out of sight once something of one type is taken for another: those that the other type
 * declares anew, and all of them where it says nothing of what it is. Whoever calls them then calls no port any more, as
 * far as can be seen.
 */
export function escapes(checker: ts.TypeChecker, isPort: IsPort) {
  const seen = new Set<string>();
  const found = new Set<PortMember>();

  function flow(source: ts.Type, target: ts.Type, depth = 0): void {
    const [from, to] = [numberOf(source), numberOf(target)];
    if (source === target || depth > mostDepth || seen.has(`${from}>${to}`)) return;
    seen.add(`${from}>${to}`);
    if ((target.flags & ts.TypeFlags.TypeParameter) !== 0) return; // it keeps the type it is given
    if ((source.flags & withoutMembers) !== 0 || isPattern(target)) return;
    if (tellsNothing(target)) {
      all(source, depth);
      return;
    }
    const parts = target.isUnion() ? target.types : [target];
    for (const part of parts) {
      if ((part.flags & withoutMembers) !== 0) continue;
      for (const property of part.getProperties()) member(source, property, depth);
      calls(source, part, depth);
    }
  }

  function member(source: ts.Type, property: ts.Symbol, depth: number): void {
    const own = checker.getPropertyOfType(checker.getNonNullableType(source), property.name);
    if (!own) return;
    const members = membersOf(own, isPort);
    if (members.length > 0) {
      if (membersOf(property, isPort).length === 0) for (const each of members) found.add(each);
      return;
    }
    if (!isOurs(own)) return;
    flow(checker.getTypeOfSymbol(own), checker.getTypeOfSymbol(property), depth + 1);
  }

  /** What is answered goes out, and what is asked comes in. */
  function calls(source: ts.Type, target: ts.Type, depth: number): void {
    const [own] = source.getCallSignatures();
    const [other] = target.getCallSignatures();
    if (!own || !other) return;
    flow(own.getReturnType(), other.getReturnType(), depth + 1);
    for (const [place, parameter] of own.parameters.entries()) {
      const given = other.parameters[place];
      if (!given) continue;
      flow(checker.getTypeOfSymbol(given), checker.getTypeOfSymbol(parameter), depth + 1);
    }
  }

  function all(source: ts.Type, depth: number): void {
    for (const own of checker.getNonNullableType(source).getProperties()) {
      const members = wholePortsOf(own, isPort);
      for (const each of members) found.add(each);
      if (members.length === 0 && depth < mostDepth && isOurs(own))
        flow(checker.getTypeOfSymbol(own), checker.getAnyType(), depth + 1);
    }
  }

  return { flow, found };
}

const mostDepth = 4;
const withoutMembers =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void |
  ts.TypeFlags.Never;

/** `any`, `unknown`, `object`, `{}` and records of anything. */
function tellsNothing(target: ts.Type): boolean {
  if ((target.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return true;
  if ((target.flags & ts.TypeFlags.NonPrimitive) !== 0) return true;
  const isObject = (target.flags & ts.TypeFlags.Object) !== 0;
  const isCalled = target.getCallSignatures().length + target.getConstructSignatures().length > 0;
  return isObject && target.getProperties().length === 0 && !isCalled;
}

/** What is taken apart where it arrives: each part is looked at there. The compiler keeps this to itself, too. */
function isPattern(target: ts.Type): boolean {
  return (target as ts.Type & { pattern?: ts.Node }).pattern !== undefined;
}

/** What libraries declare holds no ports. */
function isOurs(symbol: ts.Symbol): boolean {
  const files = (symbol.declarations ?? []).map((each) => each.getSourceFile());
  return files.some(({ isDeclarationFile }) => !isDeclarationFile);
}

/** A type's own number, which the compiler keeps to itself. */
function numberOf(type: ts.Type): string {
  return String((type as ts.Type & { id: number }).id);
}
