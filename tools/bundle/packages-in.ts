/** The folders of the packages that something was made of, each once: `node_modules/a/node_modules/@b/c`. */
export function packagesIn(inputs: string[]): string[] {
  const folders = inputs.map(packageFolder).filter((folder) => folder !== undefined);
  return [...new Set(folders)].toSorted();
}

/** `node_modules/a/node_modules/@b/c/index.js` → `node_modules/a/node_modules/@b/c` */
export function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replace(/^[\w-]+:/, ''))?.[0];
}

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
