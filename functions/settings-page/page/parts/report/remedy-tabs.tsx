import type { Schemas } from '../../api/client.ts';
import { strings } from '../../strings.ts';
import { CopyButton } from '../copy-button.tsx';
import { Tabs } from '../tabs.tsx';
import { inTitles } from './in-titles.ts';

type Way = 'say' | 'gcloud' | 'bq' | 'terraform';

/** What mends it, each way that there is: words for a colleague, a command, a block, a page of Google's. */
export function RemedyTabs({ remedy, title }: { remedy: Schemas['Remedy']; title: string }) {
  const words = strings.report.remedy;
  const { text, gcloud, bq, terraform, consoleUrl } = remedy;
  const ways: [Way, string | undefined][] = [
    ['say', inTitles(text)],
    ['gcloud', gcloud],
    ['bq', bq],
    ['terraform', terraform],
  ];
  const tabs = ways.flatMap(([way, content]) =>
    content === undefined
      ? []
      : [
          {
            name: words[way],
            content: (
              <Copied
                code={way !== 'say'}
                text={content}
                what={words.about(words.whats[way], title)}
              />
            ),
          },
        ],
  );
  const href = consoleUrl !== undefined && ofGoogle(consoleUrl) ? consoleUrl : undefined;
  const page = href !== undefined && {
    name: words.console,
    content: (
      <p class="remedy">
        <a href={href} target="_blank" rel="noopener noreferrer">
          {words.open} <span class="visually-hidden">{words.newTab}</span>
        </a>
        <CopyButton text={href} what={words.about(words.whats.console, title)} />
      </p>
    ),
  };
  return <Tabs label={words.label(title)} tabs={page ? [...tabs, page] : tabs} />;
}

function Copied({ text, what, code }: { text: string; what: string; code: boolean }) {
  return (
    <div class="remedy">
      {code ? <pre class="code">{text}</pre> : <p class="remedy-text">{text}</p>}
      <CopyButton text={text} what={what} />
    </div>
  );
}

/** Names of a customer stand in the address; its host is Google's console and no other (THREATS 46). */
const ofGoogle = (address: string): boolean =>
  address.startsWith('https://console.cloud.google.com/');
