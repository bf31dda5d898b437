import { invalidArgument } from '../rpc/google-status.ts';

const labelKey = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const labelValue = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const annotationKey = /^[a-z0-9A-Z](?:[\w.-]{0,61}[a-z0-9A-Z])?$/;
const alias = /^(?!latest$|NEW$)[A-Za-z][A-Za-z0-9_-]{0,62}$/;
const mostLabels = 64;
const mostAliases = 50;
const annotationBytes = 16 * 1024;

/** The limits that the client's own resources.proto names. */
export function checkLabels(labels: Record<string, string>): void {
  const entries = Object.entries(labels);
  if (entries.length > mostLabels) throw invalidArgument('No more than 64 labels can be assigned.');
  for (const [key, value] of entries) {
    if (!labelKey.test(key) || Buffer.byteLength(key) > 128) {
      throw invalidArgument(`Label key [${key.slice(0, 100)}] is invalid.`);
    }
    if (!labelValue.test(value) || Buffer.byteLength(value) > 128) {
      throw invalidArgument(`Label value [${value.slice(0, 100)}] is invalid.`);
    }
  }
}

export function checkAnnotations(annotations: Record<string, string>): void {
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    if (!annotationKey.test(key)) {
      throw invalidArgument(`Annotation key [${key.slice(0, 100)}] is invalid.`);
    }
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes >= annotationBytes) {
    throw invalidArgument('The total size of annotation keys and values must be less than 16KiB.');
  }
}

export function checkAliases(aliases: Record<string, string>, versions: number): void {
  const entries = Object.entries(aliases);
  if (entries.length > mostAliases) throw invalidArgument('No more than 50 aliases are allowed.');
  for (const [name, version] of entries) {
    if (!alias.test(name)) throw invalidArgument(`Version alias [${name}] is invalid.`);
    if (Number(version) < 1 || Number(version) > versions) {
      throw invalidArgument(
        `Version alias [${name}] names version ${version}, which is not there.`,
      );
    }
  }
}
