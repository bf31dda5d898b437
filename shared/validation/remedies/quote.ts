/**
 * One word of a command line for sh, in single quotes (POSIX.1-2017, Shell Command Language 2.2.2). Names are checked
 * against their patterns long before; what holds a control character all the same gets no command at all.
 */
export function shellWord(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new RangeError('a control character in a command');
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A quoted template of HCL that is plain text (https://developer.hashicorp.com/terraform/language/expressions/strings).
 * What could begin an expression is refused: no name of Google's holds it, and its escapes do not nest.
 */
export function hclString(text: string): string {
  if (/\p{Cc}|[$%]\{/u.test(text)) throw new RangeError('an expression in a Terraform block');
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
