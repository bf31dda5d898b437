/** The parts of a client's own protos.json (protobuf.js' descriptor JSON) that REST needs. */
export interface Descriptor {
  nested?: Record<string, Descriptor>;
  fields?: Record<string, FieldDescriptor>;
  oneofs?: Record<string, { oneof: string[] }>;
  values?: Record<string, number>;
  methods?: Record<string, MethodDescriptor>;
  /** Methods that a bundle does without: a call of one says so. */
  leftOut?: string[];
}

export interface FieldDescriptor {
  type: string;
  rule?: string;
  keyType?: string;
}

export interface MethodDescriptor {
  requestType: string;
  responseType: string;
  responseStream?: boolean;
  parsedOptions?: Record<string, unknown>[];
}

export interface MessageType {
  name: string;
  fields: Map<string, Field>;
}

export interface Field {
  name: string;
  /** Scalars by their name in proto. */
  scalar?: string;
  repeated: boolean;
  map: boolean;
  oneof?: string | undefined;
  /** Resolved when first asked for: messages may hold themselves. */
  message: () => MessageType | undefined;
  values: () => Record<string, number> | undefined;
}

export type FindMessage = (name: string, scope: string) => MessageType;

/** Messages by name, each read once, from the scope in which the name stands outward. */
export function messagesOf(root: Descriptor): FindMessage {
  const read = new Map<string, MessageType>();
  return function find(name, scope) {
    const found = lookUp(root, name, scope);
    if (!found?.descriptor.fields) throw new TypeError(`The bundle lacks the message ${name}`);
    const known = read.get(found.path);
    if (known) return known;
    const message = { name: found.path, fields: new Map<string, Field>() };
    read.set(found.path, message);
    for (const field of fieldsOf(root, found.path, found.descriptor, find))
      message.fields.set(field.name, field);
    return message;
  };
}

function fieldsOf(root: Descriptor, path: string, descriptor: Descriptor, find: FindMessage) {
  const { fields = {}, oneofs = {} } = descriptor;
  const oneofOf = new Map<string, string>();
  for (const [oneof, { oneof: members }] of Object.entries(oneofs))
    for (const member of members) oneofOf.set(member, oneof);
  return Object.entries(fields).map(([name, { type, rule, keyType }]): Field => {
    const kind = scalars.has(type) ? undefined : lookUp(root, type, path)?.descriptor;
    const message = kind?.fields && once(() => find(type, path));
    return {
      name,
      repeated: rule === 'repeated',
      map: keyType !== undefined,
      oneof: oneofOf.get(name),
      message: () => message?.(),
      values: () => kind?.values,
      ...(scalars.has(type) && { scalar: type }),
    };
  });
}

export function lookUp(root: Descriptor, name: string, scope: string) {
  const outward = scope === '' ? [] : scope.split('.');
  for (let depth = outward.length; depth >= 0; depth--) {
    const path = [...outward.slice(0, depth), ...name.split('.')];
    let descriptor: Descriptor | undefined = root;
    for (const step of path) descriptor = descriptor?.nested?.[step];
    if (descriptor) return { path: path.join('.'), descriptor };
  }
  return undefined;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const scalars = new Set(
  'double float int32 uint32 sint32 fixed32 sfixed32 int64 uint64 sint64 fixed64 sfixed64 bool string bytes'.split(
    ' ',
  ),
);
