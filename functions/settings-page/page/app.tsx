import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { ConnectorsScreen } from './connectors/connectors-screen.tsx';
import { type InPage, PageProvider, useInPage } from './in-page.ts';
import { keepFocus } from './parts/keep-focus.ts';
import { RestoreProvider } from './parts/restore/restore-provider.tsx';
import { ToastProvider } from './parts/toast.tsx';
import { useArrival } from './parts/use-arrival.ts';
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
  useEffect(keepFocus, []);
  const { base } = inPage;
  return (
    <LocationProvider scope={`${base}/`}>
      <PageProvider value={inPage}>
        <ToastProvider>
          <Bar />
          <RestoreProvider>
            <Screens />
          </RestoreProvider>
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

function Screens() {
  const { base } = useInPage();
  return (
    <Router onRouteChange={useArrival()}>
      <Route path={`${base}/`} component={ConnectorsScreen} />
      <Route path={`${base}/connectors`} component={ConnectorsScreen} />
      <Route path={`${base}/connectors/new`} component={NewConnectorScreen} />
      <Route path={`${base}/connectors/:connectorId/field`} component={ChangeFieldScreen} />
      <Route path={`${base}/connectors/:connectorId/key`} component={RotateKeyScreen} />
      <Route path={`${base}/connectors/:connectorId/:part?`} component={ConnectorScreen} />
      <Route path={`${base}/guide`} component={GuideScreen} />
      <Route default component={NothingHere} />
    </Router>
  );
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
