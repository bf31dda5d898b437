import { PathTemplate as RealPathTemplate } from 'google-gax';
import { expect, test } from 'vitest';
import { PathTemplate } from '../../../../shared/adapters/google/rest-transport/path-template.ts';

const template = 'projects/{project}/secrets/{secret}/versions/{secret_version}';

test('a name is filled and read as google-gax does it', () => {
  const [ours, real] = [new PathTemplate(template), new RealPathTemplate(template)];
  const bindings = { project: 'example.com:p', secret: 's-1_2', secret_version: 'latest' };
  const name = 'projects/example.com:p/secrets/s-1_2/versions/latest';

  expect([ours.render(bindings), real.render(bindings)]).toEqual([name, name]);
  expect([ours.match(name), real.match(name)]).toEqual([bindings, bindings]);
});

test('a name of another kind is refused', () => {
  const ours = new PathTemplate(template);

  expect(() => ours.match('projects/p/secrets/s')).toThrow(template);
  expect(() => ours.render({ project: 'p', secret: 's' })).toThrow('secret_version');
});
