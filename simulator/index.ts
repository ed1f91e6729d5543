export { InputError } from './input/input-error.ts';
export { NETAPIS, type Netapi } from './netapis.ts';
export type { Answer, AnswerRule } from '../schemas/generated/fleet.ts';
export {
  startSimulator,
  type AddedRules,
  type Simulator,
  type SimulatorOptions,
} from './simulator.ts';
