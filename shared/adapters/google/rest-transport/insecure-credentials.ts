/** Marks a client that is to speak plain HTTP, to the emulator. */
export const insecure = Object.freeze({ secure: false });
