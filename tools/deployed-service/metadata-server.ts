import type { RequestListener } from 'node:http';

const token = { access_token: 'token-of-the-function', expires_in: 3599, token_type: 'Bearer' };

/** The platform's metadata server, as far as clients ask it (https://cloud.google.com/compute/docs/metadata/overview). */
export function metadataServer(): RequestListener {
  return (httpRequest, httpResponse) => {
    const asked = httpRequest.headers['metadata-flavor'] === 'Google';
    const [path = ''] = (httpRequest.url ?? '').split('?');
    httpResponse.setHeader('metadata-flavor', 'Google');
    if (asked && path.endsWith('/instance/service-accounts/default/token')) {
      httpResponse.writeHead(200, { 'content-type': 'application/json' });
      httpResponse.end(JSON.stringify(token));
    } else httpResponse.writeHead(asked ? 404 : 403).end();
  };
}
