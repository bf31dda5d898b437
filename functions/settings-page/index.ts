import { pageEnvironment } from '../../shared/adapters/google/page-environment.ts';
import { filesBelow } from '../../shared/adapters/system/files-below.ts';
import { deployListener } from '../../shared/http/deploy.ts';
import { settingsPage as serveSettingsPage } from './settings-page.ts';
import { siteOf } from './site.ts';

/** Beside the bundle lies the page as it was built. */
const built = siteOf(filesBelow(`${import.meta.dirname}/site`));

export const settingsPage = deployListener(serveSettingsPage(built, pageEnvironment()));
