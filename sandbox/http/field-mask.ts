/** What of an object is asked for; `true` is all of it. */
export type Mask = true | Map<string, Mask>;

/**
 * The parameter `fields` of Google's older APIs, as they describe partial responses: `a,b/c,d(e,f/g)`, and `*` for
 * whatever there is. Undefined where it cannot be read.
 */
export function readMask(text: string): Mask | undefined {
  const tokens = text.match(/[A-Za-z0-9_.-]+|\*|[,/()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) return undefined;
  const mask = list(tokens);
  return mask && tokens.length === 0 ? mask : undefined;
}

/** Takes what it reads from the tokens, as the others here do. */
function list(tokens: string[]): Mask | undefined {
  const mask = new Map<string, Mask>();
  do {
    const name = tokens.shift();
    if (name === undefined || !/^[\w.*-]/.test(name)) return undefined;
    const below = belowIn(tokens);
    if (!below) return undefined;
    mask.set(name, merged(mask.get(name), below));
  } while (tokens[0] === ',' && tokens.shift());
  return mask;
}

function belowIn(tokens: string[]): Mask | undefined {
  if (tokens[0] === '/') {
    tokens.shift();
    const name = tokens.shift();
    if (name === undefined || !/^[\w.*-]/.test(name)) return undefined;
    const below = belowIn(tokens);
    return below && new Map([[name, below]]);
  }
  if (tokens[0] !== '(') return true;
  tokens.shift();
  const mask = list(tokens);
  return tokens.shift() === ')' ? mask : undefined;
}

function merged(one: Mask | undefined, other: Mask): Mask {
  if (one === undefined) return other;
  if (one === true || other === true) return true;
  const mask = new Map(one);
  for (const [name, below] of other) mask.set(name, merged(mask.get(name), below));
  return mask;
}

/** What is left of an answer; of a list each item. */
export function masked(value: unknown, mask: Mask): unknown {
  if (mask === true) return value;
  if (Array.isArray(value)) return value.map((item) => masked(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const below = mask.get(name) ?? mask.get('*');
      return below ? [[name, masked(member, below)]] : [];
    }),
  );
}
