import { EVERY_LINE, requirement } from '../requirement.ts';
import { CRASHED, expectErrorPage } from './error-page.ts';

const source = { observed: EVERY_LINE };

const FORM_TYPE = 'application/x-www-form-urlencoded';
const PARTS_TYPE = 'multipart/form-data';
const WRONG_METHOD = 'Specified method is invalid for this resource';
const UNDECODABLE =
  'The request entity could not be decoded. The following charsets were attempted: ';

interface Body {
  readonly text: string;
  readonly type: string;
  readonly body: string;
  readonly status: number;
  readonly message: string;
}

/** What is posted to /app, which takes no POST, by the end of the requirement's id. */
const BODIES: Readonly<Record<string, Body>> = {
  form: {
    text: 'a form is read and the method refused with 405',
    type: FORM_TYPE,
    body: 'a=1;b',
    status: 405,
    message: WRONG_METHOD,
  },
  'form-undecodable': {
    text: 'a form that is no UTF-8 is refused with 400',
    type: FORM_TYPE,
    body: '%ff=%00',
    status: 400,
    message: `${UNDECODABLE}['utf-8']`,
  },
  'form-charset': {
    text: 'a form that is neither in the charset that it names nor in UTF-8 is refused with 400',
    type: `${FORM_TYPE}; charset=ascii`,
    body: '%ff',
    status: 400,
    message: `${UNDECODABLE}['ascii', 'utf-8']`,
  },
  parts: {
    text: 'a form in parts is read and the method refused with 405',
    type: `${PARTS_TYPE}; boundary=b`,
    body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
    status: 405,
    message: WRONG_METHOD,
  },
  'parts-without-boundary': {
    text: 'a form in parts without a boundary is a crash',
    type: PARTS_TYPE,
    body: 'x',
    status: 500,
    message: CRASHED,
  },
  'parts-without-end': {
    text: 'a form in parts that breaks off is a crash',
    type: `${PARTS_TYPE}; boundary=b`,
    body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n',
    status: 500,
    message: CRASHED,
  },
};

for (const [name, { text, type, body, status, message }] of Object.entries(BODIES)) {
  requirement(
    `cherrypy.unread-bodies.${name}`,
    {
      level: 'should',
      text: `Where no tool of Salt reads a body CherryPy does: ${text}.`,
      source,
    },
    async ({ target }) => {
      const reply = await target.post('/app', body, [['Content-Type', type]]);
      expectErrorPage(reply, status, message);
    },
  );
}
