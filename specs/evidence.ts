/** The attachment of a test that holds its RequirementResult as JSON. */
export const RESULT = 'requirement-result';

/** The attachment of a test that holds its RecordedSteps as JSON, where the run is recorded. */
export const RECORDING = 'requirement-recording';
