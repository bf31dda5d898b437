import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyingFile, provingFile, readBuildFile, stepOf } from './build-file.ts';
import { deployPlace } from './deploy-place.ts';

const list = stepOf(readBuildFile(provingFile), 'list-archives');
const compares = [provingFile, applyingFile].map(
  (file) => [file, stepOf(readBuildFile(file), 'compare-archives')] as const,
);

test('the archives are listed with their hashes, after they were tested', () => {
  const place = deployPlace();
  place.archive('upload-key', 'one');
  place.archive('list-connectors', 'another');

  const { status } = place.run(list);

  expect(status).toBe(0);
  expect(place.read('release/SHA256SUMS')).toMatch(
    /^[0-9a-f]{64} {2}list-connectors-[0-9a-f]{16}\.zip\n[0-9a-f]{64} {2}upload-key-[0-9a-f]{16}\.zip\n$/,
  );
});

test('an archive that does not bear the hash of its content is not listed', () => {
  const place = deployPlace();
  place.write('dist/upload-key-0123456789abcdef.zip', 'one');

  const { status, stderr } = place.run(list);

  expect(status).not.toBe(0);
  expect(stderr).toContain('does not bear the hash of its content');
});

test('without archives nothing is listed', () => {
  const place = deployPlace();
  place.write('dist/manifest', '');

  expect(place.run(list).status).not.toBe(0);
});

describe.each(compares)('before it plans, %s', (_file, compare) => {
  const listed = () => {
    const place = deployPlace();
    const archive = place.archive('upload-key', 'one');
    place.archive('list-connectors', 'another');
    place.run(list);
    return { place, archive };
  };

  test('goes on with what was tested', () => {
    expect(listed().place.run(compare).status).toBe(0);
  });

  test('refuses an archive that was changed', () => {
    const { place, archive } = listed();
    place.write(archive, 'tampered with');

    const { status, stderr } = place.run(compare);

    expect(status).not.toBe(0);
    expect(stderr).toContain('The archives are not those that were tested');
  });

  test('refuses where one is missing', () => {
    const { place, archive } = listed();
    rmSync(join(place.folder, archive));

    expect(place.run(compare).status).not.toBe(0);
  });

  test('refuses one that nobody has tested', () => {
    const { place } = listed();
    place.archive('back-door', 'three');

    const { status, stderr } = place.run(compare);

    expect(status).not.toBe(0);
    expect(stderr).toContain('There are 3 archives, and 2 were tested');
  });
});
