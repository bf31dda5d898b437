import {
  composedName,
  isReadable,
  lengthOfName,
  mostCharacters,
} from '../../../../shared/schemas/name-text.ts';
import { strings } from '../strings.ts';

/** What is wrong with a name, in words, before anybody is asked. That it is taken, only the service knows. */
export function nameFault(name: string): string | undefined {
  const words = strings.nameField;
  const composed = composedName(name);
  const length = lengthOfName(composed);
  if (length === 0) return words.missing;
  if (length > mostCharacters) return words.tooLong(length - mostCharacters);
  return isReadable(composed) ? undefined : words.unseen;
}
