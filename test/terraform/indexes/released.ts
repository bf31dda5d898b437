/**
 * What each release made of composite indexes, under which key of terraform/firestore-indexes.tf. A release adds its list;
 * none that stands here is ever changed: it is what lies in the databases of those who installed that release.
 */
export const released: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0.1.0': {
    listed: 'connectors COLLECTION: living, createdAt desc',
    'listed-by-health': 'connectors COLLECTION: living, health, createdAt desc',
    'by-health': 'connectors COLLECTION: living, health',
    restorable: 'connectors COLLECTION: living, expireAt desc',
    'of-key': 'connectors COLLECTION_GROUP: living, fingerprint, createdAt desc',
    'fleet-by-health': 'connectors COLLECTION_GROUP: living, health',
  },
};

/** The keys of the last release: what has them may be kept for the way back to it, though nothing asks by it any more. */
export const keysOfLastRelease: ReadonlySet<string> = new Set(
  Object.keys(Object.values(released).at(-1) ?? {}),
);

/** The key in an address such as `google_firestore_index.this["of-key"]`. */
export function keyIn(address: string): string {
  return /\["(.+)"\]$/.exec(address)?.[1] ?? address;
}
