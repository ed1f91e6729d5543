import { NO_TOOLS, type Resource } from '../dispatch/resource.ts';

/** `/favicon.ico`: CherryPy's own handler, which under Salt's dispatcher has no method at all. */
export const favicon: Resource = { tools: NO_TOOLS, methods: {} };
