export { InputError } from './input/input-error.ts';
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
