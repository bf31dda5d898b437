/** Only a trip to the issuer helps, and only who sits there can say when. */
export class SignedOut extends Error {}
