/** The page that shows the OpenAPI description; everything it loads comes from this service. */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hemat API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/page.css">
<script type="module" src="/docs/rapidoc.js"></script>
</head>
<body>
<rapi-doc spec-url="/v1/openapi.json" load-fonts="false" render-style="focused" theme="light" primary-color="#0b6e4f"
  show-header="false" allow-spec-url-load="false" allow-spec-file-load="false" regular-font="system-ui, sans-serif"
  mono-font="ui-monospace, monospace" schema-style="table" persist-auth="false"></rapi-doc>
<noscript>This page needs JavaScript. The description itself is at <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript>
</body>
</html>
`;

/** Beside it. */
export const docsStyle = `body { margin: 0; font-family: system-ui, sans-serif; }
rapi-doc { height: 100vh; }
noscript { display: block; padding: 1rem; }
`;

/** RapiDoc writes its styles into the page; scripts and requests stay with this service. */
export const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
