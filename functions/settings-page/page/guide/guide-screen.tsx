import { useEffect, useState } from 'preact/hooks';
import { useInPage } from '../in-page.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { strings } from '../strings.ts';
import { Command } from './command.tsx';
import { GuideSteps } from './guide-steps.tsx';
import { allCommands } from './instructions.ts';
import { RemoveKey } from './remove-key.tsx';
import { terraform } from './terraform.ts';
import { readWanted, searchOf } from './wanted.ts';
import { WantedForm } from './wanted-form.tsx';
import { WhyNotAdmin } from './why-not-admin.tsx';

/** How to make a key that can do what is needed and no more, with the reader's own names in every line. */
export function GuideScreen() {
  const { config } = useInPage();
  const [wanted, setWanted] = useState(() => readWanted(location.search));
  const search = searchOf(wanted);
  useEffect(() => {
    // After a pause, for browsers allow only so many changes of the address in a while.
    const timer = setTimeout(() => {
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    }, 300);
    return () => clearTimeout(timer);
  }, [search]);
  const { title, lead } = strings.screens.guide;
  const words = strings.guide;
  const tabs = [
    { name: words.tabs.steps, content: <GuideSteps wanted={wanted} /> },
    {
      name: words.tabs.commands,
      content: (
        <div class="card stack">
          <p>{words.commands.lead}</p>
          <Command
            text={allCommands(wanted, (id) => words.steps[id].title)}
            what={words.commands.what}
          />
        </div>
      ),
    },
    {
      name: words.tabs.terraform,
      content: (
        <div class="card stack">
          <p>{words.terraform.lead}</p>
          <Command text={terraform(wanted)} what={words.terraform.what} />
          <p>{words.terraform.key}</p>
        </div>
      ),
    },
  ];
  return (
    <Screen
      title={title}
      lead={lead}
      action={
        <CopyButton text={`${config.pageUrl}/guide${search}`} what={words.link.what}>
          {words.link.copy}
        </CopyButton>
      }
    >
      <WantedForm wanted={wanted} onWanted={setWanted} />
      <Tabs label={words.tabs.label} tabs={tabs} />
      <WhyNotAdmin />
      <RemoveKey wanted={wanted} />
    </Screen>
  );
}
