import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';

const source = { documented: 'rest_cherrypy, Login.POST', observed: EVERY_LINE };

requirement(
  'cherrypy.login.json-object',
  {
    level: 'must',
    text: 'POST /login with good credentials answers 200, and the token is in the body, in X-Auth-Token and in the cookie.',
    source,
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.login();
    expect(reply.status).toBe(200);
    const token = reply.header('X-Auth-Token');
    expect(target.shape(reply, 'login').return[0].token).toBe(token);
    expect(reply.header('Set-Cookie')).toContain(`session_id=${token};`);
  },
);

requirement(
  'cherrypy.login.wrong-password',
  {
    level: 'must',
    text: 'POST /login with a wrong password answers 401 with the HTML page that says so.',
    source,
    needs: ['own login'],
  },
  async ({ target }) => {
    const reply = await target.login({
      ...target.credentials,
      password: 'certainly wrong',
    });
    expect(reply.status).toBe(401);
    expect(reply.body).toContain('<p>Could not authenticate using provided credentials</p>');
  },
);

requirement(
  'cherrypy.login.welcome',
  {
    level: 'must',
    text: 'GET /login answers 200, asks to log in, and names the session scheme.',
    source,
  },
  async ({ target }) => {
    const reply = await target.get('/login');
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"status": null, "return": "Please log in"}');
    expect(reply.header('Www-Authenticate')).toBe('Session');
  },
);
