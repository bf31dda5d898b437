/** Some ports, and files in which they are used. */
export const ports = `
  export interface Vault {
    add(id: string): Promise<void>;
    read(id: string): Promise<string>;
    expire(id: string): Promise<boolean>;
  }
  export interface Store {
    look: (id: string) => Promise<string>;
    within<T>(work: (drawer: Drawer) => Promise<T>): Promise<T>;
  }
  export interface Drawer { get(id: string): string; put(id: string): void; free(id: string): void }
`;
export const others = `
  import type { Drawer, Store, Vault } from './ports.ts';
  export interface Ports { vault: Vault; store: Store }
  export const vault = {} as Vault;
  export const ports = {} as Ports;
  export const reads = async (vault: Vault) => vault.read('a');
  export async function expires(vault: Vault) { return vault.expire('a'); }
  export async function puts(drawer: Drawer) { drawer.put('a'); }
  export const handlers = { read: reads, names: 'expire' };
  export async function asks(own: { read(id: string): Promise<string> }) { return own.read('a'); }
  export async function opens({ within }: { within(work: (drawer: Drawer) => Promise<void>): Promise<void> }) {
    return within(async (drawer) => { drawer.free('a'); });
  }
  export function keeps<T>(it: T): T { return it; }
  export function tells(it: unknown) { return String(it); }
  export interface Like { expire(id: string): Promise<boolean> }
  export async function ends(other: Like) { return other.expire('a'); }
  export const deep = async ({ inner }: { inner: { vault: Like } }) => inner.vault.expire('a');
  export const late = async (work: (own: { put(id: string): void }) => Promise<void>) => work;
`;

/** What the entry does, and what of the ports it uses. */
export const cases: Record<string, [statements: string, used: string[]]> = {
  'a call': [`await vault.read('a');`, ['Vault.read']],
  'a call where there may be nobody': [
    `await (vault as Vault | undefined)?.read('a');`,
    ['Vault.read'],
  ],
  'a method that is handed on': [`tells(vault.read);`, ['Vault.read']],
  'a method by its name in brackets': [`await vault['read']('a');`, ['Vault.read']],
  'one of two methods by a name': [
    `const name = (Math.random() > 1 ? 'read' : 'expire') as 'read' | 'expire'; await vault[name]('a');`,
    ['Vault.expire', 'Vault.read'],
  ],
  'any method by a name': [
    `const some = vault as Vault & Record<string, unknown>; tells(some[String(Math.random())]);`,
    ['Vault.add', 'Vault.expire', 'Vault.read'],
  ],
  'a function of another file': [`await expires(vault);`, ['Vault.expire']],
  'a function in an object of another file': [`await handlers.read(vault);`, ['Vault.read']],
  'a function by another name': [`const same = reads; await same(vault);`, ['Vault.read']],
  'a module as a whole': [`await all.expires(vault);`, ['Vault.expire']],
  'a module that is loaded later': [
    `const { expires: later } = await import('./others.ts'); await later(vault);`,
    ['Vault.expire'],
  ],
  'destructuring, with another name': [
    `const { vault: { read: ask } } = ports; await ask('a');`,
    ['Vault.read'],
  ],
  'destructuring of a parameter': [
    `const f = async ({ expire }: Pick<Vault, 'expire'>) => expire('a'); await f(vault);`,
    ['Vault.expire'],
  ],
  'destructuring into a variable': [
    `let read: Vault['read']; ({ read } = vault); await read('a');`,
    ['Vault.read'],
  ],
  'what is left over of destructuring': [
    `const { add: _, ...rest } = vault; await rest.expire('a');`,
    ['Vault.add', 'Vault.expire'],
  ],
  'a spread': [
    `const copy = { ...vault, add: vault.add }; await copy.read('a');`,
    ['Vault.add', 'Vault.read'],
  ],
  'what is picked, left out or partial': [
    `const f = async (some: Partial<Omit<Vault, 'add'>>) => some.read?.('a'); await f(vault);`,
    ['Vault.read'],
  ],
  'what only looks like the port': [`await ends(vault);`, ['Vault.expire']],
  'what looks like it, deep inside': [`await deep({ inner: { vault } });`, ['Vault.expire']],
  'what looks like it in a parameter': [`await asks(ports.vault);`, ['Vault.read']],
  'what looks like it by assertion': [
    `const own = vault as Like; await own.expire('a');`,
    ['Vault.expire'],
  ],
  'what looks like it in an answer': [
    `const give = (): Like => vault; await give().expire('a');`,
    ['Vault.expire'],
  ],
  'a drawer of a transaction': [
    `await ports.store.within(async (drawer) => { drawer.put('a'); });`,
    ['Drawer.put', 'Store.within'],
  ],
  'a drawer that a named function is given': [
    `await ports.store.within(puts);`,
    ['Drawer.put', 'Store.within'],
  ],
  'a drawer that only looks like one': [
    `const work = async (own: { free(id: string): void }) => { own.free('a'); }; await ports.store.within(work);`,
    ['Drawer.free', 'Store.within'],
  ],
  'a transaction that only looks like one': [
    `await opens(ports.store);`,
    ['Drawer.free', 'Store.within'],
  ],
  'a port given to whoever takes anything': [
    `tells(vault);`,
    ['Vault.add', 'Vault.expire', 'Vault.read'],
  ],
  'ports given to whoever takes anything': [
    `tells({ ports });`,
    ['Store.look', 'Store.within', 'Vault.add', 'Vault.expire', 'Vault.read'],
  ],
  'what was picked, taken for something else': [
    `const f = async (own: Pick<Vault, 'read'>) => (own as unknown as Like).expire('a'); await f(vault);`,
    ['Vault.add', 'Vault.expire', 'Vault.read'],
  ],
  'a class': [
    `class One { own: Vault; constructor(own: Vault) { this.own = own; } async go() { return this.own.read('a'); } } await new One(vault).go();`,
    ['Vault.read'],
  ],
  'a name that is exported alone': [
    `export const handle = async () => reads(vault);`,
    ['Vault.read'],
  ],
  'nothing, where a type alone is named': [
    `type Wanted = typeof expires; tells({} as Wanted | string);`,
    [],
  ],
  'nothing, where a name is only like one': [`const own = { read: () => 1 }; own.read();`, []],
  'nothing, where a port is handed on as it is': [
    `keeps(vault); keeps(ports); keeps({ ...vault });`,
    [],
  ],
  'nothing, where it is taken out of others': [
    `const f = async ({ vault, store }: Ports) => [vault, store].length; const { vault: own } = ports; f({ ...ports, vault: own });`,
    [],
  ],
  'nothing, where it is asked for less': [
    `const f = (some: Pick<Vault, 'read'>, whole: Ports) => [some, whole].length; f(vault, ports);`,
    [],
  ],
};
