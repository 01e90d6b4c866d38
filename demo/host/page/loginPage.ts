/** A form that posts without script, so that it works under any content security policy. */
export const loginPage = (subPath: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in - stand-in host</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #111217; color: #ccccdc; font: 14px/1.5 Inter, Helvetica, Arial, sans-serif; }
  form { width: 320px; padding: 24px; border-radius: 2px; background: #181b1f; display: grid; gap: 12px; }
  h1 { margin: 0; font-size: 20px; font-weight: 500; }
  p { margin: 0; color: #9a9aae; }
  label { display: grid; gap: 4px; }
  input { padding: 6px 8px; border: 1px solid #34363b; border-radius: 2px; background: #111217; color: inherit; font: inherit; }
  button { padding: 8px; border: 0; border-radius: 2px; background: #3d71d9; color: #fff; font: inherit; cursor: pointer; }
</style>
</head>
<body>
<form method="post" action="${subPath}/login">
  <h1>Stand-in host, not Grafana</h1>
  <p>admin, editor and viewer; the password is the name.</p>
  <label>User <input name="user" autocomplete="username" required></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
  <button type="submit">Log in</button>
</form>
</body>
</html>
`;
