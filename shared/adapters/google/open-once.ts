/** Made when it is first asked for, and kept; what could not be made is tried again by the next who asks. */
export function openOnce<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return async () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined; // a client that did not find its account once would never look for it again
      throw error;
    });
    return opened;
  };
}
