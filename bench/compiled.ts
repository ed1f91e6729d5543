import type * as simulator from '../simulator/index.ts';

/*
 * The simulator as users run it: compiled. Run from its sources it is a third slower, since what
 * strips their types names every closure anew.
 */
const compiled: string = new URL('../dist/simulator/index.js', import.meta.url).href;

export const { startSimulator } = (await import(compiled)) as typeof simulator;
