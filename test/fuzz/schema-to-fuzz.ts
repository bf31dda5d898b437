import type { Pool } from './pool.ts';

/** Patterns of Unicode classes are beyond what Schemathesis can make texts of: narrower ones stand for them. */
const narrower: Record<string, string> = {
  '^[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}][\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd} ]*$':
    '^[A-Za-zäßøλЖ字0-9_‿–-][A-Za-zäßøλЖ字0-9_‿– -]*$',
  '^[^\\p{Cc}\\p{Cf}]+$': '^[^\\u0000-\\u001f\\u007f-\\u009f]+$',
  '^[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}&%=+:<>#| ]*$':
    '^[A-Za-zäßøλЖ字0-9_][A-Za-zäßøλЖ字0-9_‿–&%=+:<>#| -]*$',
};

const examples = {
  connectorId: 'con-5v0n3w8y2k7x4q9t6r1m8p3z5d',
  keyId: 'key-2j8c4t9x6w1r7m3p5z0q8v4n6y',
  validationId: 'val-7r3m9p1z5q8v2n6y4j0c8t3x7w',
};

/** The document as it is served, its examples of ids those of things that exist, and with a key file for an upload. */
export function schemaToFuzz(served: string, pool: Pool, keyFile: string): string {
  let text = served;
  for (const [name, example] of Object.entries(examples))
    text = text.replaceAll(example, pool[name as keyof typeof examples][0] ?? example);
  text = text.replaceAll('4z8x1c6v3b9n5m7q2w0e8r4t6y', pool.etag);
  for (const [pattern, narrow] of Object.entries(narrower))
    text = text.replaceAll(JSON.stringify(pattern), JSON.stringify(narrow));
  const unmade = /"pattern":"[^"]*\\\\p\{[^"]*"/.exec(text)?.[0];
  if (unmade !== undefined) throw new Error(`Schemathesis can make no text of ${unmade}.`);
  const document = JSON.parse(text) as Document;
  const upload = document.paths['/upload-key']?.post?.requestBody.content;
  const file = upload?.['application/octet-stream'];
  if (!file) throw new Error('upload-key takes no file any more.');
  file.example = keyFile;
  return JSON.stringify(document);
}

interface Document {
  paths: Record<
    string,
    { post?: { requestBody: { content: Record<string, { example?: string }> } } }
  >;
}
