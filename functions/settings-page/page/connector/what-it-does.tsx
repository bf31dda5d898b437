import { useInPage, useMayEdit } from '../in-page.ts';
import { contactKeyInWords } from '../parts/connection-in-words.ts';
import { bytesInWords } from '../parts/report/cost.ts';
import { strings } from '../strings.ts';
import type { Shown } from './use-connector.ts';

/** In sentences: what the platform reads and writes, and by what it knows whom. */
export function WhatItDoes({ connector }: { connector: Shown }) {
  const { base } = useInPage();
  const mayEdit = useMayEdit();
  const { connectorId, connection } = connector;
  const { uniqueContactField: field, exportDataset, purposes } = connection;
  const { location, jobProject, maximumBytesBilled } = connection;
  const words = strings.connector.does;
  return (
    <section class="card stack" aria-labelledby="does">
      <h2 id="does">{words.title}</h2>
      {field && purposes.includes('import') && (
        <p>
          {words.reads} <Name>{`${field.dataset}.${field.table}`}</Name> {words.inProject}{' '}
          <Name>{field.project}</Name>. {words.finds} <strong>{contactKeyInWords(field)}</strong>{' '}
          {words.same} <Name>{field.column}</Name>.
        </p>
      )}
      {exportDataset && purposes.includes('export') && (
        <p>
          {words.exports} <Name>{exportDataset.dataset}</Name> {words.inProject}{' '}
          <Name>{exportDataset.project}</Name>.
        </p>
      )}
      <dl class="facts">
        {location !== undefined && <Fact name={words.facts.location}>{location}</Fact>}
        <Fact name={words.facts.jobProject}>{jobProject}</Fact>
        <Fact name={words.facts.costLimit}>{bytesInWords(maximumBytesBilled)}</Fact>
      </dl>
      {mayEdit && (
        <p class="card-foot">
          <a class="button button-small" href={`${base}/connectors/${connectorId}/field`}>
            {words.change}
          </a>
        </p>
      )}
    </section>
  );
}

/** A customer's own name for something. */
function Name({ children }: { children: string }) {
  return (
    <code>
      <bdi>{children}</bdi>
    </code>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}
