export { replayable } from '../../specs/models/replay.ts';
