/** Whether a service runs now, and whether it starts at boot. */
export interface ServiceState {
  running: boolean;
  enabled: boolean;
}
