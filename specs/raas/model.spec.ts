import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { emptyRaas } from '../models/raas-model.ts';
import { raasScripts } from '../models/raas-scripts.ts';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

requirement(
  'raas.model.any-script',
  {
    level: 'must',
    text: 'In whatever order targets and jobs are saved, changed, run and deleted: each is as it was saved last, a target in use is not deleted, and a command keeps what it ran on and what was returned.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.powershell, CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['writes', 'minion'],
  },
  async ({ target }) => {
    const isFast = target.has('tellable clock');
    const property = fc.asyncProperty(raasScripts(isFast ? 25 : 10), (commands) =>
      fc.asyncModelRun(() => ({ model: emptyRaas(), real: target }), commands),
    );
    await expectProperty(property, isFast ? 15 : 2);
  },
);
