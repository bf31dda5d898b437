import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { installedBeside } from './manifest-of.ts';
import { needsOf, readLock, type Lock } from './package-lock.ts';
import { packageName, packagesIn } from './packages-in.ts';

export interface Contents {
  name: string;
  /** SHA-256 of the archive, in hex. */
  hash: string;
  /** What went into it, by path from the project's folder. */
  inputs: string[];
}

type Packages = Lock['packages'];

const property = 'bigquery-connector-service:place';

/**
 * What is in an archive and what the platform installs beside it, as CycloneDX 1.6. No time and no random number stands
 * in it: the same tree gives the same bytes.
 */
export function sbomOf({ name, hash, inputs }: Contents): string {
  const { packages } = readLock();
  const parts = new Map<string, Models.Component>();
  for (const folder of packagesIn(inputs)) place(parts, packages, folder, 'in the archive');
  for (const folder of Object.keys(installedBeside()))
    place(parts, packages, folder, 'installed beside it');

  const whole = new Models.Component(Enums.ComponentType.Application, name, {
    bomRef: name,
    version: packages['']?.version ?? '',
    licenses: licences(packages[''] ?? {}),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], hash]]),
  });
  draw(whole, parts, packages);
  const metadata = new Models.Metadata({
    component: whole,
    lifecycles: new Models.LifecycleRepository([Enums.LifecyclePhase.Build]),
  });
  const bom = new Models.Bom({
    metadata,
    components: new Models.ComponentRepository(parts.values()),
  });
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalizer).serialize(bom, {
    sortLists: true,
    space: 2,
  });
  return `${text}\n`;
}

function place(
  parts: Map<string, Models.Component>,
  packages: Packages,
  folder: string,
  where: string,
) {
  const locked = packages[folder];
  if (!locked) throw new Error(`${folder} is in a bundle, and not in package-lock.json: npm ci.`);
  const part = parts.get(folder) ?? componentOf(packageName(folder), folder, locked);
  part.properties.add(new Models.Property(property, where));
  parts.set(folder, part);
}

function componentOf(fullName: string, folder: string, locked: Packages[string]): Models.Component {
  const { version = '', integrity = '' } = locked;
  const [, group, name = fullName] = /^(@[^/]+)\/(.+)$/.exec(fullName) ?? [];
  return new Models.Component(Enums.ComponentType.Library, name, {
    ...(group !== undefined && { group }),
    version,
    bomRef: folder, // a package may lie in two places, for two that need it
    purl: `pkg:npm/${fullName.replace('@', '%40')}@${version}`,
    scope: Enums.ComponentScope.Required,
    licenses: licences(locked),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], inHex(integrity)]]),
  });
}

function licences({ license }: Packages[string]): Models.LicenseRepository {
  const expression = (text: unknown) => {
    if (!/ (AND|OR|WITH) /.test(String(text))) throw new Error('is no expression');
  };
  const factory = new Contrib.License.Factories.LicenseFactory(expression);
  return new Models.LicenseRepository(
    license === undefined ? [] : [factory.makeFromString(license)],
  );
}

/** Who needs whom of what is here; what nobody needs, the whole does. */
function draw(whole: Models.Component, parts: Map<string, Models.Component>, packages: Packages) {
  const needed = new Set<string>();
  for (const [folder, part] of parts)
    for (const need of needsOf(packages, folder)) {
      const other = parts.get(need);
      if (!other) continue;
      part.dependencies.add(other.bomRef);
      needed.add(need);
    }
  for (const [folder, { bomRef }] of parts) if (!needed.has(folder)) whole.dependencies.add(bomRef);
}

function inHex(integrity: string): string {
  const [, base64] = /^sha512-(\S+)$/.exec(integrity) ?? [];
  if (base64 === undefined) throw new Error(`It is no SHA-512: ${integrity}`);
  return Buffer.from(base64, 'base64').toString('hex');
}
