/** A node of one of the engine's trees: members that are nodes, lists of nodes, or plain values. */
export type Node = Record<string, unknown>;

/** Every node that stands under a member of that name, however deep. */
export function nodesNamed(member: string, tree: unknown): Node[] {
  const found: Node[] = [];
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, content] of Object.entries(node)) {
      if (typeof content !== 'object' || content === null) continue;
      if (name === member && isNode(content)) found.push(content);
      open.push(content);
    }
  }
  return found;
}

export function isNode(content: unknown): content is Node {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

export function listOf(content: unknown): Node[] {
  return Array.isArray(content) ? content.filter(isNode) : [];
}
