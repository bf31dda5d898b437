import type { Connector, Schemas } from '../../api/client.ts';

export interface KeptName {
  read: () => string | undefined;
  keep: (name: string) => void;
  forget: () => void;
}

/** A name that was entered and not saved outlives a trip to the sign-in, in this tab and for this person. */
export function keptName(
  { workspace, subject }: Schemas['Caller'],
  { connectorId }: Pick<Connector, 'connectorId'>,
): KeptName {
  const place = `name ${connectorId} ${workspace} ${subject}`;
  return {
    read: () => sessionStorage.getItem(place) ?? undefined,
    keep: (name) => {
      sessionStorage.setItem(place, name);
    },
    forget: () => {
      sessionStorage.removeItem(place);
    },
  };
}
