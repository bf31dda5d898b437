import { dirname } from 'node:path';
import ts from 'typescript';

/** The files that are there, and some that are nowhere but here, by their paths from the root of this project. */
export function programOf(entries: string[], files: Record<string, string> = {}): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  const root = `${process.cwd()}/`;
  const textOf = (path: string) => files[path.replace(root, '')];
  host.fileExists = (path) => textOf(path) !== undefined || onDisk.fileExists(path);
  host.readFile = (path) => textOf(path) ?? onDisk.readFile(path);
  host.getSourceFile = (path, how) => {
    const text = textOf(path);
    if (text === undefined) return onDisk.getSourceFile(path, how);
    return ts.createSourceFile(path, text, how);
  };
  const folders = Object.keys(files).map((path) => root + dirname(path));
  host.directoryExists = (path) =>
    folders.includes(path) || onDisk.directoryExists?.(path) === true;
  return ts.createProgram(entries, { ...options, noUnusedLocals: false }, host);
}
