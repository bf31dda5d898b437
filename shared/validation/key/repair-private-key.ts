export interface RepairedPem {
  pem: string;
  repairs: string[];
}

const begin = /-----\s*BEGIN ([A-Z ]{0,30}?)\s*PRIVATE KEY\s*-----/;
const lineLength = 64;

/**
 * A PEM block (RFC 7468) with its lines as they were: literal `\n`, carriage returns, and line breaks that were lost or
 * became spaces are put right. Nothing is guessed: the characters of the key itself stay as they are.
 */
export function repairPrivateKey(text: string): RepairedPem {
  const repairs: string[] = [];
  const apply = (name: string, current: string, changed: string): string => {
    if (changed !== current) repairs.push(name);
    return changed;
  };
  let pem = apply('literal-line-breaks', text, text.replace(/\\+r\\+n|\\+n|\\+r/g, '\n'));
  pem = apply('carriage-returns', pem, pem.replace(/\r\n?/g, '\n'));
  return { pem: apply('lost-line-breaks', pem, relined(pem)), repairs };
}

/** Header, lines of 64 characters, footer; as it is where that would change nothing but the last line break. */
function relined(pem: string): string {
  const header = begin.exec(pem);
  const kind = header?.[1] ?? '';
  if (!header || pem.includes('ENCRYPTED')) return pem;
  const footer = new RegExp(`-----\\s*END ${kind}\\s*PRIVATE KEY\\s*-----`).exec(pem);
  if (!footer || footer.index < header.index) return pem;
  const label = `${kind === '' ? '' : `${kind} `}PRIVATE KEY`;
  const body = pem.slice(header.index + header[0].length, footer.index).replace(/\s+/g, '');
  const lines = body.match(new RegExp(`.{1,${String(lineLength)}}`, 'g')) ?? [];
  const proper = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
  const rest = pem.slice(footer.index + footer[0].length);
  if (rest.trim() !== '') return pem;
  return proper.trim() === pem.trim() ? pem : proper;
}
