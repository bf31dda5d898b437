import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type LocalDatabase,
  openLocalDatabase,
} from '../../../shared/adapters/local/local-database.ts';
import { stateFolder } from './state-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the state folder', () => {
  test('is its owner’s alone, and so is every file in it', () => {
    const folder = join(stateFolder(), 'new', '.local');
    open(folder);

    const modes = Object.fromEntries(
      readdirSync(folder).map((file) => [file, modeOf(join(folder, file))]),
    );

    expect(modeOf(folder)).toBe('700');
    expect(modes).toEqual({
      'state.db': '600',
      'state.db-shm': '600',
      'state.db-wal': '600',
      'state.lock': '600',
    });
  });

  test('is narrowed where others could look into it', () => {
    const folder = stateFolder();
    open(folder).close();
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'state.db'), 0o644);

    open(folder);

    expect([modeOf(folder), modeOf(join(folder, 'state.db'))]).toEqual(['700', '600']);
    expect(modeOf(join(folder, 'state.db-wal'))).toBe('600');
  });

  test('is refused where everybody can write to it', () => {
    const folder = stateFolder();
    chmodSync(folder, 0o777);

    expect(() => open(folder)).toThrow(
      `Everybody can write to the folder ${folder}: choose one of your own.`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused where a file stands in its place', () => {
    const folder = join(stateFolder(), 'taken');
    writeFileSync(folder, '');

    expect(() => open(folder)).toThrow(
      `The folder ${folder} cannot be used (EEXIST): make it yours to read and write, or choose another one.`,
    );
  });

  test.skipIf(process.getuid?.() === 0)('is refused where its owner may not write', () => {
    const parent = stateFolder();
    chmodSync(parent, 0o500);

    expect(() => open(join(parent, '.local'))).toThrow(/cannot be used \(EACCES\): make it yours/);
  });

  test('holds one file and no log once it is closed', () => {
    const folder = stateFolder();
    open(folder).close();

    expect(readdirSync(folder)).toEqual(['state.db', 'state.lock']);
  });
});

describe('a file that cannot be trusted', () => {
  const damaged = (file: string) =>
    `The file ${file} is damaged or no database at all: move it away or delete it to begin anew.`;
  const foreign = (file: string) =>
    `The file ${file} is another program's database: move it away or delete it to begin anew.`;
  const newer = (file: string) =>
    `The file ${file} was written by a newer version of this service: update the service, or move the file away or delete it to begin anew.`;

  test.each<[string, (file: string) => void, (file: string) => string]>([
    [
      'of text',
      (file) => {
        writeFileSync(file, 'Dear diary, '.repeat(1000));
      },
      damaged,
    ],
    [
      'of a few bytes',
      (file) => {
        writeFileSync(file, 'SQLite');
      },
      damaged,
    ],
    [
      'cut off',
      (file) => {
        ours(file);
        truncateSync(file, 9000);
      },
      damaged,
    ],
    [
      'overwritten in the middle',
      (file) => {
        ours(file);
        scribble(file);
      },
      damaged,
    ],
    [
      'of another program',
      (file) => {
        withSql(file, 'CREATE TABLE recipes (name TEXT)');
      },
      foreign,
    ],
    [
      'of another program, empty',
      (file) => {
        withSql(file, 'PRAGMA application_id = 7');
      },
      foreign,
    ],
    [
      'of a newer version',
      (file) => {
        ours(file);
        withSql(file, 'PRAGMA user_version = 1000');
      },
      newer,
    ],
  ])('%s is refused in one sentence and left as it is', (_, make, sentence) => {
    const folder = stateFolder();
    const file = join(folder, 'state.db');
    make(file);
    const before = readFileSync(file);

    expect(() => open(folder)).toThrow(new Error(sentence(file)));
    expect(readFileSync(file)).toEqual(before);
  });

  test('that is a folder is refused in one sentence', () => {
    const folder = stateFolder();
    mkdirSync(join(folder, 'state.db'));

    expect(() => open(folder)).toThrow(
      `${join(folder, 'state.db')} is not a file: move it away to begin anew.`,
    );
  });

  test('of the lock is refused in one sentence, too', () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'state.lock'), 'Dear diary, '.repeat(1000));

    expect(() => open(folder)).toThrow(
      `The file ${join(folder, 'state.lock')} cannot be used: move it away or delete it to begin anew.`,
    );
  });

  test('does not keep the folder locked: without it everything begins anew', () => {
    const folder = stateFolder();
    writeFileSync(join(folder, 'state.db'), 'Dear diary, '.repeat(1000));
    expect(() => open(folder)).toThrow();

    truncateSync(join(folder, 'state.db'));

    expect(() => open(folder)).not.toThrow();
  });
});

describe('writing together', () => {
  test('undoes all of it where one part fails', () => {
    const { sql, together } = open(stateFolder());
    const names = sql.prepare("INSERT INTO names VALUES ('acme', ?, 'con')");

    const writing = () => {
      together(() => {
        names.run('shop data');
        names.run('shop data');
      });
    };

    expect(writing).toThrow(/UNIQUE/);
    expect(sql.prepare('SELECT * FROM names').all()).toEqual([]);
  });
});

function open(folder: string): LocalDatabase {
  const database = openLocalDatabase(folder);
  onTestFinished(() => {
    if (database.sql.isOpen) database.close();
  });
  return database;
}

/** A good file, with enough in it to be damaged. */
function ours(file: string): void {
  const { sql, close } = openLocalDatabase(join(file, '..'));
  const names = sql.prepare("INSERT INTO names VALUES ('acme', ?, 'con')");
  for (let n = 0; n < 500; n += 1) names.run(`name ${String(n)}`);
  close();
}

function scribble(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill('x', bytes.length - 6000, bytes.length - 3000));
}

function withSql(file: string, statements: string): void {
  const sql = new DatabaseSync(file);
  sql.exec(statements);
  sql.close();
}
