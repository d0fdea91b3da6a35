import { Uri, type Webview } from 'vscode';

/** The page of the panel: nothing but its own script and style sheet is let in. */
export function pageOf(webview: Webview, resources: Uri): string {
  const script = webview.asWebviewUri(Uri.joinPath(resources, 'call-flow.js'));
  const style = webview.asWebviewUri(Uri.joinPath(resources, 'call-flow.css'));
  const policy = `default-src 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width">
  <title>Call flow</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <div class="toolbar" role="toolbar" aria-label="Export">
    <button type="button" data-export="svg">Save as SVG</button>
    <button type="button" data-export="mermaid">Open as Mermaid</button>
  </div>
  <main id="flow"></main>
  <p id="empty" hidden>There is no SIP message in this file yet.</p>
  <p id="status" class="hidden-text" aria-live="polite"></p>
  <script src="${script}"></script>
</body>
</html>
`;
}
