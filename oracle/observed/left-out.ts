/** What is not kept of real Salt's answers, by what the ids begin with, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'cherrypy.cmd-module': 'it tells of the machine',
  'cherrypy.disk-module': 'it tells of the machine',
  'cherrypy.network-module': 'it tells of the machine',
  'cherrypy.pkg-module': 'it tells of the machine',
  'cherrypy.service-module': 'it tells of the machine',
  'cherrypy.status-module': 'it tells of the machine',
  'cherrypy.user-module': 'it tells of the machine',
  'cherrypy.config-module': 'the minions of the oracle have options of their own',
  'cherrypy.doc-runner': 'it is documentation, Salt’s own prose',
  'cherrypy.pillar-module': 'the schedules of other requirements stand in the pillar',
};

/** Whether what a requirement or probe saw is neither kept nor compared. */
export function isLeftOut(id: string): boolean {
  return Object.keys(LEFT_OUT).some((beginning) => id.startsWith(`${beginning}.`));
}
