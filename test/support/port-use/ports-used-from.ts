import ts from 'typescript';
import { escapes, type IsPort, membersOf, type PortMember } from './port-members.ts';

export interface PortUse {
  used: Set<PortMember>;
  /** Names of what is reached at the top of our files, as `shared/limits/take-turn.ts takeTurn`. */
  reached: Set<string>;
}

/**
 * Which members of ports can be used by what a file does: from declaration to declaration, wherever a name of ours stands
 * in code that is reached. Whoever names a function is taken to call it; what a type alone names is not reached.
 */
export function portsUsedFrom(program: ts.Program, entry: string, isPort: IsPort): PortUse {
  const checker = program.getTypeChecker();
  const used = new Set<PortMember>();
  const { flow, found } = escapes(checker, isPort);
  const reached = new Set<ts.Node>();
  const waiting: ts.Node[] = [];

  const reach = (symbol: ts.Symbol | undefined) => {
    for (const declaration of declarationsOf(symbol, checker)) {
      const body = bodyOf(declaration);
      if (!body || reached.has(body)) continue;
      reached.add(body);
      waiting.push(body);
    }
  };
  const use = (symbol: ts.Symbol | undefined) => {
    for (const member of membersOf(symbol, isPort)) used.add(member);
    reach(symbol);
  };
  const useOf = (type: ts.Type, names: Names[]) => {
    for (const property of checker.getNonNullableType(type).getProperties())
      if (names.includes(property.name) || names.includes(anyName)) use(property);
  };
  const keysOf = (key: ts.Expression): Names[] => {
    const type = checker.getTypeAtLocation(key);
    const types = type.isUnion() ? type.types : [type];
    return types.map((each) => (each.isStringLiteral() ? each.value : anyName));
  };

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node))
      return;
    if (ts.isIdentifier(node)) reach(checker.getSymbolAtLocation(node));
    else if (ts.isShorthandPropertyAssignment(node)) {
      reach(checker.getShorthandAssignmentValueSymbol(node));
      escape(node.name);
    } else if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
    else if (ts.isElementAccessExpression(node))
      useOf(checker.getTypeAtLocation(node.expression), keysOf(node.argumentExpression));
    else if (ts.isObjectBindingPattern(node))
      useOf(checker.getTypeAtLocation(node), node.elements.flatMap(nameIn));
    else if (isDestructuring(node))
      useOf(checker.getTypeAtLocation(node.right), node.left.properties.flatMap(nameIn));
    if (ts.isExpression(node)) escape(node);
    ts.forEachChild(node, visit);
  }

  function escape(node: ts.Expression): void {
    const target = checker.getContextualType(node);
    if (target) flow(checker.getTypeAtLocation(node), target);
  }

  const source = program.getSourceFile(entry);
  if (!source) throw new Error(`${entry} is no file of the program.`);
  ts.forEachChild(source, visit);
  for (let next = waiting.pop(); next; next = waiting.pop()) visit(next);
  const names = [...reached].map(titleOf).filter((title) => title !== undefined);
  return { used: new Set([...used, ...found]), reached: new Set(names) };
}

/** Of code that is ours, or of the fixture's. */
function declarationsOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Declaration[] {
  if (!symbol) return [];
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return declarations.filter((each) => !each.getSourceFile().isDeclarationFile);
}

/** What runs, or may run, where a name is used. */
function bodyOf(declaration: ts.Declaration): ts.Node | undefined {
  if (ts.isBindingElement(declaration)) return bodyOf(declaration.parent.parent);
  const runs =
    ts.isFunctionDeclaration(declaration) ||
    ts.isVariableDeclaration(declaration) ||
    ts.isClassDeclaration(declaration) ||
    ts.isMethodDeclaration(declaration) ||
    ts.isAccessor(declaration) ||
    ts.isPropertyAssignment(declaration);
  return runs ? declaration : undefined;
}

const anyName = Symbol('known only at run time');
type Names = string | typeof anyName;

/** `({ read } = keys)` */
interface Destructuring extends ts.BinaryExpression {
  left: ts.ObjectLiteralExpression;
}

function isDestructuring(node: ts.Node): node is Destructuring {
  const assigns =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return assigns && ts.isObjectLiteralExpression(node.left);
}

/** Of what is taken out of an object; what is left over is no use yet. */
function nameIn(part: ts.BindingElement | ts.ObjectLiteralElementLike): Names[] {
  if (ts.isSpreadAssignment(part)) return [];
  if (ts.isBindingElement(part) && part.dotDotDotToken) return [];
  const name = ts.isBindingElement(part) ? (part.propertyName ?? part.name) : part.name;
  return [ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : anyName];
}

function titleOf(node: ts.Node): string | undefined {
  const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node);
  if (!isNamed || !node.name || !ts.isIdentifier(node.name)) return undefined;
  return `${node.getSourceFile().fileName} ${node.name.text}`;
}
