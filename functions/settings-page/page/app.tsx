import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { ConnectorsScreen } from './connectors/connectors-screen.tsx';
import { type InPage, PageProvider, useInPage } from './in-page.ts';
import { ToastProvider } from './parts/toast.tsx';
import { WhoIAm } from './sign-in/who-i-am.tsx';
import { Screen } from './parts/screen.tsx';
import {
  ChangeFieldScreen,
  ConnectorScreen,
  GuideScreen,
  NewConnectorScreen,
  RotateKeyScreen,
} from './screens.ts';
import { strings } from './strings.ts';

export function App(inPage: InPage) {
  const { base } = inPage;
  return (
    <LocationProvider scope={`${base}/`}>
      <PageProvider value={inPage}>
        <ToastProvider>
          <Bar />
          <FocusOnMove>
            <Router>
              <Route path={`${base}/`} component={ConnectorsScreen} />
              <Route path={`${base}/connectors`} component={ConnectorsScreen} />
              <Route path={`${base}/connectors/new`} component={NewConnectorScreen} />
              <Route path={`${base}/connectors/:connectorId/field`} component={ChangeFieldScreen} />
              <Route path={`${base}/connectors/:connectorId/key`} component={RotateKeyScreen} />
              <Route path={`${base}/connectors/:connectorId/:part?`} component={ConnectorScreen} />
              <Route path={`${base}/guide`} component={GuideScreen} />
              <Route default component={NothingHere} />
            </Router>
          </FocusOnMove>
        </ToastProvider>
      </PageProvider>
    </LocationProvider>
  );
}

function Bar() {
  const { base } = useInPage();
  const { path } = useLocation();
  const here = (of: string) => (path.startsWith(`${base}${of}`) ? ('page' as const) : undefined);
  return (
    <header class="bar">
      <a class="skip" href="#main">
        {strings.skip}
      </a>
      <p class="bar-title">
        <a href={`${base}/connectors`}>{strings.product}</a>
      </p>
      <nav aria-label={strings.nav.label}>
        <a href={`${base}/connectors`} aria-current={here('/connectors')}>
          {strings.nav.connectors}
        </a>
        <a href={`${base}/guide`} aria-current={here('/guide')}>
          {strings.nav.guide}
        </a>
      </nav>
      <WhoIAm />
    </header>
  );
}

/** Who follows a link is taken to the new screen's heading, as after a page load; at first the browser decides. */
function FocusOnMove({ children }: { children: ComponentChildren }) {
  const { path } = useLocation();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return undefined;
    before.current = path;
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('h1')?.focus();
      scrollTo(0, 0);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [path]);
  return <>{children}</>;
}

function NothingHere() {
  const { base } = useInPage();
  const { title, lead, back } = strings.nothingHere;
  return (
    <Screen title={title} lead={lead}>
      <p>
        <a href={`${base}/connectors`}>{back}</a>
      </p>
    </Screen>
  );
}
